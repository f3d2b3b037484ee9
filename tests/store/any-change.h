/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any change that a person can make, drawn at random: each reads what is there and changes
 * some of it. */

#pragma once

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "store/sc-document-facts.h"

G_BEGIN_DECLS

typedef struct {
  ChangeFixture *fixture;
  GRand *rand;
  guint n_rows;
  char text[32];
  const char *stage_id;
  ScImportCounts counts;
} AnyChange;

guint any_change_draw (AnyChange *self,
                       guint      n);
ScVersion *any_change_load_version (AnyChange      *self,
                                    ScVersionWanted wanted);
ScProcess *any_change_load_process (AnyChange *self);
ScDeal *any_change_draw_deal (AnyChange *self,
                              guint      statuses);
gboolean any_change_next_row (ScImportRow *row,
                              gpointer     user_data,
                              GError     **error);
ScCommand *any_change_make_import (AnyChange *self);

/* Which one it was is told where @maker is given; NULL where nothing of its kind is there. */
ScCommand *any_change_make (AnyChange *self,
                            guint     *maker);

G_END_DECLS
