/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A client refuses: what is proposed, and what becomes of the deal. */

#include "change/change-fixture.h"
#include "change/day-fixture.h"
#include "model/sc-edit.h"
#include "store/sc-park-write.h"

/* A version of stages that are refused in several ways, the client mark behind “Offer”. */
static ScVersion *
make_refused_version (void)
{
  static const struct {
    const char *name;
    ScKind kind;
    ScRefusal refusal;
  } stages[] = {
    { "Outreach", SC_KIND_OUTREACH, { .kind = SC_REFUSAL_PARK } },
    { "Needs", SC_KIND_NEEDS_DISCOVERY, { .kind = SC_REFUSAL_PARK, .after = { 12, SC_UNIT_WORKING_HOURS } } },
    { "Show", SC_KIND_PRESENTATION, { .kind = SC_REFUSAL_BACK } },
    { "Offer", SC_KIND_PROPOSAL, { .kind = SC_REFUSAL_BACK } },
    { "Delivery", SC_KIND_DELIVERY, { .kind = SC_REFUSAL_BACK } },
    { "Growth", SC_KIND_ACCOUNT_GROWTH, { .kind = SC_REFUSAL_PARK, .after = { 5, SC_UNIT_WORKING_DAYS } } },
  };
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      ScStage *stage = sc_stage_new (stages[i].name, SC_KIND_BIT (stages[i].kind));

      stage->refusal = stages[i].refusal;
      g_ptr_array_add (version->stages, stage);
    }
  version->mark = g_strdup (sc_version_get_stage (version, 3)->id);
  /* “Offer” says where to, “Show” and “Delivery” do not. */
  ((ScStage *) version->stages->pdata[3])->refusal.stage_id = g_strdup (sc_version_get_stage (version, 2)->id);

  return version;
}

static const struct {
  const char *stage;
  const char *reason;
  guint n_refusals;
  const char *outcome;
  const char *back_to;
  const char *until;
} choices[] = {
  { "Outreach", NULL, 0, "park", NULL, "2027-02-22" },
  { "Outreach", "Own words", 0, "park", NULL, "2027-02-22" },
  { "Outreach", NULL, 1, "lost", NULL, "2027-02-22" },
  { "Needs", NULL, 0, "park", NULL, "2026-12-02" },
  { "Show", NULL, 0, "back", "Needs", "2027-02-22" },
  { "Show", "Too expensive", 0, "back", "Needs", "2027-02-22" },
  { "Show", "Не доверяют", 0, "back", "Needs", "2027-02-22" },
  { "Show", "Not now", 0, "park", "Needs", "2027-02-22" },
  { "Show", " НЕТ БЮДЖЕТА ", 0, "park", "Needs", "2027-02-22" },
  { "Show", "Chose a competitor", 0, "lost", "Needs", "2027-02-22" },
  { "Show", "Нет ответа", 0, "lost", "Needs", "2027-02-22" },
  { "Show", "Not our client", 0, "lost", "Needs", "2027-02-22" },
  { "Show", NULL, 1, "lost", "Needs", "2027-02-22" },
  { "Show", "Not now", 1, "lost", "Needs", "2027-02-22" },
  { "Offer", NULL, 0, "back", "Show", "2027-02-22" },
  { "Delivery", NULL, 0, "ended-early", NULL, "2027-02-22" },
  { "Delivery", "Not now", 0, "park", NULL, "2027-02-22" },
  { "Growth", NULL, 0, "park", NULL, "2026-12-07" },
  { "Growth", "No need", 0, "ended-early", NULL, "2026-12-07" },
};

static void
test_preselected (void)
{
  g_autoptr (ScVersion) version = make_refused_version ();

  day_fixture_set_day (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      guint position = 0;
      const ScStage *stage = sc_version_find_stage_by_name (version, choices[i].stage, &position);
      g_autoptr (ScDeal) deal = sc_deal_new ();
      g_autoptr (ScRefusalPlan) plan = NULL;
      g_autofree char *until = NULL;
      const ScStage *back;

      deal->stage_id = g_strdup (stage->id);
      deal->status = position > 3 ? SC_DEAL_WON : SC_DEAL_OPEN;
      plan = sc_refusal_plan_choose (version, deal, choices[i].reason, choices[i].n_refusals);
      until = day_fixture_get_day (plan->until);
      back = plan->stage_id != NULL ? sc_version_find_stage (version, plan->stage_id, NULL) : NULL;
      g_test_message ("%u", i);
      g_assert_cmpstr (sc_refusal_plan_get_outcome (plan), ==, choices[i].outcome);
      g_assert_cmpstr (back != NULL ? back->name : NULL, ==, choices[i].back_to);
      g_assert_cmpstr (until, ==, choices[i].until);
    }
  sc_clock_set (0);
}

