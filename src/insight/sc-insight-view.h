/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Insight view: whether a process works, read from top to bottom. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_INSIGHT_VIEW (sc_insight_view_get_type ())
G_DECLARE_FINAL_TYPE (ScInsightView, sc_insight_view, SC, INSIGHT_VIEW, AdwBin)

GtkWidget *sc_insight_view_new (ScStore    *store,
                                const char *process_id);
void sc_insight_view_open (ScInsightView *self,
                           const char    *key);

G_END_DECLS
