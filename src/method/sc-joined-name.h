/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage is called that two or more have gone into. */

#pragma once

#include "model/sc-language.h"

G_BEGIN_DECLS

char *sc_joined_name (const char *const *names,
                      guint              n_names,
                      ScLanguage         language);

G_END_DECLS