static guint
count_ticks (ChangeFixture *self,
             gint64         id)
{
  g_autoptr (GPtrArray) ticks = sc_store_list_ticks (self->store, id, NULL);

  return ticks->len;
}

static void
tick_all (ChangeFixture *self,
          gint64         id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  const char *criteria[4] = { NULL };

  for (guint i = 0; i < 3; i++)
    criteria[i] = ((ScCriterion *) sc_version_get_stage (self->version, i)->criteria->pdata[0])->id;
  change_fixture_run (self, sc_command_tick (deal, criteria, TRUE));
}

static void
refuse (ChangeFixture *self,
        gint64         id,
        ScRefusalKind  kind,
        const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScRefusalPlan) plan = sc_refusal_plan_load (self->store, deal, "Too expensive", NULL);

  plan->kind = kind;
  plan->until = TODAY + 14;
  g_set_str (&plan->stage_id, stage != NULL ? change_fixture_get_stage (self, stage) : NULL);
  change_fixture_run (self, sc_command_refuse_deal (deal, plan, "Too expensive", "a smaller offer"));
}

static void
assert_stands (ChangeFixture *self,
               gint64         id,
               const char    *stage,
               const char    *status,
               const char    *parked_until,
               const char    *loss_reason,
               guint          n_ticks)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autofree char *day = day_fixture_get_day (deal->parked_until);

  g_assert_cmpstr (deal->stage_id, ==, change_fixture_get_stage (self, stage));
  g_assert_cmpstr (sc_deal_status_get_id (deal->status), ==, status);
  g_assert_cmpstr (day, ==, parked_until);
  g_assert_cmpstr (deal->loss_reason, ==, loss_reason);
  g_assert_cmpuint (count_ticks (self, id), ==, n_ticks);
}

static void
assert_refused (ChangeFixture *self,
                gint64         id,
                const char    *stage,
                const char    *outcome,
                gboolean       is_voided)
{
  g_autoptr (GPtrArray) events = sc_store_list_events (self->store, id, NULL);
  const ScDealEvent *event = NULL;

  for (guint i = 0; event == NULL && i < events->len; i++)
    if (g_str_equal (((ScDealEvent *) events->pdata[i])->field, "refused"))
      event = events->pdata[i];
  g_assert_nonnull (event);
  g_assert_cmpstr (event->old_value, ==, change_fixture_get_stage (self, stage));
  g_assert_cmpstr (event->new_value, ==, outcome);
  g_assert_cmpstr (event->note, ==, "Too expensive: a smaller offer");
  g_assert_cmpint (event->is_voided, ==, is_voided);
}

