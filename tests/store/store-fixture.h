/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A database of its own for a test. */

#pragma once

#include "model/sc-edit.h"
#include "patience.h"
#include "store/sc-store.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-version-table-private.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

typedef struct {
  char *folder;
  char *path;
  ScStore *store;
} StoreFixture;

StoreFixture *store_fixture_new (void);
void store_fixture_free (StoreFixture *self);
void store_fixture_reopen (StoreFixture *self);
ScStore *store_fixture_open_other (StoreFixture *self);

/* All rows that are there, of all tables that people change. */
char *store_fixture_dump (StoreFixture *self);
void store_fixture_assert_dump (StoreFixture *self,
                                const char   *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreFixture, store_fixture_free)

G_END_DECLS
