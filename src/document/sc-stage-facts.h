/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What documents ask about the stages of a version: what they are called, what of them is
 * asked, checked and required, and what a refusal leads to. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/* What becomes of a deal when the client refuses in a stage. */
typedef enum {
  SC_OUTCOME_LOST,
  SC_OUTCOME_BACK,
  SC_OUTCOME_PARKED,
  SC_OUTCOME_ENDED,
} ScOutcome;

typedef gboolean (*ScCriterionTest) (const ScCriterion *criterion);

const char *sc_stage_facts_get_name (const ScVersion *version,
                                     guint            position,
                                     ScLanguage       language);
char *sc_stage_facts_quote (const ScVersion *version,
                            guint            position,
                            ScLanguage       language);
const char *sc_stage_facts_get_role (const ScVersion *version,
                                     const char      *role_id);
GStrv sc_stage_facts_list_participants (const ScVersion *version,
                                        const ScStage   *stage);
ScOutcome sc_stage_facts_get_outcome (const ScVersion *version,
                                      guint            position,
                                      guint           *back_to);

gboolean sc_criterion_is_question (const ScCriterion *criterion);
gboolean sc_criterion_is_exit_question (const ScCriterion *criterion);
gboolean sc_criterion_is_at_entry (const ScCriterion *criterion);
gboolean sc_criterion_is_required_question (const ScCriterion *criterion);
gboolean sc_criterion_is_required_check (const ScCriterion *criterion);
gboolean sc_criterion_is_advised_check (const ScCriterion *criterion);
guint sc_stage_facts_count (const ScStage  *stage,
                            ScCriterionTest test);
guint sc_stage_facts_count_all (const ScVersion *version,
                                ScCriterionTest  test);
GStrv sc_stage_facts_list (const ScStage  *stage,
                           ScCriterionTest test);

gboolean sc_stage_facts_has_time (const ScVersion *version);
ScDuration sc_stage_facts_sum (const ScVersion *version,
                               guint            n_stages,
                               gboolean        *is_whole);

G_END_DECLS
