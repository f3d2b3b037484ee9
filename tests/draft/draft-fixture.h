/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft that is open here, and a second writer of it. */

#pragma once

#include "change/change-fixture.h"
#include "draft/sc-design.h"

G_BEGIN_DECLS

/* @names: stage to the last name that it was given, here and there.
 * @criteria, @tactics: text to the stage that it was put into, here and there. */
typedef struct {
  ChangeFixture *change;
  ScStore *other;
  ScDesign *design;
  GRand *rand;
  GHashTable *names[2];
  GHashTable *criteria[2];
  GHashTable *tactics[2];
  guint n_names;
  ScSide side;
  guint n_clashes;
  guint n_failures;
} DraftFixture;

DraftFixture *draft_fixture_open (void);
void draft_fixture_close (DraftFixture *self);

ScVersion *draft_fixture_load (DraftFixture *self);
gboolean draft_fixture_edit_there (DraftFixture *self,
                                   GPtrArray    *edits);
gboolean draft_fixture_rename_there (DraftFixture *self,
                                     const char   *stage_id,
                                     const char   *name,
                                     const char   *goal);
void draft_fixture_settle (DraftFixture *self);
void draft_fixture_check_same (DraftFixture *self);
const char *draft_fixture_get_stage (DraftFixture *self,
                                     const char   *name);
const char *draft_fixture_name_of (DraftFixture *self,
                                   const char   *stage_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DraftFixture, draft_fixture_close)

G_END_DECLS
