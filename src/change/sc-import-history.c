/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A history has several rows a deal, in any order: all are read, and then written deal
 * by deal. Where the deal stands by now is not changed by it. */

#include "change/sc-import-history.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-change-private.h"
#include "store/sc-import-write.h"
#include "store/sc-process-write.h"
#include "store/sc-stage-history.h"

/* How many rows pass between two looks at whether it was cancelled. */
#define N_A_LOOK 256

/* A row, with the place of its stage in the process; past the last for a loss. */
typedef struct {
  gint64 deal_id;
  ScInstant entered_at;
  guint place;
  gboolean is_day;
} Entry;

typedef struct {
  char *process_id;
  ScImportHistoryNext next;
  ScImportHistoryRefuse refuse;
  gpointer user_data;
  gboolean is_dry;
  ScImportCounts *counts;

  ScVersion *version;
  ScImportWrite *import;
  GArray *entries;
  /* The deal of the last row: those of one often follow each other. */
  char *last_id;
  gint64 last_deal;
} ImportHistory;

static void
import_history_free (gpointer data)
{
  ImportHistory *self = data;

  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self->last_id);
  g_free (self->process_id);
  g_free (self);
}

static gboolean
find_deal (ImportHistory *self,
           const char    *external_id,
           GError       **error)
{
  if (g_strcmp0 (self->last_id, external_id) == 0)
    return TRUE;

  g_set_str (&self->last_id, external_id);
  self->last_deal = sc_import_write_find_id (self->import, external_id, error);

  return self->last_deal >= 0;
}

static gboolean
take_row (ImportHistory            *self,
          const ScImportHistoryRow *row,
          GError                  **error)
{
  Entry entry = { .entered_at = row->entered_at, .is_day = row->is_day };

  if (!find_deal (self, row->external_id, error))
    return FALSE;
  if (self->last_deal == 0)
    {
      self->refuse (self->user_data);
      return TRUE;
    }

  entry.deal_id = self->last_deal;
  if (row->is_lost)
    entry.place = self->version->stages->len;
  else if (sc_version_find_stage (self->version, row->stage_id, &entry.place) == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                           _("The stage is not in the published process any more. Choose another."));
      return FALSE;
    }
  g_array_append_val (self->entries, entry);

  return TRUE;
}

static gboolean
take_rows (ImportHistory *self,
           GError       **error)
{
  for (guint n_rows = 0;; n_rows++)
    {
      ScImportHistoryRow row = { 0 };
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
      if (!take_row (self, &row, error))
        return FALSE;
    }
}

/* Of one day the stages follow each other as they do in the process. */
static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->deal_id != other->deal_id)
    return one->deal_id < other->deal_id ? -1 : 1;
  if (one->entered_at != other->entered_at)
    return one->entered_at < other->entered_at ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

static gboolean
write_losses (ImportHistory *self,
              ScWrite       *write,
              const Entry   *entries,
              guint          n_entries,
              GError       **error)
{
  for (guint i = n_entries; i > 0; i--)
    {
      gboolean is_added = FALSE;

      if (entries[i - 1].place < self->version->stages->len)
        continue;
      if (!sc_write_tell_end (write, entries[i - 1].deal_id, sc_date_from_instant (entries[i - 1].entered_at), &is_added,
                              error))
        return FALSE;
      self->counts->n_added += is_added;
    }

  return TRUE;
}

static gboolean
write_deal (ImportHistory *self,
            ScWrite       *write,
            const Entry   *entries,
            guint          n_entries,
            GError       **error)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (ScStageEntry));
  guint n_added = 0;

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].place < self->version->stages->len)
      {
        ScStageEntry one = { sc_version_get_stage (self->version, entries[i].place)->id, entries[i].entered_at,
                             entries[i].is_day };

        g_array_append_val (told, one);
      }
  if (told->len > 0
      && !sc_write_tell_stages (write, entries[0].deal_id, (const ScStageEntry *) told->data, told->len, &n_added, error))
    return FALSE;

  self->counts->n_added += n_added;

  return write_losses (self, write, entries, n_entries, error);
}

static gboolean
write_deals (ImportHistory *self,
             ScWrite       *write,
             GError       **error)
{
  const Entry *entries = (const Entry *) self->entries->data;
  guint n_deals = 0;

  g_array_sort (self->entries, compare_cb);
  for (guint from = 0, to; from < self->entries->len; from = to)
    {
      for (to = from + 1; to < self->entries->len && entries[to].deal_id == entries[from].deal_id; to++)
        ;
      if (n_deals++ % N_A_LOOK == 0 && sc_import_write_is_cancelled (self->import, error))
        return FALSE;
      if (!write_deal (self, write, &entries[from], to - from, error))
        return FALSE;
    }
  self->counts->n_unchanged = self->entries->len - self->counts->n_added;

  return TRUE;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  ImportHistory *self = data;
  gboolean is_ok;

  *self->counts = (ScImportCounts) { 0 };
  self->version = sc_write_load_version (write, self->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version == NULL)
    return FALSE;

  sc_store_keep_copy_before (sc_write_get_store (write));
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->import = sc_import_write_new (write, self->process_id, error);
  is_ok = self->import != NULL && take_rows (self, error) && write_deals (self, write, error);
  g_clear_pointer (&self->import, sc_import_write_free);
  if (is_ok && self->is_dry)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  return is_ok && !self->is_dry;
}

/**
 * sc_command_import_history:
 * @process_id: a process that is published
 * @name: the change's name, for people; what was imported
 * @next: gives one row after the other
 * @refuse: told that there is no deal of the row that was given last
 * @user_data: for both
 * @is_dry: whether to turn back at the end, with %G_IO_ERROR_CANCELLED, and only count
 * @counts: what has become of the rows: added, or known before (unchanged)
 *
 * Tells of deals that the process has by their external ids when they came into which
 * stage. What was worked out of that goes, what anybody told stays, and the deals stand
 * where they stood. The whole import is one change.
 *
 * Returns: (transfer full): a command that imports the rows
 */
ScCommand *
sc_command_import_history (const char           *process_id,
                           const char           *name,
                           ScImportHistoryNext   next,
                           ScImportHistoryRefuse refuse,
                           gpointer              user_data,
                           gboolean              is_dry,
                           ScImportCounts       *counts)
{
  ImportHistory *self = g_new0 (ImportHistory, 1);

  self->process_id = g_strdup (process_id);
  self->next = next;
  self->refuse = refuse;
  self->user_data = user_data;
  self->is_dry = is_dry;
  self->counts = counts;

  return sc_command_new (SC_SCOPE_DEALS, process_id, g_strdup (name), run, self, import_history_free);
}
