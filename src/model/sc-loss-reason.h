/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reasons for which clients refuse that a new process has, in its language, and
 * what each says of the deal. */

#pragma once

#include "model/sc-language.h"
#include "model/sc-refusal.h"

G_BEGIN_DECLS

GStrv sc_loss_reasons_list (ScLanguage language);
const char *sc_loss_reason_find_key (const char *text);
const char *sc_loss_reason_get_text (const char *key,
                                     ScLanguage  language);
gboolean sc_loss_reason_decides (const char    *text,
                                 ScRefusalKind *kind);

G_END_DECLS
