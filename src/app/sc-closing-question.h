/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks whether a window is to close though something would be lost: names it, and
 * leads to it. */

#pragma once

#include "store/sc-job.h"
#include "unsaved/sc-unsaved.h"

G_BEGIN_DECLS

/* What is not saved: what holds it, or else what is on its way. */
typedef struct {
  char *name;
  ScUnsaved *unsaved;
  ScJob *job;
} ScLoss;

GPtrArray *sc_losses_new (void);
void sc_losses_add_unsaved (GPtrArray *losses,
                            ScUnsaved *unsaved);
void sc_losses_add_job (GPtrArray   *losses,
                        const ScJob *job);

#define SC_TYPE_CLOSING_QUESTION (sc_closing_question_get_type ())
G_DECLARE_FINAL_TYPE (ScClosingQuestion, sc_closing_question, SC, CLOSING_QUESTION, AdwAlertDialog)

AdwDialog *sc_closing_question_new (GPtrArray *losses,
                                    gboolean   can_wait);

G_END_DECLS
