/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What today asks for, over all processes, in groups: what is overdue, due today and this
 * week, deals without a next step or over their target time, and what else waits. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_TODAY_VIEW (sc_today_view_get_type ())
G_DECLARE_FINAL_TYPE (ScTodayView, sc_today_view, SC, TODAY_VIEW, AdwBin)

ScTodayView *sc_today_view_new (ScStore *store);
guint sc_today_view_get_n_due (ScTodayView *self);
gboolean sc_today_view_get_only_mine (ScTodayView *self);
void sc_today_view_set_only_mine (ScTodayView *self,
                                  gboolean     only_mine);

void sc_today_view_lead_to_deal (ScTodayView *self,
                                 const char  *process_id,
                                 gint64       deal_id,
                                 gboolean     may_leave);

G_END_DECLS
