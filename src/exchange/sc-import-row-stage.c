/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a row of a table has its deal stand, and whether it has it won or lost. */

#include "exchange/sc-import-source-private.h"

#include <glib/gi18n-lib.h>

#include "model/sc-name.h"

/* How many texts of the stage column are remembered. */
#define MAX_TARGETS 1000

/* What was said of the text counts; else what it says itself. */
static ScTarget *
choose_target (ScImportSource *self,
               const char     *text)
{
  const ScTarget *told = sc_import_mapping_get_target (self->mapping, text);
  ScTarget *target = g_new0 (ScTarget, 1);
  const char *stage_id = NULL;

  if (told != NULL)
    {
      target->kind = told->kind;
      stage_id = told->stage_id;
    }
  else if (text[0] == '\0')
    {
      target->kind = SC_TARGET_OPEN;
    }
  else
    {
      sc_target_guess (self->version, text, &target->kind, &stage_id);
    }
  target->stage_id = g_strdup (stage_id);

  /* A column with so many texts is no stage, and each of them is refused. */
  if (g_hash_table_size (self->targets) == MAX_TARGETS)
    g_hash_table_remove_all (self->targets);
  g_hash_table_insert (self->targets, g_strdup (text), target);

  return target;
}

/* What the text of the present row's stage column is; nothing where it is no stage. */
static ScTargetKind
look_up_target (ScImportSource *self,
                const char    **stage_id)
{
  const char *text = self->texts[SC_IMPORT_STAGE];
  const ScTarget *target = g_hash_table_lookup (self->targets, text);

  if (target == NULL)
    target = choose_target (self, text);
  *stage_id = target->stage_id;

  return target->kind;
}

/**
 * sc_import_source_refuse_stage:
 * @self: a table's rows
 *
 * Does not take the present row, for its stage is none, or such rows are to be skipped.
 *
 * Returns: %FALSE
 */
gboolean
sc_import_source_refuse_stage (ScImportSource *self)
{
  if (sc_import_mapping_get_target (self->mapping, self->texts[SC_IMPORT_STAGE]) != NULL)
    return sc_import_source_refuse (self, SC_IMPORT_STAGE, _("Rows of “%s” are to be skipped."));

  return sc_import_source_refuse (self, SC_IMPORT_STAGE, _("“%s” is not a stage of the process."));
}

/**
 * sc_import_source_find_target:
 * @self: a table's rows
 * @kind: (out): what the text of the present row's stage column is
 * @stage_id: (out) (transfer none): the stage that it names
 *
 * Returns: whether it is anything; the row is refused where it is not
 */
gboolean
sc_import_source_find_target (ScImportSource *self,
                              ScTargetKind   *kind,
                              const char    **stage_id)
{
  *kind = look_up_target (self, stage_id);

  return *kind != SC_TARGET_UNKNOWN || sc_import_source_refuse_stage (self);
}

static gboolean
is_behind_mark (ScImportSource *self,
                const char     *stage_id)
{
  guint position;

  return stage_id != NULL && sc_version_find_stage (self->version, stage_id, &position) != NULL &&
         (int) position > sc_version_get_mark_position (self->version);
}

/* A lost deal of which a table of ours does not say that it was ever won was lost, and one
 * that it says to have ended early did so, wherever the client mark was moved since. */
static gboolean
is_ended_early (ScImportSource *self,
                const char     *stage_id)
{
  gboolean is_never_won = self->is_ours && self->texts[SC_IMPORT_WON_ON][0] == '\0';

  if (g_str_equal (self->texts[SC_IMPORT_STATUS], sc_deal_status_get_id (SC_DEAL_ENDED_EARLY)))
    return TRUE;

  return is_behind_mark (self, stage_id) && !is_never_won;
}

/* A day on which it was lost is no reason. */
static const char *
get_loss_reason (ScImportSource *self)
{
  guint column = self->columns[SC_IMPORT_LOSS_REASON];

  return sc_import_field_is_date (self->mapping->fields[column]) ? "" : self->texts[SC_IMPORT_LOSS_REASON];
}

/* A lost deal keeps the stage that it was lost in; behind the client mark it
 * ended early where no table of ours knows better. */
static void
set_status (ScImportSource *self,
            ScTargetKind    kind,
            ScImportRow    *row)
{
  switch (kind)
    {
    case SC_TARGET_WON:
      row->status = SC_DEAL_WON;
      if (!is_behind_mark (self, row->stage_id))
        row->stage_id = NULL;
      break;

    case SC_TARGET_LOST:
      row->status = is_ended_early (self, row->stage_id) ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST;
      row->loss_reason = (char *) get_loss_reason (self);
      break;

    case SC_TARGET_COMPLETED:
      row->status = SC_DEAL_COMPLETED;
      break;

    case SC_TARGET_STAGE:
    case SC_TARGET_OPEN:
    case SC_TARGET_UNKNOWN:
    default:
      row->status = is_behind_mark (self, row->stage_id) ? SC_DEAL_WON : SC_DEAL_OPEN;
    }
}

