/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings back what was deleted, as far as others have left room for it: under
 * another name, without an id that another deal has by now, on the side of the
 * client mark where its stage stands today. What came out otherwise is told. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-deleted.h"
#include "store/sc-process-write.h"

static gboolean
run_process (gpointer   data,
             ScWrite   *write,
             ScOutcome *outcome,
             GError   **error)
{
  const ScProcess *process = data;
  g_autofree char *name = sc_write_undelete_process (write, process, error);

  if (name == NULL)
    return FALSE;

  if (!g_str_equal (name, process->name))
    {
      g_ptr_array_add (outcome->notices,
                       g_strdup_printf (_("“%1$s” is called “%2$s” now, for there is another “%1$s” by now."),
                                        process->name, name));
      g_free (outcome->name);
      outcome->name = g_strdup_printf (C_("undo delete", "Restore “%s”"), name);
    }

  return TRUE;
}

/**
 * sc_command_undelete_process:
 * @process: a process that was deleted, as the store lists it
 *
 * Its deals come back with it, but for those that were deleted by themselves.
 *
 * Returns: (transfer full): a command that brings the process back
 */
ScCommand *
sc_command_undelete_process (const ScProcess *process)
{
  return sc_command_new (SC_SCOPE_DESIGN, process->id, g_strdup_printf (C_("undo delete", "Restore “%s”"), process->name),
                         run_process, sc_process_ref ((ScProcess *) process), (GDestroyNotify) sc_process_unref);
}

typedef struct {
  gint64 *deal_ids;
  guint n_deals;
  gint64 change_id;
  char *stage_id;
  /* Of the deal before, which mostly is that of the next. */
  char *process_id;
  ScVersion *version;
} Undelete;

static void
undelete_free (gpointer data)
{
  Undelete *self = data;

  g_free (self->deal_ids);
  g_free (self->stage_id);
  g_free (self->process_id);
  g_clear_pointer (&self->version, sc_version_unref);
  g_free (self);
}

/* What the process is called that a deal belongs to, deleted or not. */
static char *
name_process (ScWrite      *write,
              const ScDeal *deal,
              gboolean     *is_deleted)
{
  g_autoptr (ScProcess) process = sc_store_load_process (sc_write_get_store (write), deal->process_id, NULL);
  g_autoptr (ScProcess) deleted = NULL;

  *is_deleted = process == NULL;
  if (process == NULL)
    deleted = sc_store_find_deleted_process (sc_write_get_store (write), deal->process_id, NULL);

  return process != NULL ? g_strdup (process->name) : g_strdup (deleted != NULL ? deleted->name : NULL);
}

static gboolean
check_process (ScWrite      *write,
               const ScDeal *deal,
               GError      **error)
{
  gboolean is_deleted = FALSE;
  g_autofree char *name = name_process (write, deal, &is_deleted);

  if (!is_deleted)
    return TRUE;

  if (name != NULL)
    /* Translators: a deal, a process */
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("“%1$s” belongs to “%2$s”, which is deleted too. Restore “%2$s” first."), deal->title, name);
  else
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("“%s” belongs to a process that is deleted, too."), deal->title);

  return FALSE;
}

static char *
name_stage (ScWrite      *write,
            const ScDeal *deal)
{
  g_autoptr (GHashTable) names = sc_store_list_stage_names (sc_write_get_store (write), deal->process_id, NULL);

  return g_strdup (names != NULL ? g_hash_table_lookup (names, deal->stage_id) : NULL);
}

/* The stage that a deal of the board goes to. */
static const ScStage *
choose_stage (const Undelete  *self,
              ScWrite         *write,
              const ScVersion *version,
              const ScDeal    *deal,
              GError         **error)
{
  const ScStage *stage = sc_version_find_stage (version, deal->stage_id, NULL);
  g_autofree char *name = NULL;

  if (stage == NULL && self->stage_id != NULL)
    stage = sc_version_find_stage (version, self->stage_id, NULL);
  if (stage != NULL)
    return stage;

  name = name_stage (write, deal);
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_PLACE,
               /* Translators: a deal, a stage */
               _("“%1$s” stood in “%2$s”, a stage that is gone by now. Say which stage it goes to."),
               deal->title, name != NULL ? name : "");

  return NULL;
}

static gboolean
need_process (Undelete     *self,
              ScWrite      *write,
              const ScDeal *deal,
              GError      **error)
{
  if (g_strcmp0 (self->process_id, deal->process_id) == 0)
    return TRUE;
  if (!check_process (write, deal, error))
    return FALSE;

  g_set_str (&self->process_id, deal->process_id);
  g_clear_pointer (&self->version, sc_version_unref);

  return TRUE;
}

