/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Six questions on one side, the process that follows from the answers on the other. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_QUESTIONS_DIALOG (sc_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ScQuestionsDialog, sc_questions_dialog, SC, QUESTIONS_DIALOG, AdwDialog)

ScQuestionsDialog *sc_questions_dialog_new (const char      *name,
                                            const ScAspects *aspects,
                                            ScLanguage       language,
                                            ScCalendar      *calendar);
void sc_questions_dialog_refuse_name (ScQuestionsDialog *self,
                                      const char        *message);

G_END_DECLS
