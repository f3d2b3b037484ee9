/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of deals of every kind, as they come. */

#pragma once

#include "change/change-fixture.h"

G_BEGIN_DECLS

gpointer random_changes_pick (GPtrArray *list);
ScDeal *random_changes_pick_deal (ChangeFixture *self);
const char *random_changes_pick_stage (ChangeFixture *self);
ScCommand *random_changes_of_payments (ChangeFixture *self,
                                       const ScDeal  *deal);
void random_changes_ask_for_more (ChangeFixture *self);
ScCommand *random_changes_of_deal (ChangeFixture *self,
                                   const ScDeal  *deal);

G_END_DECLS
