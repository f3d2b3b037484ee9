/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts what became of cases after how many days, for the curves that are made of it. */

#pragma once

#include "statistics/sc-figures.h"
#include "statistics/sc-survival.h"
#include "store/sc-fates.h"

G_BEGIN_DECLS

typedef struct _ScOutcomeCount ScOutcomeCount;

ScOutcomeCount *sc_outcome_count_new (void);
void sc_outcome_count_free (ScOutcomeCount *self);
void sc_outcome_count_add (ScOutcomeCount *self,
                           guint           t,
                           ScDecision      decision);
GArray *sc_outcome_count_list (ScOutcomeCount *self);
void sc_outcome_count_add_many (ScOutcomeCount *self,
                                guint           t,
                                ScDecision      decision,
                                guint           n);
ScCurve *sc_outcome_count_make_curve (ScOutcomeCount *self);

ScTimes sc_times_until_decided (const ScCurve *curve);
ScTimes sc_times_until_won (const ScCurve *curve);
ScTimes sc_times_until_lost (const ScCurve *curve);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOutcomeCount, sc_outcome_count_free)

G_END_DECLS