/* A return opens the ticks of the stages that are gone through again, not those before. */
static void
test_refuse (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  tick_all (self, id);
  refuse (self, id, SC_REFUSAL_BACK, "B");
  assert_stands (self, id, "B", "open", "none", NULL, 1);
  assert_refused (self, id, "C", "back", FALSE);
  day_fixture_undo (self);
  assert_stands (self, id, "C", "open", "none", NULL, 3);
  assert_refused (self, id, "C", "back", TRUE);

  refuse (self, id, SC_REFUSAL_PARK, NULL);
  assert_stands (self, id, "C", "open", "2026-12-14", NULL, 3);
  assert_refused (self, id, "C", "park", FALSE);
  day_fixture_undo (self);
  assert_stands (self, id, "C", "open", "none", NULL, 3);

  refuse (self, id, SC_REFUSAL_LOST, NULL);
  assert_stands (self, id, "C", "lost", "none", "Too expensive", 3);
  assert_refused (self, id, "C", "lost", FALSE);
  {
    g_autoptr (ScDeal) deal = change_fixture_load (self, id);
    g_autoptr (ScRefusalPlan) plan = g_new0 (ScRefusalPlan, 1);

    change_fixture_refuse (self, sc_command_refuse_deal (deal, plan, NULL, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  }
  day_fixture_undo (self);
  assert_stands (self, id, "C", "open", "none", NULL, 3);

  /* Nowhere, itself, or on. */
  for (guint i = 0; i < 3; i++)
    {
      static const char *const places[] = { NULL, "C", "D" };
      g_autoptr (ScDeal) deal = change_fixture_load (self, id);
      g_autoptr (ScRefusalPlan) plan = g_new0 (ScRefusalPlan, 1);

      plan->kind = SC_REFUSAL_BACK;
      plan->stage_id = places[i] != NULL ? g_strdup (change_fixture_get_stage (self, places[i])) : NULL;
      change_fixture_refuse (self, sc_command_refuse_deal (deal, plan, NULL, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
    }
  assert_stands (self, id, "C", "open", "none", NULL, 3);
  sc_clock_set (0);
}

/* A stage that went into another takes the refusals along: the next one is the second. */
static void
test_refusals_of_merged_stages (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScStage) d = NULL;
  const ScCriterion *criterion;
  gint64 id;
  guint n_refusals = 9;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  refuse (self, id, SC_REFUSAL_BACK, "B");
  d = sc_stage_copy (sc_version_find_stage_by_name (self->version, "D", NULL));
  criterion = sc_version_find_stage_by_name (self->version, "C", NULL)->criteria->pdata[0];
  g_ptr_array_add (d->criteria, sc_criterion_new (criterion->id, criterion->text));
  g_ptr_array_add (edits, sc_edit_replace_stage (self->version, d));
  g_ptr_array_add (edits, sc_edit_remove_stage (self->version, change_fixture_get_stage (self, "C")));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Edit", edits));
  change_fixture_publish (self);

  g_assert_true (sc_store_count_refusals (self->store, self->version, id, d->id, &n_refusals, NULL));
  g_assert_cmpuint (n_refusals, ==, 1);
  g_assert_true (sc_store_count_refusals (self->store, self->version, id, change_fixture_get_stage (self, "B"), &n_refusals, NULL));
  g_assert_cmpuint (n_refusals, ==, 0);
  sc_clock_set (0);
}

/* A client's deal ends early, whatever else was said, unless it is parked. */
static void
test_refuse_client (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "F");
  for (ScRefusalKind kind = SC_REFUSAL_LOST; kind <= SC_REFUSAL_BACK; kind++)
    {
      refuse (self, id, kind, kind == SC_REFUSAL_BACK ? "E" : NULL);
      assert_stands (self, id, "F", "ended-early", "none", "Too expensive", 0);
      assert_refused (self, id, "F", "ended-early", FALSE);
      day_fixture_assert_won_on (self, id, "ended-early", "2026-11-30");
      day_fixture_undo (self);
    }
  refuse (self, id, SC_REFUSAL_PARK, NULL);
  assert_stands (self, id, "F", "won", "2026-12-14", NULL, 0);
  sc_clock_set (0);
}

/* What was taken back is no refusal, and one from another stage is none of this. */
static void
test_second_refusal (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  gint64 id;
  guint n_refusals;

  day_fixture_set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  refuse (self, id, SC_REFUSAL_PARK, NULL);
  day_fixture_undo (self);
  g_assert_true (sc_store_count_refusals (self->store, self->version, id, change_fixture_get_stage (self, "C"), &n_refusals, NULL));
  g_assert_cmpuint (n_refusals, ==, 0);
  refuse (self, id, SC_REFUSAL_PARK, NULL);
  g_assert_true (sc_store_count_refusals (self->store, self->version, id, change_fixture_get_stage (self, "C"), &n_refusals, NULL));
  g_assert_cmpuint (n_refusals, ==, 1);
  g_assert_true (sc_store_count_refusals (self->store, self->version, id, change_fixture_get_stage (self, "B"), &n_refusals, NULL));
  g_assert_cmpuint (n_refusals, ==, 0);
  sc_clock_set (0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refusal/preselected", test_preselected);
  g_test_add_func ("/refusal/refuse", test_refuse);
  g_test_add_func ("/refusal/merged-stages", test_refusals_of_merged_stages);
  g_test_add_func ("/refusal/client", test_refuse_client);
  g_test_add_func ("/refusal/second", test_second_refusal);

  return g_test_run ();
}