static const ScVersion *
need_version (Undelete     *self,
              ScWrite      *write,
              const ScDeal *deal,
              GError      **error)
{
  g_autoptr (GError) own_error = NULL;

  if (self->version == NULL)
    self->version = sc_write_load_version (write, deal->process_id, SC_VERSION_WANTED_PUBLISHED, &own_error);
  if (self->version == NULL && g_error_matches (own_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                 _("The process of “%s” is not published any more, so there is no stage for it. Publish it first."),
                 deal->title);
  else if (self->version == NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return self->version;
}

/* A deal of the board stands where the published version has a place for it,
 * and is won behind the client mark, as after a publication. */
static gboolean
fit_to_version (Undelete     *self,
                ScWrite      *write,
                const ScDeal *deal,
                GError      **error)
{
  const ScVersion *version;
  g_autoptr (ScDeal) before = NULL;
  g_autoptr (ScDeal) after = NULL;
  const ScStage *stage;

  if (!sc_deal_status_is_standing (deal->status))
    return TRUE;

  version = need_version (self, write, deal, error);
  stage = version != NULL ? choose_stage (self, write, version, deal, error) : NULL;
  before = stage != NULL ? sc_write_load_deal (write, deal->id, error) : NULL;
  if (before == NULL)
    return FALSE;

  after = sc_deal_copy (before);
  if (!sc_deal_change_enter_top (write, version, stage, after, error))
    return FALSE;
  sc_deal_change_enter (after, version, stage->id);

  return sc_write_save_deal (write, before, after, NULL, error);
}

static gboolean
undelete_one (Undelete  *self,
              ScWrite   *write,
              gint64     deal_id,
              ScOutcome *outcome,
              GError   **error)
{
  g_autoptr (ScDeal) deal = sc_write_load_deleted_deal (write, deal_id, error);
  gint64 other_id = 0;

  if (deal == NULL ||
      !need_process (self, write, deal, error) ||
      !sc_write_undelete_deal (write, deal, &other_id, error) ||
      !fit_to_version (self, write, deal, error))
    return FALSE;

  if (other_id != 0)
    g_ptr_array_add (outcome->notices,
                     /* Translators: a deal, its id in another program, the number of another deal */
                     g_strdup_printf (_("“%1$s” came back without its external id “%2$s”, which deal %3$lld has by now."),
                                      deal->title, deal->external_id, (long long) other_id));
  outcome->row_id = deal_id;

  return TRUE;
}

static char *
make_name (guint n_deals)
{
  return g_strdup_printf (ngettext ("Restore %u deal", "Restore %u deals", n_deals), n_deals);
}

static gboolean
run_deals (gpointer   data,
           ScWrite   *write,
           ScOutcome *outcome,
           GError   **error)
{
  Undelete *self = data;

  for (guint i = 0; i < self->n_deals; i++)
    if (!undelete_one (self, write, self->deal_ids[i], outcome, error))
      return FALSE;

  return TRUE;
}

/* Nobody else writes meanwhile, so what is read beside the write holds. */
static gboolean
run_change (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  Undelete *self = data;
  g_autoptr (GArray) ids = sc_store_list_deleted_with (sc_write_get_store (write), self->change_id, error);

  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                           _("These deals are not deleted any more, or were deleted too long ago."));
      return FALSE;
    }

  self->n_deals = ids->len;
  self->deal_ids = (gint64 *) (gpointer) g_array_steal (ids, NULL);
  g_free (outcome->name);
  outcome->name = make_name (self->n_deals);

  return run_deals (self, write, outcome, error);
}

static ScCommand *
new_command (const char   *process_id,
             char         *name,
             const gint64 *deal_ids,
             guint         n_deals,
             const char   *stage_id)
{
  Undelete *self = g_new0 (Undelete, 1);

  self->deal_ids = g_memdup2 (deal_ids, n_deals * sizeof *deal_ids);
  self->n_deals = n_deals;
  self->stage_id = g_strdup (stage_id);

  return sc_command_new (SC_SCOPE_DEALS, process_id, name, run_deals, self, undelete_free);
}

/**
 * sc_command_undelete_deal:
 * @deal: a deal that was deleted, as the store loads it
 * @stage_id: (nullable): where it goes if its stage is gone
 *
 * A deal that had left the board stays where it was. One that stood on it comes
 * back to its stage; where that is gone and @stage_id does not say where it
 * goes, it is refused with %SC_STORE_ERROR_NO_PLACE. One whose process is
 * deleted is refused with %SC_STORE_ERROR_INVALID.
 *
 * Returns: (transfer full): a command that brings the deal back
 */
ScCommand *
sc_command_undelete_deal (const ScDeal *deal,
                          const char   *stage_id)
{
  return new_command (deal->process_id,
                      g_strdup_printf (C_("undo delete", "Restore “%s”"), deal->title), &deal->id, 1, stage_id);
}

/**
 * sc_command_undelete_deals:
 * @deal_ids: (array length=n_deals): deals that were deleted
 * @n_deals: how many
 * @stage_id: (nullable): where those go whose stage is gone
 *
 * As sc_command_undelete_deal(), all of them or none.
 *
 * Returns: (transfer full): a command that brings the deals back
 */
ScCommand *
sc_command_undelete_deals (const gint64 *deal_ids,
                           guint         n_deals,
                           const char   *stage_id)
{
  return new_command (NULL, make_name (n_deals), deal_ids, n_deals, stage_id);
}

/**
 * sc_command_undelete_deals_of:
 * @change_id: a change that deleted deals
 * @stage_id: (nullable): where those go whose stage is gone
 *
 * As sc_command_undelete_deals(), for all that are still deleted. The outcome's
 * name says how many they were.
 *
 * Returns: (transfer full): a command that brings the deals back
 */
ScCommand *
sc_command_undelete_deals_of (gint64      change_id,
                              const char *stage_id)
{
  Undelete *self = g_new0 (Undelete, 1);

  self->change_id = change_id;
  self->stage_id = g_strdup (stage_id);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup (C_("undo delete", "Restore deals")), run_change, self, undelete_free);
}
