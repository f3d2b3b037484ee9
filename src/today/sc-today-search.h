/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals of all processes that a search from Today finds. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_TODAY_SEARCH (sc_today_search_get_type ())
G_DECLARE_FINAL_TYPE (ScTodaySearch, sc_today_search, SC, TODAY_SEARCH, AdwBin)

ScTodaySearch *sc_today_search_new (ScStore *store);
void sc_today_search_look_for (ScTodaySearch *self,
                               const char    *words);
void sc_today_search_open_first (ScTodaySearch *self);
gboolean sc_today_search_focus_first (ScTodaySearch *self);

G_END_DECLS
