/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user has planned for this month, and how far it is. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_OWN_PLAN (sc_own_plan_get_type ())
G_DECLARE_FINAL_TYPE (ScOwnPlan, sc_own_plan, SC, OWN_PLAN, GtkBox)

GtkWidget *sc_own_plan_new (ScStore *store);

G_END_DECLS
