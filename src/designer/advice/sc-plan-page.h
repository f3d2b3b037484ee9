/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How too many stages come together: each step with its reason, to be taken out, and
 * what it leads to, to be called otherwise. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_PLAN_PAGE (sc_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (ScPlanPage, sc_plan_page, SC, PLAN_PAGE, AdwBin)

void sc_plan_page_show (ScPlanPage      *self,
                        const ScVersion *version,
                        const ScVersion *merged,
                        GPtrArray       *steps);
void sc_plan_page_update (ScPlanPage      *self,
                          const ScVersion *merged);

G_END_DECLS
