/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Today as a page of the window, with its switch between everybody's deals and one's
 * own. */

#pragma once

#include <adwaita.h>

#include "app/sc-process-list.h"

G_BEGIN_DECLS

#define SC_TYPE_TODAY_PAGE (sc_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ScTodayPage, sc_today_page, SC, TODAY_PAGE, AdwNavigationPage)

ScTodayPage *sc_today_page_new (ScStore       *store,
                                ScProcessList *processes);
guint sc_today_page_get_n_due (ScTodayPage *self);

void sc_today_page_focus (ScTodayPage *self);
void sc_today_page_lead_to_deal (ScTodayPage *self,
                                 const char  *process_id,
                                 gint64       deal_id,
                                 gboolean     may_leave);

G_END_DECLS
