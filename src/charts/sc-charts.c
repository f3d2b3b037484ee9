/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the interface files and types of this room known. */

#include "charts/sc-charts.h"

#include "charts/sc-chart-card.h"
#include "charts/sc-chart-view.h"
#include "charts/sc-help-button.h"
#include "sc-charts-resources.h"
#include "widgets/sc-widgets.h"

/**
 * sc_charts_init:
 *
 * Makes this room's interface files and types known, and those that they show. GTK has to be
 * initialised. Calling it again does nothing.
 */
void
sc_charts_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_widgets_init ();
  sc_charts_register_resource ();
  g_type_ensure (SC_TYPE_CHART_VIEW);
  g_type_ensure (SC_TYPE_HELP_BUTTON);
  g_type_ensure (SC_TYPE_CHART_CARD);
}
