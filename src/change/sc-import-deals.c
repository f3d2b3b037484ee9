/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table tells where a deal stands, and may tell when it began and ended; where it
 * stood in between nobody knows, nor since when it has stood where it is. What is
 * missing stays missing. The history has where it stands as worked out, from the day
 * on which it began, and its end on the day that was told. */

#include "change/sc-import-deals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "change/sc-deal-change-private.h"
#include "change/sc-import-beside-private.h"
#include "change/sc-import-merge-private.h"
#include "model/sc-deal-column.h"
#include "model/sc-name.h"
#include "store/sc-deal-write.h"
#include "store/sc-own-id.h"
#include "store/sc-process-write.h"

/* How many rows pass between two looks at whether it was cancelled. */
#define N_A_LOOK 256

/* How many days' instants are remembered: some ten years. */
#define N_DATES 4096

/* More rows are not taken in. */
#define MAX_ROWS 5000000

typedef struct {
  char *process_id;
  ScImportNext next;
  ScImportRefuse refuse;
  gpointer user_data;
  const ScImportBeside *beside;
  gboolean is_dry;
  ScImportCounts *counts;

  ScWrite *write;
  ScVersion *version;
  ScImportWrite *import;
  ScInstant now;
  ScDate dates[N_DATES];
  ScInstant instants[N_DATES];
} ImportDeals;

static void
import_deals_free (gpointer data)
{
  ImportDeals *self = data;

  g_clear_pointer (&self->version, sc_version_unref);
  g_free (self->process_id);
  g_free (self);
}

/* Files have many rows of one day. */
static ScInstant
to_instant (ImportDeals *self,
            ScDate       date)
{
  guint slot = date % N_DATES;

  if (date == SC_DATE_NONE)
    return self->now;
  if (date != self->dates[slot])
    {
      self->dates[slot] = date;
      self->instants[slot] = sc_date_to_instant (date);
    }

  return self->instants[slot];
}

static const char *
get_first_stage (ImportDeals *self)
{
  return sc_version_get_stage (self->version, 0)->id;
}

static const char *
get_last_stage (ImportDeals *self)
{
  return sc_version_get_stage (self->version, self->version->stages->len - 1)->id;
}

/* Where a deal stands of which the file says only how it ended. */
static const char *
choose_stage (ImportDeals  *self,
              ScDealStatus *status)
{
  const ScStage *won = sc_deal_change_find_won_stage (self->version);

  switch (*status)
    {
    case SC_DEAL_WON:
      if (won == NULL)
        *status = SC_DEAL_COMPLETED;
      return won != NULL ? won->id : get_last_stage (self);
    case SC_DEAL_ENDED_EARLY:
      return won != NULL ? won->id : get_last_stage (self);
    case SC_DEAL_COMPLETED:
      return get_last_stage (self);
    case SC_DEAL_OPEN:
    case SC_DEAL_LOST:
    default:
      return get_first_stage (self);
    }
}

/* An open deal behind the client mark is won. */
static gboolean
check_stage (ImportDeals  *self,
             const char   *stage_id,
             ScDealStatus *status,
             GError      **error)
{
  guint position;

  if (sc_version_find_stage (self->version, stage_id, &position) == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                           _("The stage is not in the published process any more. Choose another."));
      return FALSE;
    }
  if (*status == SC_DEAL_OPEN && (int) position > sc_version_get_mark_position (self->version))
    *status = SC_DEAL_WON;

  return TRUE;
}

/* A won deal stands behind the client mark, whatever the file says. */
static const char *
find_place (ImportDeals       *self,
            const ScImportRow *row,
            ScDealStatus      *status)
{
  if (row->stage_id == NULL
      || (row->status == SC_DEAL_WON && sc_deal_change_get_status (self->version, row->stage_id) != SC_DEAL_WON))
    return choose_stage (self, status);

  return row->stage_id;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

static char *
text_or_null (char *text)
{
  return has_text (text) ? text : NULL;
}

/* What a row leaves blank it does not say, nor what is over: a deal that was parked until a
 * day that has come is at work. */
static ScImportRow
drop_blanks (const ScImportRow *row)
{
  ScImportRow said = *row;
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = 0; i < n_plain; i++)
    if (sc_deal_column_is_text (&plain[i]) && !has_text (sc_deal_column_get_text (&plain[i], row)))
      sc_deal_column_lend_text (&plain[i], &said, NULL);
  said.company = text_or_null (row->company);
  said.person = text_or_null (row->person);
  said.phone = text_or_null (row->phone);
  said.email = text_or_null (row->email);
  said.owner = text_or_null (row->owner);
  said.next_step = text_or_null (row->next_step);
  said.probability = SC_PROBABILITY_UNSET;
  if (said.parked_until != SC_DATE_NONE && said.parked_until <= sc_clock_today ())
    said.parked_until = SC_DATE_NONE;

  return said;
}

