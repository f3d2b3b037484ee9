/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "today/sc-today.h"

#include "sc-today-resources.h"

/**
 * sc_today_init:
 *
 * Makes this room's interface files known.
 */
void
sc_today_init (void)
{
  sc_today_register_resource ();
}
