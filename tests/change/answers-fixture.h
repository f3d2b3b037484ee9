/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals whose stages ask of them: stage B all that can be asked, the others what the change
 * fixture has them ask. */

#pragma once

#include "change/change-fixture.h"
#include "store/sc-deal-criteria.h"

G_BEGIN_DECLS

/* Of stage B, which asks all of it; the others ask what the fixture has them ask. */
enum {
  PROBLEM,
  WHO,
  BUDGET,
  SIZE,
  CHANNEL,
  AGREED,
  DAY,
  SIGNED,
  N_ASKED
};

typedef struct {
  ChangeFixture *own;
  ScStage *b;
  ScCriterion *trial_end; /* of C, asked when a deal comes in */
} AnswersFixture;

#define ANSWERS_FIXTURE_ADD(name, test) g_test_add ("/change/answers/" name, AnswersFixture, NULL, answers_fixture_set_up, test, answers_fixture_tear_down)

ScStage *answers_fixture_copy_of (AnswersFixture *self,
                                  const char     *name);
void answers_fixture_put (AnswersFixture *self,
                          ScStage        *stage);
void answers_fixture_set_up (AnswersFixture *self,
                             gconstpointer   data);
void answers_fixture_tear_down (AnswersFixture *self,
                                gconstpointer   data);
const ScCriterion *answers_fixture_get (AnswersFixture *self,
                                        guint           what);
ScDealCriterion *answers_fixture_look (AnswersFixture    *self,
                                       gint64             id,
                                       const ScCriterion *criterion);
ScGateAnswers *answers_fixture_say (ScGateAnswers     *answers,
                                    gint64             deal_id,
                                    const ScCriterion *criterion,
                                    const char        *typed);
void answers_fixture_answer (AnswersFixture    *self,
                             gint64             id,
                             const ScCriterion *criterion,
                             const char        *typed);
ScCommand *answers_fixture_move (AnswersFixture *self,
                                 gint64          id,
                                 const char     *stage,
                                 ScGateAnswers  *answers);
void answers_fixture_hold (AnswersFixture *self,
                           ScCommand      *command,
                           const char     *named);
guint answers_fixture_count_events (AnswersFixture *self,
                                    gint64          id,
                                    const char     *field,
                                    const char     *note);
void answers_fixture_go_there_and_back (AnswersFixture *self,
                                        ScCommand      *command);
void answers_fixture_assert_extended (AnswersFixture *self,
                                      gint64          id,
                                      guint           n_times);
gboolean answers_fixture_is_paid (AnswersFixture *self,
                                  gint64          id,
                                  guint           stage,
                                  guint           position);
gint64 answers_fixture_add_of_company (AnswersFixture *self,
                                       const char     *company);

G_END_DECLS
