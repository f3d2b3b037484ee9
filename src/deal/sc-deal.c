/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "deal/sc-deal.h"

#include "sc-deal-resources.h"
#include "widgets/sc-widgets.h"

/**
 * sc_deal_init:
 *
 * Makes this room's interface files and types known, and those of the rooms it
 * shows. GTK has to be initialised. Calling it again does nothing.
 */
void
sc_deal_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_widgets_init ();
  sc_deal_register_resource ();
}
