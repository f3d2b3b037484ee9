/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day that tests begin on, and what becomes of deals by days. */

#pragma once

#include "change/change-fixture.h"

G_BEGIN_DECLS

/* A Monday. */
#define TODAY sc_date_new (2026, 11, 30)

void day_fixture_set_day (ScDate day);
char *day_fixture_get_day (ScDate date);
void day_fixture_assert_won_on (ChangeFixture *self,
                                gint64 id,
                                const char *status,
                                const char *day);
void day_fixture_move (ChangeFixture *self,
                       gint64 id,
                       const char *stage);
void day_fixture_undo (ChangeFixture *self);

G_END_DECLS
