/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an exit criterion asks for: whether it holds a deal, when it is asked, and what
 * it is answered with. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_CRITERION_DIALOG (sc_criterion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScCriterionDialog, sc_criterion_dialog, SC, CRITERION_DIALOG, AdwDialog)

void sc_criterion_dialog_present (GtkWidget  *parent,
                                  ScDesign   *design,
                                  const char *stage_id,
                                  const char *criterion_id);
char *sc_criterion_describe (const ScCriterion *criterion);

G_END_DECLS
