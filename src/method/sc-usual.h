/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages usually are, by the kinds that they cover. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

ScDuration sc_usual_duration (ScKindSet         kinds,
                              const ScAspects  *aspects,
                              const ScCalendar *calendar);
double sc_usual_probability (ScKindSet        kinds,
                             const ScAspects *aspects);
ScFunction sc_usual_responsible (ScKindSet        kinds,
                                 const ScAspects *aspects);
gboolean sc_usual_takes_part (ScKindSet        kinds,
                              const ScAspects *aspects,
                              ScFunction       function);

char *sc_usual_name (ScKindSet        kinds,
                     const ScAspects *aspects,
                     ScLanguage       language);
char *sc_usual_goal (ScKindSet        kinds,
                     const ScAspects *aspects,
                     ScLanguage       language);
GPtrArray *sc_usual_criteria (ScKindSet        kinds,
                              const ScAspects *aspects,
                              ScLanguage       language);
void sc_usual_add_criteria (ScStage         *stage,
                            ScKindSet        kinds,
                            const ScAspects *aspects,
                            ScLanguage       language);
gboolean sc_usual_is_criterion (const char *text,
                                ScKindSet   kinds);
const ScCriterion *sc_usual_find_criterion (const ScStage *stage,
                                            const char    *key);
const ScCriterion *sc_usual_find_criterion_in (const ScVersion *version,
                                               const char      *key);
GPtrArray *sc_usual_tactics (const ScVersion *version,
                             const ScStage   *stage,
                             ScKindSet        kinds);
guint sc_usual_add_tactics (ScStage         *stage,
                            const ScVersion *version,
                            ScKindSet        kinds);
gboolean sc_usual_is_tactic (const ScTactic *tactic,
                             ScKindSet       kinds);
const char *sc_usual_role_name (ScFunction function,
                                ScLanguage language);
ScRole *sc_usual_role (const ScVersion *version,
                       ScFunction       function,
                       GPtrArray       *new_roles);
void sc_usual_set_refusal (ScStage         *stage,
                           const ScVersion *version,
                           guint            position);
ScStage *sc_usual_stage (const ScVersion *version,
                         ScKindSet        kinds,
                         GPtrArray       *new_roles);

G_END_DECLS
