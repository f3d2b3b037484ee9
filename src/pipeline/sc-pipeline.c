/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "pipeline/sc-pipeline.h"

#include "deal/sc-deal.h"
#include "importing/sc-importing.h"
#include "pipeline/sc-pipeline-view.h"
#include "sc-pipeline-resources.h"

/**
 * sc_pipeline_init:
 *
 * Makes this room's interface files and types known, and those of the rooms it
 * shows. GTK has to be initialised. Calling it again does nothing.
 */
void
sc_pipeline_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_deal_init ();
  sc_importing_init ();
  sc_pipeline_register_resource ();
  g_type_ensure (SC_TYPE_PIPELINE_VIEW);
}
