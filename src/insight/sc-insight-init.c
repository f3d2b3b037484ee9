/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "insight/sc-insight-init.h"

#include "charts/sc-charts.h"
#include "deal/sc-deal.h"
#include "deal/sc-money-row.h"
#include "insight/sc-insight-view.h"
#include "sc-insight-resources.h"

/**
 * sc_insight_init:
 *
 * Makes this room's interface files and types known, and those of the rooms it shows. GTK
 * has to be initialised. Calling it again does nothing.
 */
void
sc_insight_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_charts_init ();
  sc_deal_init ();
  sc_insight_register_resource ();
  g_type_ensure (SC_TYPE_MONEY_ROW);
  g_type_ensure (SC_TYPE_INSIGHT_VIEW);
}
