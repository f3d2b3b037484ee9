/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up deals of a process with a trial and needs discovery, with the figures of them, for tests
 * of which deals these count. */

#pragma once

#include "change/change-fixture.h"
#include "insight/sc-insight-parts.h"

G_BEGIN_DECLS

/* Which cases had any deals is in @seen, as the case’s number. */
typedef struct {
  StoreFixture *base;
  ScFiguresQuery *query;
  ScInsightFigures figures;
  ScVersion *version;
  GHashTable *names;
  GHashTable *seen;
} DealsFixture;

DealsFixture *deals_fixture_new (void);
void deals_fixture_free (DealsFixture *self);
void deals_fixture_read (DealsFixture *self);

/* @key: (transfer full). The list of deals has as many rows, and a name. */
void deals_fixture_check (DealsFixture *self,
                          char         *key,
                          guint         n);

/* @key: (transfer full). The deals behind it, by number. */
GArray *deals_fixture_list (DealsFixture *self,
                            char         *key);
void deals_fixture_assert_seen (DealsFixture       *self,
                                const ScFigureCase *cases,
                                guint               n_cases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DealsFixture, deals_fixture_free)

G_END_DECLS
