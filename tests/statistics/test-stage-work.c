/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working apart from waiting, beside the same counted by hand. */

#include <locale.h>

#include "statistics/sc-stage-work.h"
#include "store/sc-work-day.h"

/* A Monday. */
#define MONDAY sc_date_new (2026, 3, 2)

typedef struct {
  ScVersion *version;
  GPtrArray *visits;
  GArray *days;
} Fixture;

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);
  const char *const names[] = { "Search", "Contract" };

  self->version = sc_version_new (SC_LANGUAGE_EN);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ScStage *stage = sc_stage_new (names[i], 0);

      g_set_str (&stage->id, names[i]);
      g_ptr_array_add (self->version->stages, stage);
    }
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_visit_group_free);
  self->days = g_array_new (FALSE, FALSE, sizeof (ScWorkDay));

  return self;
}

static void
fixture_free (Fixture *self)
{
  sc_version_unref (self->version);
  g_ptr_array_unref (self->visits);
  g_array_unref (self->days);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* A deal's visit to a stage, from a Monday on. */
static ScVisitGroup *
add_visit (Fixture *self,
           guint    stage,
           gint64   deal_id,
           guint    n_days)
{
  ScVisitGroup *visit = g_new0 (ScVisitGroup, 1);

  visit->stage_id = ((ScStage *) self->version->stages->pdata[stage])->id;
  visit->entered = MONDAY;
  visit->left = MONDAY + n_days;
  visit->end = SC_VISIT_ON;
  visit->is_known = TRUE;
  visit->n = 1;
  visit->deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (visit->deal_ids, deal_id);
  g_ptr_array_add (self->visits, visit);

  return visit;
}

static void
work (Fixture *self,
      gint64   deal_id,
      guint    n_days)
{
  const ScWorkDay day = { deal_id, MONDAY + n_days };

  g_array_append_val (self->days, day);
}

static ScStagesWork *
make (Fixture   *self,
      ScDayCount unit)
{
  g_autoptr (ScDayScale) scale = sc_day_scale_new (unit, sc_calendar_get_standard (), MONDAY, MONDAY + 60);

  return sc_stages_work_new (self->version, self->visits, self->days, unit, scale);
}

static const ScStageWork *
get (const ScStagesWork *work,
     guint               stage)
{
  return work->stages->pdata[stage];
}

/* Eight days from Monday to Tuesday week are six working days: of these two have work, the
 * Saturday's is none of theirs, nor is what was done on the day that the deal came in, or
 * after it left. */
static void
test_days (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ScStagesWork) told = NULL;
  g_autoptr (ScStagesWork) by_calendar = NULL;
  g_autofree char *text = NULL;

  for (gint64 deal = 1; deal <= 11; deal++)
    {
      add_visit (fixture, 0, deal, 8);
      work (fixture, deal, 0);
      work (fixture, deal, 2);
      work (fixture, deal, 5);
      work (fixture, deal, 8);
      work (fixture, deal, 9);
    }
  told = make (fixture, SC_COUNT_WORKING_DAYS);
  g_assert_cmpuint (get (told, 0)->n, ==, 11);
  g_assert_cmpfloat (get (told, 0)->days, ==, 6);
  g_assert_cmpfloat (get (told, 0)->worked, ==, 2);
  text = sc_stages_work_tell (told);
  g_assert_cmpstr (text, ==, "Deals wait for the longest at the stage “Search”: of 6 working days there 2 were with work on the deal.");

  by_calendar = make (fixture, SC_COUNT_DAYS);
  g_assert_cmpfloat (get (by_calendar, 0)->days, ==, 8);
  g_assert_cmpfloat (get (by_calendar, 0)->worked, ==, 3);
}

/* Where nothing is recorded at a deal it is not known, and not taken for waiting; where
 * something is, a visit without it was waiting. */
static void
test_unknown (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ScStagesWork) told = NULL;
  g_autofree char *text = NULL;
  g_autofree char *left_out = NULL;

  for (gint64 deal = 1; deal <= 14; deal++)
    add_visit (fixture, 0, deal, 4);
  for (gint64 deal = 1; deal <= 10; deal++)
    work (fixture, deal, 40);
  told = make (fixture, SC_COUNT_WORKING_DAYS);
  g_assert_cmpuint (get (told, 0)->n, ==, 10);
  g_assert_cmpuint (get (told, 0)->n_unknown, ==, 4);
  g_assert_cmpfloat (get (told, 0)->worked, ==, 0);
  left_out = sc_stages_work_tell_left_out (told);
  g_assert_cmpstr (left_out, ==, "Of 4 visits it is not known: nothing is recorded at their deals.");
  g_assert_cmpfloat (get (told, 1)->worked, ==, SC_FIGURE_NONE);
  text = sc_stages_work_tell (told);
  g_assert_cmpstr (text, ==, "Deals wait for the longest at the stage “Search”: of 4 working days there 0 were with work on the deal.");
}

/* Neither a history that was worked out nor a visit that goes on tells of days; of nine there
 * is no figure. */
static void
test_left_out (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ScStagesWork) told = NULL;
  g_autofree char *text = NULL;

  for (gint64 deal = 1; deal <= 11; deal++)
    {
      ScVisitGroup *visit = add_visit (fixture, 1, deal, 5);

      work (fixture, deal, 1);
      visit->is_known = deal != 10;
      visit->left = deal != 11 ? visit->left : SC_DATE_NONE;
    }
  told = make (fixture, SC_COUNT_WORKING_DAYS);
  g_assert_cmpuint (get (told, 1)->n, ==, 9);
  g_assert_cmpint (get (told, 1)->reason, ==, SC_REASON_TOO_FEW);
  text = sc_stages_work_tell (told);
  g_assert_cmpstr (text, ==, "Working and waiting can’t be told apart yet: ended visits with work recorded at a stage 9, needed 10.");
}

/* Days on which a deal was parked are none of its stage's, worked on or not. */
static void
test_parked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (ScStagesWork) told = NULL;

  for (gint64 deal = 1; deal <= 10; deal++)
    {
      ScVisitGroup *visit = add_visit (fixture, 0, deal, 4);
      const ScParkedDays parked = { MONDAY + 1, MONDAY + 3 };

      visit->parked = g_array_new (FALSE, FALSE, sizeof (ScParkedDays));
      g_array_append_val (visit->parked, parked);
      work (fixture, deal, 1);
      work (fixture, deal, 2);
    }
  told = make (fixture, SC_COUNT_WORKING_DAYS);
  g_assert_cmpfloat (get (told, 0)->days, ==, 2);
  g_assert_cmpfloat (get (told, 0)->worked, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-work/days", test_days);
  g_test_add_func ("/stage-work/unknown", test_unknown);
  g_test_add_func ("/stage-work/left-out", test_left_out);
  g_test_add_func ("/stage-work/parked", test_parked);

  return g_test_run ();
}
