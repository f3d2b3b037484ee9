/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "regulations/sc-regulations-init.h"

#include "regulations/sc-contents-list.h"
#include "regulations/sc-page-view.h"
#include "regulations/sc-regulations-view.h"
#include "sc-regulations-resources.h"
#include "widgets/sc-widgets.h"

/**
 * sc_regulations_init:
 *
 * Makes this room's interface files and types known, and those of the rooms it shows. GTK
 * has to be initialised. Calling it again does nothing.
 */
void
sc_regulations_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_widgets_init ();
  sc_regulations_register_resource ();
  g_type_ensure (SC_TYPE_CONTENTS_LIST);
  g_type_ensure (SC_TYPE_PAGE_VIEW);
  g_type_ensure (SC_TYPE_REGULATIONS_VIEW);
}