/* What a column of yes and no says; FALSE where that is neither. */
static gboolean
read_flag (ScImportSource *self,
           ScImportField   field,
           gboolean       *is_set,
           gboolean       *flag)
{
  *is_set = self->texts[field][0] != '\0';
  if (*is_set && !sc_import_flag_from_text (self->texts[field], flag))
    return sc_import_source_refuse (self, field, _("“%s” is neither yes nor no."));

  return TRUE;
}

/* Whether it is closed, and won, where columns say so: they go before the stage's
 * name, which may be one that only the other program has for the end. A deal that is
 * closed is lost where it is not said to be won. */
static gboolean
read_flags (ScImportSource *self,
            ScTargetKind   *kind)
{
  gboolean says_closed, is_closed, says_won, is_won;

  if (!read_flag (self, SC_IMPORT_IS_CLOSED, &says_closed, &is_closed)
      || !read_flag (self, SC_IMPORT_IS_WON, &says_won, &is_won))
    return FALSE;

  if (says_won && is_won)
    *kind = SC_TARGET_WON;
  else if (says_won && says_closed && is_closed)
    *kind = SC_TARGET_LOST;
  else if (says_closed && !is_closed)
    *kind = *kind == SC_TARGET_STAGE || *kind == SC_TARGET_UNKNOWN ? *kind : SC_TARGET_OPEN;
  else if (says_closed && (*kind == SC_TARGET_STAGE || *kind == SC_TARGET_OPEN))
    return sc_import_source_refuse (self, SC_IMPORT_IS_CLOSED, _("“%s”: the deal is closed, but it is unknown "
                                                                 "whether it was won or lost."));

  return TRUE;
}

/* A deal that is over may stand in a stage that the process has no more; where several were
 * called so it is none of them. */
static void
find_former_stage (ScImportSource *self,
                   ScTargetKind   *kind,
                   const char    **stage_id)
{
  const char *text = self->texts[SC_IMPORT_STAGE];
  ScTargetKind status;
  GHashTableIter iter;
  gpointer id, name;
  guint n = 0;

  if (self->stage_names == NULL || sc_import_mapping_get_target (self->mapping, text) != NULL
      || !sc_status_guess (self->texts[SC_IMPORT_STATUS], &status) || (status != SC_TARGET_LOST && status != SC_TARGET_COMPLETED))
    return;

  g_hash_table_iter_init (&iter, self->stage_names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    if (sc_name_equal (name, text))
      {
        *stage_id = id;
        n++;
      }
  if (n == 1)
    *kind = status;
}

/* Its status, and whether there is a reason for which it was lost. */
static gboolean
read_status (ScImportSource *self,
             ScTargetKind   *kind)
{
  ScTargetKind status;

  if (*kind == SC_TARGET_UNKNOWN)
    return TRUE;

  if (self->texts[SC_IMPORT_STATUS][0] != '\0')
    {
      if (!sc_status_guess (self->texts[SC_IMPORT_STATUS], &status))
        return sc_import_source_refuse (self, SC_IMPORT_STATUS, _("“%s” is not a status of a deal."));
      /* What the stage says of the end counts, where the status says none. */
      if (status != SC_TARGET_OPEN)
        *kind = status;
    }
  else if (self->texts[SC_IMPORT_LOSS_REASON][0] != '\0' && (*kind == SC_TARGET_STAGE || *kind == SC_TARGET_OPEN))
    {
      /* No program tells why a deal was lost that is not. */
      *kind = SC_TARGET_LOST;
    }

  return TRUE;
}

/**
 * sc_import_source_read_stage:
 * @self: a table's rows
 * @row: the present row's deal
 *
 * Reads where it stands, and whether it is over.
 *
 * Returns: whether the row tells it; it is refused where it does not
 */
gboolean
sc_import_source_read_stage (ScImportSource *self,
                             ScImportRow    *row)
{
  const char *stage_id;
  ScTargetKind kind = look_up_target (self, &stage_id);

  if (kind == SC_TARGET_UNKNOWN)
    find_former_stage (self, &kind, &stage_id);
  if (!read_status (self, &kind) || !read_flags (self, &kind) || (kind == SC_TARGET_UNKNOWN && !sc_import_source_refuse_stage (self)))
    return FALSE;

  /* Where open deals stand of which the table does not say it, is nothing that it
   * says of the others. */
  row->stage_id = self->texts[SC_IMPORT_STAGE][0] == '\0' && kind != SC_TARGET_STAGE ? NULL : (char *) stage_id;
  set_status (self, kind, row);

  return TRUE;
}
