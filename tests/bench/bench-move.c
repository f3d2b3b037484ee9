/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a bulk move of a thousand deals takes where each of them answers a question on
 * its way, beside one where each has a criterion ticked, and one that asks nothing.
 *
 * Each is done and taken back several times in turns; the fastest counts. */

#include <stdlib.h>

#include "change/change-fixture.h"

#define N_DEALS 1000
#define N_RUNS 7
#define MAX_RATIO 1.5

enum {
  BARE,
  TICKED,
  ANSWERED,
  N_WAYS
};

static const char *const names[N_WAYS] = { "asked for nothing", "ticked", "answered" };

/* What the stages ask: one a tick, one a question, the last nothing. */
static ScVersion *
make_version (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);

  for (guint i = 0; i < N_WAYS; i++)
    {
      ScStage *stage = sc_stage_new (names[i], SC_KIND_BIT (SC_KIND_OTHER));

      if (i != BARE)
        {
          ScCriterion *criterion = sc_stage_add_criterion (stage, names[i]);

          criterion->is_required = TRUE;
          criterion->type = i == ANSWERED ? SC_ANSWER_TEXT : SC_ANSWER_TICK;
        }
      g_ptr_array_add (version->stages, stage);
    }
  g_ptr_array_add (version->stages, sc_stage_new ("End", SC_KIND_BIT (SC_KIND_PAYMENT)));

  return version;
}

static ScVersion *
publish (ScStore *store)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_create_process ("Sales", NULL, version, NULL), store, NULL, &error);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) published = NULL;
  ScVersion *result;

  g_assert_no_error (error);
  process = sc_store_load_process (store, made->process_id, &error);
  g_assert_no_error (error);
  published = sc_command_run (sc_command_publish (process, NULL), store, NULL, &error);
  g_assert_no_error (error);
  result = sc_store_load_version (store, made->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);

  /* The deals are the process's. */
  for (guint i = 0; i < N_WAYS * N_DEALS; i++)
    {
      g_autoptr (ScDeal) deal = sc_deal_new ();
      g_autoptr (ScOutcome) added = NULL;

      deal->process_id = g_strdup (made->process_id);
      deal->stage_id = g_strdup (sc_version_get_stage (result, i / N_DEALS)->id);
      deal->title = g_strdup_printf ("Deal %u", i);
      added = sc_command_run (sc_command_add_deal (deal), store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (added->row_id, ==, i + 1);
    }

  return result;
}

static ScGateAnswers *
make_answers (const ScVersion *version,
              guint            way,
              const gint64    *ids)
{
  ScGateAnswers *answers = sc_gate_answers_new ();
  const ScStage *stage = sc_version_get_stage (version, way);
  const ScCriterion *criterion = way != BARE ? stage->criteria->pdata[0] : NULL;

  for (guint i = 0; criterion != NULL && i < N_DEALS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Every %u days it breaks", i + 2);
      g_autoptr (ScAnswer) answer = way == ANSWERED ? sc_answer_new (SC_ANSWER_TEXT, text) : sc_answer_new_yes_no (TRUE);

      sc_gate_answers_answer (answers, ids[i], criterion->id, answer, NULL);
    }

  return answers;
}

static double
time_move (ScStore         *store,
           const ScVersion *version,
           guint            way)
{
  gint64 ids[N_DEALS];
  g_autoptr (ScGateAnswers) answers = NULL;
  g_autoptr (ScOutcome) moved = NULL;
  g_autoptr (ScOutcome) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began, ended;

  for (guint i = 0; i < N_DEALS; i++)
    ids[i] = way * N_DEALS + i + 1;
  answers = make_answers (version, way, ids);
  began = g_get_monotonic_time ();
  moved = sc_command_run (sc_command_move_deals (ids, N_DEALS, sc_version_get_stage (version, N_WAYS)->id, answers),
                          store, NULL, &error);
  ended = g_get_monotonic_time ();
  g_assert_no_error (error);
  undone = sc_command_run (sc_command_undo (SC_CHANGES_OF_WINDOW, NULL), store, NULL, &error);
  g_assert_no_error (error);

  return (double) (ended - began) / 1000;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (StoreFixture) base = NULL;
  g_autoptr (ScVersion) version = NULL;
  double best[N_WAYS] = { 0 };

  g_test_init (&argc, &argv, NULL);
  base = store_fixture_new ();
  version = publish (base->store);
  for (guint run = 0; run < N_RUNS; run++)
    for (guint way = 0; way < N_WAYS; way++)
      {
        double msec = time_move (base->store, version, way);

        best[way] = run == 0 ? msec : MIN (best[way], msec);
      }

  for (guint way = 0; way < N_WAYS; way++)
    g_print ("%-20s %.1f ms\n", names[way], best[way]);
  g_print ("answered beside ticked %.2f times, at most %.1f\n", best[ANSWERED] / best[TICKED], MAX_RATIO);

  return best[ANSWERED] <= MAX_RATIO * best[TICKED] ? EXIT_SUCCESS : EXIT_FAILURE;
}