static char *
choose_title (const ScImportRow *row)
{
  char *const names[] = { row->title, row->company, row->person, row->external_id, (char *) _("Imported deal") };
  guint i = 0;

  while (names[i] == NULL)
    i++;

  return names[i];
}

/* Where the row does not say it, a client's deal was won on the day on which the file says
 * that it was closed; one that ended early on a day that was known before, or on none that
 * is. */
static void
set_won_on (const ScDeal      *before,
            const ScImportRow *row,
            ScDeal            *deal)
{
  if (sc_deal_status_is_client (deal->status) && row->won_on != SC_DATE_NONE)
    return;

  if (before == NULL || !sc_deal_status_is_client (before->status) || !sc_deal_status_is_client (deal->status))
    deal->won_on = SC_DATE_NONE;
  if ((deal->status == SC_DEAL_WON || deal->status == SC_DEAL_COMPLETED) && deal->closed != SC_DATE_NONE)
    deal->won_on = deal->closed;
}

/* One that comes into another stage is parked no more, unless the row says it. */
static void
set_parked (const ScDeal      *before,
            const ScImportRow *row,
            ScDeal            *deal)
{
  gboolean is_told = row->parked_until != SC_DATE_NONE;
  gboolean stays = before != NULL && g_str_equal (before->stage_id, deal->stage_id);

  if (!sc_deal_status_is_standing (deal->status) || (!is_told && !stays))
    deal->parked_until = SC_DATE_NONE;
}

/* What is not told has happened by now. @before: (nullable): the deal as it is, and @row
 * what the file says of it, which @import has. */
static void
set_times (ImportDeals       *self,
           const ScDeal      *before,
           const ScImportRow *row,
           ScImportDeal      *import)
{
  ScDeal *deal = &import->deal;

  if (deal->status == SC_DEAL_OPEN)
    deal->closed = SC_DATE_NONE;
  set_won_on (before, row, deal);
  set_parked (before, row, deal);

  import->ended_at = to_instant (self, deal->closed);
  import->began_at = deal->started != SC_DATE_NONE ? to_instant (self, deal->started) : import->ended_at;
}

static ScImportBeside
get_beside (ImportDeals *self)
{
  return self->beside != NULL ? *self->beside : (ScImportBeside) { 0 };
}

/* Whether the row is taken. */
static gboolean
is_right (ImportDeals  *self,
          ScImportFault fault)
{
  if (fault != SC_IMPORT_FAULT_NONE && self->refuse != NULL)
    self->refuse (fault, self->user_data);

  return fault == SC_IMPORT_FAULT_NONE;
}

/* A stage that the process has no more is right only of a deal that stands there. */
static ScImportFault
look_at_stage (ImportDeals *self,
               const char  *stage_id)
{
  gboolean is_gone = self->refuse != NULL && stage_id != NULL && sc_version_find_stage (self->version, stage_id, NULL) == NULL;

  return is_gone ? SC_IMPORT_FAULT_STAGE : SC_IMPORT_FAULT_NONE;
}

static gboolean
ends_before (const ScDeal *deal)
{
  return (deal->closed != SC_DATE_NONE && deal->closed < deal->started)
         || (deal->won_on != SC_DATE_NONE && deal->won_on < deal->started);
}

/* A deal that has such days already keeps them. @before: (nullable): the deal as it is. */
static ScImportFault
look_at_days (ImportDeals  *self,
              const ScDeal *before,
              const ScDeal *deal)
{
  gboolean is_told = before == NULL || deal->started != before->started || deal->closed != before->closed || deal->won_on != before->won_on;

  return self->refuse != NULL && is_told && ends_before (deal) ? SC_IMPORT_FAULT_DAYS : SC_IMPORT_FAULT_NONE;
}

