/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to plans. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* An amount that is not set takes the plan away. */
gboolean sc_write_set_plan (ScWrite    *self,
                            const char *process_id,
                            ScDate      month,
                            const char *owner,
                            ScMoney     amount,
                            GError    **error);

G_END_DECLS
