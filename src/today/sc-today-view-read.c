/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the Today view shows, in the background: of each group as much as is opened,
 * and how much there is of it. */

#include "today/sc-today-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  ScInstant now;
  gboolean only_mine;
  guint limits[SC_N_DUE_GROUPS];
} Wanted;

static void
reading_free (gpointer data)
{
  ScTodayReading *reading = data;

  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_free (reading->board_id);
  g_free (reading);
}

static guint
add_up (const guint *counts)
{
  guint n = 0;

  for (guint i = 0; i < SC_N_DUE_GROUPS; i++)
    n += counts[i];

  return n;
}

/* Where there is nothing to do today: what others have, and where deals are. */
static gboolean
read_ways_on (ScTodayReading *reading,
              ScStore        *store,
              const Wanted   *wanted,
              GError        **error)
{
  static const guint nothing[SC_N_DUE_GROUPS] = { 0 };
  g_autoptr (GPtrArray) processes = sc_store_list_processes (store, SC_PROCESSES_IN_USE, error);
  g_autoptr (GPtrArray) none = NULL;
  guint counts[SC_N_DUE_GROUPS];
  guint n_most = 0;

  if (processes == NULL)
    return FALSE;
  for (guint i = 0; i < processes->len; i++)
    {
      const ScProcess *process = processes->pdata[i];

      if (!process->has_published || (reading->board_id != NULL && process->n_open <= n_most))
        continue;
      g_set_str (&reading->board_id, process->id);
      n_most = process->n_open;
    }

  if (!wanted->only_mine)
    return TRUE;

  none = sc_store_list_due (store, wanted->now, 0, NULL, nothing, counts, error);
  reading->n_others = none != NULL ? add_up (counts) : 0;

  return none != NULL;
}

static gpointer
read_today (ScStore      *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Wanted *wanted = data;
  gint64 owner = wanted->only_mine ? sc_store_get_user (store) : 0;
  ScTodayReading *reading = g_new0 (ScTodayReading, 1);

  reading->rows = sc_store_list_due (store, wanted->now, owner, NULL, wanted->limits, reading->counts, error);
  if (reading->rows != NULL && (add_up (reading->counts) > 0 || read_ways_on (reading, store, wanted, error)))
    return reading;

  reading_free (reading);

  return NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScTodayView) self = user_data;
  g_autoptr (GError) error = NULL;
  ScTodayReading *reading = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_reading = FALSE;
  if (reading == NULL)
    sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Load Today"), error);
  else if (self->is_stale)
    sc_today_view_read (self);
  else
    sc_today_view_take (self, reading);

  g_clear_pointer (&reading, reading_free);
}

/* Reads what is due, once more where it is being read. */
void
sc_today_view_read (ScTodayView *self)
{
  Wanted *wanted;

  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  wanted = g_new0 (Wanted, 1);
  wanted->now = sc_clock_now ();
  wanted->only_mine = self->only_mine;
  memcpy (wanted->limits, self->limits, sizeof wanted->limits);
  sc_store_read_async (self->store, read_today, wanted, g_free, reading_free, self->cancellable, read_cb, g_object_ref (self));
}
