/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with the Insight view, for its tests. */

#pragma once

#include "change/change-fixture.h"
#include "insight/sc-insight-view.h"
#include "widget-test.h"

G_BEGIN_DECLS

/* The view of a process of six stages that has no deals yet. */
typedef struct {
  ChangeFixture *base;
  GtkWidget *window;
  GtkWidget *view;
  const char *text;
} InsightFixture;

InsightFixture *insight_fixture_new (void);
void insight_fixture_free (InsightFixture *self);

/* Another view in its place. */
void insight_fixture_show (InsightFixture *self);
/* Until a label says it. */
void insight_fixture_wait_for (InsightFixture *fixture,
                               const char     *text);
/* Deals of the first stage, of which the first ones are won and the others lost. */
void insight_fixture_add_decided (InsightFixture *fixture,
                                  guint           n,
                                  guint           n_won);
/* The probability that is set for the first stage. */
double insight_fixture_get_chance (InsightFixture *fixture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InsightFixture, insight_fixture_free)

G_END_DECLS
