/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which questions of needs discovery tell winners from losers, and which nobody answers, for
 * who decides what to ask. An answer goes with winning; that it makes deals be won no figure
 * of this kind can say. */

#include "statistics/sc-question-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/sc-difference.h"
#include "statistics/sc-figure-words.h"

/* More are no help to who has to choose. */
#define MOST_QUESTIONS 3

/**
 * sc_question_is_compared:
 * @self: figures of a question
 *
 * Returns: whether enough deals are decided, with an answer and without, to hold them against
 *   each other
 */
gboolean
sc_question_is_compared (const ScQuestionFigures *self)
{
  return self->won_with.of >= SC_FEWEST_CASES && self->won_without.of >= SC_FEWEST_CASES;
}

static int
compare_differences (gconstpointer a,
                     gconstpointer b)
{
  const ScQuestionFigures *first = *(const ScQuestionFigures *const *) a;
  const ScQuestionFigures *second = *(const ScQuestionFigures *const *) b;
  double one = fabs (first->won_with.value - first->won_without.value);
  double other = fabs (second->won_with.value - second->won_without.value);

  return (one < other) - (one > other);
}

/**
 * sc_questions_find_telling:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer container) (element-type ScQuestionFigures): the questions with whose
 *   answers more deals are won than without, or fewer, by more than chance makes; the largest
 *   difference first, and the first ones only
 */
GPtrArray *
sc_questions_find_telling (const ScDiscoveryFigures *self)
{
  GPtrArray *telling = g_ptr_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      ScQuestionFigures *question = self->questions->pdata[i];
      ScDifference difference;

      if (sc_difference_make (&question->won_without, &question->won_with, &difference) && sc_difference_is_told (&difference))
        g_ptr_array_add (telling, question);
    }
  g_ptr_array_sort (telling, compare_differences);
  if (telling->len > MOST_QUESTIONS)
    g_ptr_array_set_size (telling, MOST_QUESTIONS);

  return telling;
}

/**
 * sc_question_tell:
 * @self: figures of a question that tells winners from losers
 *
 * Returns: (transfer full): how many are won with an answer to it, and how many without
 */
char *
sc_question_tell (const ScQuestionFigures *self)
{
  g_autofree char *with = sc_share_to_text (&self->won_with);
  g_autofree char *without = sc_share_to_text (&self->won_without);

  /* Translators: %1$s is a question, the others are shares of decided deals, such as “30 of 40” */
  return g_strdup_printf (_("With an answer to “%1$s” %2$s are won, without %3$s: more than chance, and no proof of a cause."),
                          self->text, with, without);
}

/**
 * sc_questions_tell_alike:
 * @self: how complete needs discovery is
 *
 * Returns: (transfer full): that no question tells winners from losers; empty where one does,
 *   and where too little is known of each
 */
char *
sc_questions_tell_alike (const ScDiscoveryFigures *self)
{
  g_autoptr (GPtrArray) telling = sc_questions_find_telling (self);
  guint n_compared = 0;

  for (guint i = 0; i < self->questions->len; i++)
    n_compared += sc_question_is_compared (self->questions->pdata[i]);

  return g_strdup (n_compared > 0 && telling->len == 0 ? _("No question tells winners from losers by more than chance.") : "");
}

/**
 * sc_question_is_never_answered:
 * @self: figures of a question
 *
 * Returns: whether enough deals moved on that had it, and none of them with an answer
 */
gboolean
sc_question_is_never_answered (const ScQuestionFigures *self)
{
  return self->answered.of >= SC_FEWEST_CASES && self->answered.n == 0;
}

/**
 * sc_question_tell_never_answered:
 * @self: figures of a question that is never answered
 *
 * Returns: (transfer full): that it is so
 */
char *
sc_question_tell_never_answered (const ScQuestionFigures *self)
{
  /* Translators: %1$s is a question, %2$'u is how many deals moved on */
  return g_strdup_printf (ngettext ("“%1$s” is never answered: %2$'u deal moved on without.",
                                    "“%1$s” is never answered: %2$'u deals moved on without.", self->answered.of),
                          self->text, self->answered.of);
}
