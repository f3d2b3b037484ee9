/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/app-fixture.h"
#include "store/sc-write.h"
#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

/* A window that shows one of its deals. */
typedef struct {
  AppFixture *app;
  GtkWidget *window;
  char *process_id;
  ScDeal *deal;
  /* Another program that has the database locked. */
  ScStore *other;
  ScWrite *lock;
} ClosingFixture;

ClosingFixture *closing_fixture_new (void);
void closing_fixture_free (ClosingFixture *self);

void closing_fixture_show_deal (ClosingFixture *self);
ScFieldRow *closing_fixture_find_row (ClosingFixture *self,
                                      const char     *title);
void closing_fixture_type (ClosingFixture *self,
                           const char     *title,
                           const char     *text);
void closing_fixture_click (ClosingFixture *self,
                            const char     *label);
void closing_fixture_lock (ClosingFixture *self);
void closing_fixture_release (ClosingFixture *self);

/* To wait for. */
gboolean closing_fixture_asks_to_close (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClosingFixture, closing_fixture_free)

G_END_DECLS
