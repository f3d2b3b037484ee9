/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads plans beside what came of them. */

#pragma once

#include "store/sc-plan.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GPtrArray *sc_store_list_plans (ScStore    *self,
                                const char *process_id,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
