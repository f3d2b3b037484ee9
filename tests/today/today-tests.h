/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-today, and what they have in common. */

#pragma once

#include "change/change-fixture.h"
#include "today/sc-due-widget.h"
#include "today/sc-today-view.h"
#include "widget-test.h"

G_BEGIN_DECLS

/* A deal with a step overdue, one with a step due today, one with a step next
 * week, one with a later step and a payment overdue. */
typedef struct {
  ChangeFixture *base;
  GtkWidget *window;
  ScTodayView *view;
  ScDate today;
} TodayFixture;

TodayFixture *today_fixture_new (void);
void today_fixture_free (TodayFixture *self);

gint64 today_tests_add_step_in (TodayFixture *fixture,
                                const char   *title,
                                const char   *stage,
                                ScDate        due);
gint64 today_tests_add_step (TodayFixture *fixture,
                             const char   *title,
                             ScDate        due);
gboolean today_tests_shows_three (gpointer view);
gboolean today_tests_shows_four (gpointer view);
GtkWidget *today_tests_find_row_of (TodayFixture *fixture,
                                    const char   *what);
void today_tests_wait_for_label (TodayFixture *fixture,
                                 const char   *label);
GtkWidget *today_tests_find_nth_row (TodayFixture *fixture,
                                     guint         nth);
gboolean today_tests_shows_none (gpointer view);
void today_tests_wait_for_first_rows (TodayFixture *fixture,
                                      const char   *rows);
void today_tests_press (GtkWidget  *row,
                        const char *action);
void today_tests_answer (TodayFixture *fixture,
                         const char   *result,
                         const char   *next);

void today_tests_add_days (void);
void today_tests_add_meanwhile (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TodayFixture, today_fixture_free)

G_END_DECLS
