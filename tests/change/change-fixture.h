/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "change/sc-undo.h"
#include "store/sc-deal-query.h"
#include "store/store-fixture.h"

/* A published process of six stages, “A” to “F”, the client mark behind “D”,
 * in a database of its own. */
typedef struct {
  StoreFixture *base;
  ScStore *store;
  char *process_id;
  ScVersion *version;
} ChangeFixture;

ChangeFixture *change_fixture_new (void);
void change_fixture_free (ChangeFixture *self);
void change_fixture_reopen (ChangeFixture *self);
void change_fixture_publish (ChangeFixture *self);

const char *change_fixture_get_stage (ChangeFixture *self,
                                      const char    *name);
gint64 change_fixture_run (ChangeFixture *self,
                           ScCommand     *command);
void change_fixture_refuse (ChangeFixture *self,
                            ScCommand     *command,
                            GQuark         domain,
                            int            code);
gint64 change_fixture_add (ChangeFixture *self,
                           const char    *title,
                           const char    *stage);
ScDeal *change_fixture_load (ChangeFixture *self,
                             gint64         deal_id);
char *change_fixture_show_board (ChangeFixture *self);
/* What Today has of it, up to 100 of each group; but for what only lacks a next step. */
GPtrArray *change_fixture_list_due (ChangeFixture *self,
                                    ScInstant      now,
                                    gint64         owner_id);

/* The last change of that name that is not taken back, or, as @is_undone, the
 * last one that took such a change back. */
gint64 change_fixture_find_change (ChangeFixture *self,
                                   const char    *name,
                                   gboolean       is_undone);

/* What holds at all times: kept counts and sums are those of the deals. */
void change_fixture_check_totals (ChangeFixture *self);
/* Deals on the board are won behind the client mark, open before it. */
void change_fixture_check_statuses (ChangeFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChangeFixture, change_fixture_free)
