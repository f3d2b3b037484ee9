/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a statement's rows may hold, worked out once when it is
 * prepared. */

#pragma once

#include <sqlite3.h>

#include "store/sc-store-error.h"

G_BEGIN_DECLS

typedef struct _ScRowPlan ScRowPlan;

ScRowPlan *sc_row_plan_new (sqlite3_stmt *statement);
void sc_row_plan_free (ScRowPlan *self);
gboolean sc_row_plan_accepts (const ScRowPlan *self,
                              sqlite3_stmt    *statement,
                              GError         **error);

G_END_DECLS
