/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#include "designer/sc-designer.h"

#include "designer/sc-designer-view.h"
#include "questions/sc-questions.h"
#include "sc-designer-resources.h"

/**
 * sc_designer_init:
 *
 * Makes this room's interface files and types known, and those of the rooms it
 * shows. GTK has to be initialised. Calling it again does nothing.
 */
void
sc_designer_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;

  is_done = TRUE;
  sc_questions_init ();
  sc_designer_register_resource ();
  g_type_ensure (SC_TYPE_DESIGNER_VIEW);
}
