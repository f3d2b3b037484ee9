/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a process of the names that somebody has for their stages. */

#pragma once

#include "method/sc-pasted-stage.h"

G_BEGIN_DECLS

/* More names than any process has; what is pasted beyond is not a list of
 * stages. */
#define SC_MAX_STAGE_NAMES 200

ScLanguage sc_guess_language (const char *const *names);
GPtrArray *sc_pasted_stages_parse (const char *text);
GStrv sc_stage_names_parse (const char *text);
char *sc_stage_name_clean (const char *text);
gboolean sc_stage_name_is_heading (const char *name);
void sc_guess_aspects (const char *const *names,
                       ScAspects         *aspects);
ScVersion *sc_version_from_names (const char *const *names,
                                  const ScAspects   *aspects,
                                  ScLanguage         language);
ScVersion *sc_version_from_pasted (GPtrArray       *stages,
                                   const ScAspects *aspects,
                                   ScLanguage       language);

G_END_DECLS
