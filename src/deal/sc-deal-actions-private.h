/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a deal's actions and their menu share. */

#pragma once

#include "deal/sc-deal-actions.h"

G_BEGIN_DECLS

struct _ScDealActions
{
  GObject parent_instance;

  GtkWidget *origin;
  GSimpleActionGroup *group;
  ScStore *store;
  ScVersion *version;
  ScDeal *deal;
  GArray *deal_ids; /* NULL for @deal alone */
  gboolean is_mixed; /* they stand in several stages, or are of several statuses */
  gboolean is_on_board; /* though they are mixed */
  guint n_won; /* of those */
};

G_END_DECLS