static gboolean
add (ImportDeals       *self,
     const ScImportRow *row,
     gboolean          *is_known,
     GError           **error)
{
  ScImportBeside beside = get_beside (self);
  ScImportDeal import = { .deal = *row, .stages = beside.stages, .contacts = beside.contacts };
  ScDeal *deal = &import.deal;

  deal->stage_id = (char *) find_place (self, row, &deal->status);
  if (!is_right (self, look_at_stage (self, deal->stage_id)))
    return TRUE;
  if (!check_stage (self, deal->stage_id, &deal->status, error))
    return FALSE;
  if (!is_right (self, sc_import_beside_look_at_step (deal)) || !is_right (self, look_at_days (self, NULL, deal)))
    return TRUE;

  set_times (self, NULL, row, &import);
  if (!sc_import_write_add (self->import, &import, is_known, error))
    return FALSE;
  if (*is_known)
    return TRUE;

  self->counts->n_added++;
  sc_import_counts_add (self->counts, deal);
  sc_import_counts_look_at_days (self->counts, deal);

  return TRUE;
}

static gboolean
merge_status (ImportDeals       *self,
              const ScDeal      *before,
              const ScImportRow *row,
              ScDeal            *deal,
              gboolean          *is_changed,
              GError           **error)
{
  ScDealStatus status = row->status;

  if (sc_import_is_there (before, row))
    return TRUE;

  *is_changed = TRUE;
  if (row->stage_id != NULL || !sc_import_keeps_stage (before, row))
    deal->stage_id = (char *) find_place (self, row, &status);
  if (row->stage_id == NULL && status == SC_DEAL_LOST && sc_deal_status_is_client (before->status))
    status = SC_DEAL_ENDED_EARLY;
  if (!check_stage (self, deal->stage_id, &status, error))
    return FALSE;
  deal->status = status;

  return TRUE;
}

/* Writes what the row changes of the deal's own fields, and of what stands beside it. */
static gboolean
write_changes (ImportDeals          *self,
               const ScDeal         *before,
               const ScImportRow    *row,
               ScImportDeal         *import,
               gboolean              is_changed,
               const ScBesideChange *change,
               GError              **error)
{
  set_times (self, before, row, import);
  self->counts->n_updated++;
  sc_import_counts_add (self->counts, &import->deal);

  return (!is_changed || sc_import_write_update (self->import, before, import, error))
         && sc_deal_change_leave (self->write, before, &import->deal, error)
         && sc_beside_change_write (change, self->write, self->import, before->id, error);
}

static gboolean
update (ImportDeals       *self,
        const ScDeal      *before,
        const ScImportRow *row,
        GError           **error)
{
  gboolean is_changed = FALSE;
  ScImportBeside beside = get_beside (self);
  g_auto (ScBesideChange) change = { 0 };
  ScImportDeal import = { .deal = *before };
  ScImportFault fault;

  if (!sc_import_is_there (before, row) && !is_right (self, look_at_stage (self, row->stage_id)))
    return TRUE;
  if (!merge_status (self, before, row, &import.deal, &is_changed, error))
    return FALSE;
  sc_import_merge (&import.deal, row, &is_changed);
  if (!sc_beside_change_find (&change, self->write, before, &import.deal, row, beside.contacts, &fault, error))
    return FALSE;
  if (fault == SC_IMPORT_FAULT_NONE)
    fault = look_at_days (self, before, &import.deal);
  if (!is_right (self, fault))
    return TRUE;

  sc_import_counts_look_at_days (self->counts, &import.deal);
  if (beside.stages.n_entries > 0)
    sc_import_write_tell (self->import, before->id, &beside.stages, !is_changed && !sc_beside_change_is_any (&change));
  if (is_changed || sc_beside_change_is_any (&change))
    return write_changes (self, before, row, &import, is_changed, &change, error);

  self->counts->n_unchanged++;

  return TRUE;
}

static gboolean
take_row (ImportDeals       *self,
          const ScImportRow *row,
          GError           **error)
{
  g_autoptr (ScDeal) before = NULL;
  ScImportRow said = drop_blanks (row);
  ScImportRow named = said;
  gboolean is_known = FALSE;

  named.title = choose_title (&said);
  if (!sc_deal_check (&named, error))
    return FALSE;

  /* Into a process without imported deals most rows are new: there it is
   * quicker to ask only when one turns out not to be. */
  if (said.external_id != NULL && (!sc_import_write_is_fresh (self->import) || g_str_has_prefix (said.external_id, SC_OWN_ID_PREFIX)) &&
      !sc_import_write_find (self->import, said.external_id, &before, error))
    return FALSE;
  if (before == NULL && !add (self, &named, &is_known, error))
    return FALSE;
  if (is_known && !sc_import_write_find (self->import, said.external_id, &before, error))
    return FALSE;

  if (before == NULL)
    return TRUE;

  /* An id of ours is none of another program. */
  said.external_id = before->external_id;

  return update (self, before, &said, error);
}

