/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "today/sc-today.h"

#include "deal/sc-deal.h"
#include "sc-today-resources.h"

/**
 * sc_today_init:
 *
 * Makes this room's interface files known.
 */
void
sc_today_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_deal_init ();
  sc_today_register_resource ();
}
