/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "change/change-fixture.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-question-row.h"
#include "widget-test.h"

G_BEGIN_DECLS

/* What the stage “Talk” asks, by the type of its answer; “Done?” is a tick. */
#define DEAL_FIXTURE_TEXT "What is the problem?"
#define DEAL_FIXTURE_CHOICE "Which size?"
#define DEAL_FIXTURE_NUMBER "How many?"
#define DEAL_FIXTURE_MONEY "What does it cost?"
#define DEAL_FIXTURE_DATE "By when?"
#define DEAL_FIXTURE_YES_NO "Is it urgent?"
#define DEAL_FIXTURE_TICK "Summary confirmed"

/* A window with a deal's pane, and a published process of three stages: “Ask”, with one
 * question, “Talk”, needs discovery with a question of each type and tactics, and “Pay”. */
typedef struct {
  ChangeFixture *change;
  char *process_id;
  ScVersion *version;
  AdwWindow *window;
  ScDealPane *pane;
} DealFixture;

DealFixture *deal_fixture_new (void);
void deal_fixture_free (DealFixture *self);

gint64 deal_fixture_add (DealFixture *self,
                         const char  *title,
                         const char  *stage,
                         const char  *company);
void deal_fixture_open (DealFixture *self,
                        gint64       deal_id);
const ScCriterion *deal_fixture_find_criterion (DealFixture *self,
                                                const char  *text);
/* As another window does it. */
void deal_fixture_answer (DealFixture *self,
                          gint64       deal_id,
                          const char  *criterion,
                          const char  *value);
/* As it is saved: “open”, “not-told: why”, “text”. */
char *deal_fixture_tell (DealFixture *self,
                         gint64       deal_id,
                         const char  *criterion);

ScQuestionRow *deal_fixture_find_row (DealFixture *self,
                                      const char  *criterion);
/* The nth widget of a type in something, also one that is not on show. */
gpointer deal_fixture_find (gpointer below,
                            GType    type,
                            guint    nth);
gboolean deal_fixture_says (DealFixture *self,
                            const char  *text);
GtkWidget *deal_fixture_find_button (DealFixture *self,
                                     gpointer     below,
                                     const char  *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DealFixture, deal_fixture_free)

G_END_DECLS