static gboolean
take_rows (ImportDeals *self,
           GError     **error)
{
  for (guint n_rows = 0;; n_rows++)
    {
      ScImportRow row = { 0 };
      GError *own_error = NULL;

      if (n_rows % N_A_LOOK == 0 && sc_import_write_is_cancelled (self->import, error))
        return FALSE;
      if (!self->next (&row, self->user_data, &own_error))
        {
          if (own_error == NULL)
            return TRUE;
          g_propagate_error (error, own_error);
          return FALSE;
        }
      if (n_rows == MAX_ROWS)
        {
          g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                       _("The file has more than %d rows. Import it in parts."), MAX_ROWS);
          return FALSE;
        }
      if (!take_row (self, &row, error))
        return FALSE;
    }
}

/* A deal of which something was told of its stages alone is updated, too. */
static gboolean
finish (ImportDeals *self,
        ScWrite     *write,
        GError     **error)
{
  g_autoptr (GArray) told = sc_import_write_finish (self->import, error);

  if (told == NULL)
    return FALSE;

  for (guint i = 0; i < told->len; i++)
    {
      g_autoptr (ScDeal) deal = sc_write_load_deal (write, g_array_index (told, gint64, i), error);

      if (deal == NULL)
        return FALSE;
      self->counts->n_unchanged--;
      self->counts->n_updated++;
      sc_import_counts_add (self->counts, deal);
    }

  return TRUE;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  ImportDeals *self = data;
  gboolean is_ok;

  memset (self->counts, 0, sizeof *self->counts);
  self->now = sc_clock_now ();
  self->write = write;
  self->version = sc_write_load_version (write, self->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version == NULL)
    return FALSE;
  if (self->version->stages->len == 0)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("The process has no stages. Add one and publish the process first."));
      return FALSE;
    }

  sc_store_keep_copy_before (sc_write_get_store (write));
  self->import = sc_import_write_new (write, self->process_id, error);
  is_ok = self->import != NULL && take_rows (self, error) && finish (self, write, error);
  g_clear_pointer (&self->import, sc_import_write_free);
  if (is_ok && self->is_dry)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  return is_ok && !self->is_dry;
}

/**
 * sc_command_import_deals:
 * @process_id: a process that is published
 * @name: the change's name, for people; what was imported
 * @next: gives one row after the other
 * @user_data: for @next
 * @counts: what has become of the rows; grows while the command runs
 *
 * The whole import is one change: when a row can't be taken or the command is
 * cancelled, nothing is written. Deals with an external id that the process
 * has already, or with the id of ours that such a deal has in a table, are updated
 * with what the row says, others are added; a company,
 * a person or an owner is found by name, or made. A day that a row does not give
 * stays unknown, and so does when the deal came into its stage. A row without a
 * stage goes where its status
 * says: a won deal right behind the client mark, completed where no stage
 * follows.
 *
 * Returns: (transfer full): a command that imports the rows
 */
ScCommand *
sc_command_import_deals (const char     *process_id,
                         const char     *name,
                         ScImportNext    next,
                         gpointer        user_data,
                         ScImportCounts *counts)
{
  return sc_command_import_deals_with_more (process_id, name, next, NULL, user_data, NULL, FALSE, counts);
}

/**
 * sc_command_import_deals_with_more:
 * @process_id: a process that is published
 * @name: the change's name, for people; what was imported
 * @next: gives one row after the other
 * @refuse: (nullable): told that the row that was given last is not taken, and why
 * @user_data: for both
 * @beside: (nullable): where @next puts what else the row tells
 * @is_dry: whether to turn back at the end, with %G_IO_ERROR_CANCELLED, and only count
 * @counts: what has become of the rows; grows while the command runs
 *
 * As sc_command_import_deals(). What is told of a deal's stages takes the place of what
 * was worked out; of its next step and its contacts, of what is there.
 *
 * Returns: (transfer full): a command that imports the rows
 */
ScCommand *
sc_command_import_deals_with_more (const char           *process_id,
                                   const char           *name,
                                   ScImportNext          next,
                                   ScImportRefuse        refuse,
                                   gpointer              user_data,
                                   const ScImportBeside *beside,
                                   gboolean              is_dry,
                                   ScImportCounts       *counts)
{
  ImportDeals *self = g_new0 (ImportDeals, 1);

  self->process_id = g_strdup (process_id);
  self->next = next;
  self->refuse = refuse;
  self->user_data = user_data;
  self->beside = beside;
  self->is_dry = is_dry;
  self->counts = counts;

  return sc_command_new (SC_SCOPE_DEALS, process_id, g_strdup (name), run, self, import_deals_free);
}
