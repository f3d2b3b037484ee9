/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-language.h"

G_BEGIN_DECLS

char *sc_percent_to_text (double share);
char *sc_percent_to_text_in (double     share,
                             ScLanguage language);

G_END_DECLS
