/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days on which something was done at deals. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

/**
 * ScWorkDay:
 * @deal_id: a deal
 * @day: a day on which something was done at it: a step was finished, an answer given, a
 *   criterion or an action ticked
 */
typedef struct {
  gint64 deal_id;
  ScDate day;
} ScWorkDay;

G_END_DECLS
