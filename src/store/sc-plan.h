/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be won in a month, and what was. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

/**
 * ScPlan:
 * @month: the first day of a month
 * @owner_id: whose plan it is, 0 for that of all together
 * @owner: (nullable): that user's name
 * @plan: what is to be won
 * @won: what was: the values of the deals that passed the client mark in the month
 * @received: the payments that came in in the month
 * @n_won: how many deals were won
 * @n_without_value: how many of them have no value, or one in another currency
 *
 * A plan beside what came of it; all amounts are in the plan's currency.
 */
typedef struct {
  ScDate month;
  gint64 owner_id;
  char *owner;
  ScMoney plan;
  ScMoney won;
  ScMoney received;
  guint n_won;
  guint n_without_value;
} ScPlan;

void sc_plan_free (ScPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPlan, sc_plan_free)

G_END_DECLS
