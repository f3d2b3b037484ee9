/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals' visits have to be, worked out of their events as simply as can be. */

#pragma once

#include "change/change-fixture.h"

G_BEGIN_DECLS

/* The kept visits and parked spans of all deals, a line each. */
char *visits_fixture_dump (ChangeFixture *self);
/* A deal's visits as “A on, B lost”; “?” behind a stage of which the time is not known. */
char *visits_fixture_show (ChangeFixture *self,
                           gint64         deal_id);
/* What is kept is what the events say. */
void visits_fixture_check (ChangeFixture *self);

G_END_DECLS
