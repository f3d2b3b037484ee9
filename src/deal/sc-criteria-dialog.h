/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/sc-rows.h"

G_BEGIN_DECLS

#define SC_TYPE_CRITERIA_DIALOG (sc_criteria_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScCriteriaDialog, sc_criteria_dialog, SC, CRITERIA_DIALOG, AdwAlertDialog)

AdwDialog *sc_criteria_dialog_new (const char *title,
                                   GPtrArray  *criteria);
AdwDialog *sc_criteria_dialog_new_for_many (guint      n_deals,
                                            GPtrArray *criteria);
void sc_criteria_dialog_set_labels (ScCriteriaDialog *self,
                                    const char       *done,
                                    const char       *anyway);
GStrv sc_criteria_dialog_list_ids (ScCriteriaDialog *self,
                                   gboolean          is_ticked);

G_END_DECLS
