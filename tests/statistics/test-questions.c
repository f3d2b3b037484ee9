/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which questions tell winners from losers, and which nobody answers. */

#include <locale.h>

#include "statistics/sc-question-words.h"

typedef struct {
  GPtrArray *questions;
  ScDiscoveryFigures figures;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_question_figures_free);
  fixture->figures.questions = fixture->questions;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->questions);
}

/* So many are won of so many with an answer, and without. */
static void
ask (Fixture    *fixture,
     const char *text,
     guint       n_with,
     guint       of_with,
     guint       n_without,
     guint       of_without)
{
  ScQuestionFigures *question = g_new0 (ScQuestionFigures, 1);

  question->criterion_id = g_strdup (text);
  question->text = g_strdup (text);
  sc_share_make (of_with, of_with + of_without, &question->answered);
  sc_share_make (n_with, of_with, &question->won_with);
  sc_share_make (n_without, of_without, &question->won_without);
  g_ptr_array_add (fixture->questions, question);
}

/* The largest difference comes first; what chance may make, and what is made of fewer than ten,
 * is not told. */
static void
test_telling (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) telling = NULL;
  g_autofree char *text = NULL;
  g_autofree char *alike = NULL;

  ask (fixture, "Budget", 28, 40, 16, 40);
  ask (fixture, "Chance", 22, 40, 18, 40);
  ask (fixture, "Task", 30, 40, 12, 40);
  ask (fixture, "Few", 9, 9, 0, 40);
  telling = sc_questions_find_telling (&fixture->figures);
  g_assert_cmpuint (telling->len, ==, 2);
  text = sc_question_tell (telling->pdata[0]);
  g_assert_cmpstr (text, ==,
                   "With an answer to “Task” 30 of 40 are won, without 12 of 40: more than chance, and no proof of a cause.");
  g_assert_cmpstr (((const ScQuestionFigures *) telling->pdata[1])->text, ==, "Budget");
  alike = sc_questions_tell_alike (&fixture->figures);
  g_assert_cmpstr (alike, ==, "");
}

/* That none tells winners from losers is said where any could be looked at. */
static void
test_alike (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *too_few = NULL;
  g_autofree char *alike = NULL;

  ask (fixture, "Few", 9, 9, 0, 40);
  too_few = sc_questions_tell_alike (&fixture->figures);
  g_assert_cmpstr (too_few, ==, "");
  ask (fixture, "Chance", 22, 40, 18, 40);
  alike = sc_questions_tell_alike (&fixture->figures);
  g_assert_cmpstr (alike, ==, "No question tells winners from losers by more than chance.");
}

static void
test_never_answered (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *text = NULL;

  ask (fixture, "Nine", 0, 0, 3, 9);
  ask (fixture, "Budget", 0, 0, 12, 40);
  ask (fixture, "Task", 0, 1, 12, 40);
  g_assert_false (sc_question_is_never_answered (fixture->questions->pdata[0]));
  g_assert_true (sc_question_is_never_answered (fixture->questions->pdata[1]));
  g_assert_false (sc_question_is_never_answered (fixture->questions->pdata[2]));
  text = sc_question_tell_never_answered (fixture->questions->pdata[1]);
  g_assert_cmpstr (text, ==, "“Budget” is never answered: 40 deals moved on without.");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/questions/telling", Fixture, NULL, set_up, test_telling, tear_down);
  g_test_add ("/questions/alike", Fixture, NULL, set_up, test_alike, tear_down);
  g_test_add ("/questions/never-answered", Fixture, NULL, set_up, test_never_answered, tear_down);

  return g_test_run ();
}
