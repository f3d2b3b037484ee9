/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the interface files of this room known. */

#include "widgets/sc-widgets.h"

#include "sc-widgets-resources.h"
#include "widgets/sc-date-row.h"
#include "widgets/sc-entry-row.h"

/**
 * sc_widgets_init:
 *
 * Makes the interface files of the shared widgets known. GTK has to be initialised. Calling it again does nothing.
 */
void
sc_widgets_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_widgets_register_resource ();
  g_type_ensure (SC_TYPE_DATE_ROW);
  g_type_ensure (SC_TYPE_ENTRY_ROW);
}
