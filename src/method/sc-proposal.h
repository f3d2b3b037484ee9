/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The process that the answers to the questions lead to. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

ScVersion *sc_proposal_new (const ScAspects *aspects,
                            ScLanguage       language);
ScVersion *sc_proposal_new_by (const ScCalendar *calendar,
                               const ScAspects  *aspects,
                               ScLanguage        language);
char *sc_proposal_explain (ScKindSet        kinds,
                           const ScAspects *aspects);
const char *sc_proposal_get_quote (ScKindSet        kinds,
                                   const ScAspects *aspects);

G_END_DECLS
