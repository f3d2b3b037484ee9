/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why clients usually refuse: the loss reasons that a new process begins with, what
 * the usual tactics are for, and what a refusal with such a reason preselects. */

#pragma once

#include "model/sc-language.h"
#include "model/sc-refusal.h"

G_BEGIN_DECLS

/* Why deals are usually lost, in the order in which a new process lists it. */
typedef enum {
  SC_USUAL_REASON_PRICE,
  SC_USUAL_REASON_COMPETITOR,
  SC_USUAL_REASON_BUDGET,
  SC_USUAL_REASON_NOT_NOW,
  SC_USUAL_REASON_NEED,
  SC_USUAL_REASON_FIT,
  SC_USUAL_REASON_AUTHORITY,
  SC_USUAL_REASON_TRUST,
  SC_USUAL_REASON_SILENCE,
  SC_USUAL_REASON_NOT_OURS,
} ScUsualReason;

#define SC_N_USUAL_REASONS (SC_USUAL_REASON_NOT_OURS + 1)

const char *sc_usual_reason_get_key (ScUsualReason reason);
gboolean sc_usual_reason_from_key (const char    *key,
                                   ScUsualReason *reason);
const char *sc_usual_reason_get_text (ScUsualReason reason,
                                      ScLanguage    language);
gboolean sc_usual_reason_recognize (const char    *text,
                                    ScUsualReason *reason);
gboolean sc_usual_reason_get_refusal (ScUsualReason  reason,
                                      ScRefusalKind *kind);
GStrv sc_usual_reasons (ScLanguage language);

G_END_DECLS
