/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which two periods a trend compares. */

#pragma once

#include "statistics/sc-figures.h"

G_BEGIN_DECLS

ScTrend sc_trend_choose (const ScFiguresQuery *query,
                         ScDate                first_start,
                         const ScTimes        *to_decision);
gboolean sc_trend_is_early (const ScTrend *self,
                            ScDate         started);
gboolean sc_trend_is_late (const ScTrend *self,
                           ScDate         started);
ScDate sc_trend_get_early_end (const ScTrend *self,
                               ScDate         as_of);

G_END_DECLS
