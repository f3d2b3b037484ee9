/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar of a database, for whoever counts days. */

#include "store/sc-main-thread.h"
#include "store/sc-store-private.h"

/**
 * sc_store_get_calendar:
 * @self: a store
 *
 * It is read once, and anew when any program has changed it; then “changed” is emitted
 * too. A thread that shows a window does not look: to it the calendar is what the last
 * “changed” was about.
 *
 * Returns: (transfer full): the working calendar by which all days are counted
 */
ScCalendar *
sc_store_get_calendar (ScStore *self)
{
  g_autoptr (ScReader) reader = NULL;

  g_return_val_if_fail (SC_IS_STORE (self), NULL);

  if (!sc_main_thread_is_current ())
    reader = sc_reader_new (self, NULL, NULL);

  return reader != NULL ? sc_reader_get_calendar (reader) : sc_kept_calendar_get (sc_store_get_kept_calendar (self));
}
