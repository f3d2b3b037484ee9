/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The day on which a deal was won, parking, waking and refusing: what is on the days
 * that are told here, not only that undo restores it. */

#include "change/change-fixture.h"
#include "change/sc-waking.h"
#include "model/sc-age.h"
#include "model/sc-edit.h"
#include "store/sc-park-write.h"

/* A Monday. */
#define TODAY sc_date_new (2026, 11, 30)

static void
set_day (ScDate day)
{
  sc_clock_set (sc_date_to_instant (day));
}

static char *
get_day (ScDate date)
{
  char *day = sc_date_to_string (date);

  return day != NULL ? day : g_strdup ("none");
}

static void
assert_won_on (ChangeFixture *self,
               gint64         id,
               const char    *status,
               const char    *day)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autofree char *won_on = get_day (deal->won_on);

  g_assert_cmpstr (sc_deal_status_get_id (deal->status), ==, status);
  g_assert_cmpstr (won_on, ==, day);
}

static void
move (ChangeFixture *self,
      gint64         id,
      const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, stage), 0, NULL));
}

static void
undo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}

static void
test_won_on (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id;

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  assert_won_on (self, id, "open", "none");
  set_day (TODAY + 1);
  move (self, id, "E");
  assert_won_on (self, id, "won", "2026-12-01");
  set_day (TODAY + 2);
  move (self, id, "F");
  assert_won_on (self, id, "won", "2026-12-01");
  {
    g_autoptr (ScDeal) deal = change_fixture_load (self, id);

    change_fixture_run (self, sc_command_lose_deal (deal, "Too slow"));
  }
  assert_won_on (self, id, "ended-early", "2026-12-01");
  undo (self);
  assert_won_on (self, id, "won", "2026-12-01");
  move (self, id, "D");
  assert_won_on (self, id, "open", "none");
  undo (self);
  assert_won_on (self, id, "won", "2026-12-01");
  move (self, id, "B");
  {
    g_autoptr (ScDeal) deal = change_fixture_load (self, id);

    change_fixture_run (self, sc_command_lose_deal (deal, "Too slow"));
    assert_won_on (self, id, "lost", "none");
    undo (self);
    change_fixture_run (self, sc_command_complete_deal (deal, NULL));
  }
  assert_won_on (self, id, "completed", "2026-12-02");
  sc_clock_set (0);
}

static void
set_mark (ChangeFixture *self,
          const char    *name)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
  const ScStage *stage = sc_version_find_stage_by_name (version, name, NULL);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_edit_free);

  g_assert_true (sc_version_do (&version, edits, sc_edit_set_mark (version, stage->id), NULL));
  change_fixture_run (self, sc_command_edit_version (self->process_id, "Mark", edits));
}

/* A mark that is put elsewhere wins deals on that day, or takes that back. */
static void
test_won_on_follows_the_mark (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 id, other;

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  other = change_fixture_add (self, "other", "A");
  set_day (TODAY + 3);
  set_mark (self, "B");
  change_fixture_publish (self);
  assert_won_on (self, id, "won", "2026-12-03");
  assert_won_on (self, other, "open", "none");
  undo (self);
  assert_won_on (self, id, "open", "none");
  sc_clock_set (0);
}

/* Many are moved in another way. */
static void
test_won_on_of_many (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 ids[500];

  set_day (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = change_fixture_add (self, "deal", "A");
  change_fixture_run (self, sc_command_move_deals (ids, G_N_ELEMENTS (ids), change_fixture_get_stage (self, "F"), NULL));
  assert_won_on (self, ids[0], "won", "2026-11-30");
  assert_won_on (self, ids[499], "won", "2026-11-30");
  set_day (TODAY + 1);
  change_fixture_run (self, sc_command_move_deals (ids, G_N_ELEMENTS (ids), change_fixture_get_stage (self, "B"), NULL));
  assert_won_on (self, ids[499], "open", "none");
  undo (self);
  assert_won_on (self, ids[499], "won", "2026-11-30");
  undo (self);
  assert_won_on (self, ids[499], "open", "none");
  change_fixture_check_totals (self);
  sc_clock_set (0);
}

static gint64
park (ChangeFixture *self,
      gint64         id,
      ScDate         until)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  return change_fixture_run (self, sc_command_park_deal (deal, until, "call then"));
}

/* How many deals of stage A are at work, and how many are parked: as the list has them,
 * and as counts and sums do. */
static void
assert_parked (ChangeFixture *self,
               guint          n_at_work,
               guint          n_parked)
{
  const guint expected[] = { [SC_PARKED_OR_NOT] = n_at_work + n_parked, [SC_PARKED_NOT] = n_at_work,
                             [SC_PARKED_ONLY] = n_parked };

  for (ScParked i = SC_PARKED_OR_NOT; i <= SC_PARKED_ONLY; i++)
    {
      g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
      g_autoptr (GPtrArray) deals = NULL;
      g_autoptr (GPtrArray) totals = NULL;
      guint n_total = 0;

      query->stage_id = g_strdup (change_fixture_get_stage (self, "A"));
      query->statuses = SC_DEAL_STATUSES_STANDING;
      query->parked = i;
      deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
      totals = sc_store_list_totals (self->store, query, NULL, NULL);
      for (guint j = 0; j < totals->len; j++)
        n_total += ((ScStageTotal *) totals->pdata[j])->n_deals;
      g_assert_cmpuint (deals->len, ==, expected[i]);
      g_assert_cmpuint (n_total, ==, expected[i]);
      g_assert_cmpuint (sc_store_count_deals (self->store, query, NULL, NULL), ==, expected[i]);
      g_set_str (&query->search, "deal");
      g_assert_cmpuint (sc_store_count_deals (self->store, query, NULL, NULL), ==, expected[i]);
    }
  change_fixture_check_totals (self);
}

static void
assert_parked_until (ChangeFixture *self,
                     gint64         id,
                     const char    *day)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autofree char *parked_until = get_day (deal->parked_until);

  g_assert_cmpstr (parked_until, ==, day);
}

static void
test_park_and_unpark (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  gint64 id;

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  change_fixture_add (self, "deal 2", "A");
  deal = change_fixture_load (self, id);
  change_fixture_refuse (self, sc_command_park_deal (deal, TODAY, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_park_deal (deal, TODAY - 1, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_park_deal (deal, SC_DATE_NONE, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  change_fixture_refuse (self, sc_command_unpark_deal (deal), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);

  park (self, id, TODAY + 7);
  assert_parked (self, 1, 1);
  undo (self);
  assert_parked (self, 2, 0);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_parked (self, 1, 1);
  change_fixture_run (self, sc_command_unpark_deal (deal));
  assert_parked (self, 2, 0);
  undo (self);
  assert_parked (self, 1, 1);

  /* A deal that goes on, or is closed, is parked no more. */
  move (self, id, "B");
  assert_parked_until (self, id, "none");
  undo (self);
  assert_parked (self, 1, 1);
  change_fixture_run (self, sc_command_lose_deal (deal, NULL));
  assert_parked_until (self, id, "none");
  undo (self);
  assert_parked (self, 1, 1);
  sc_clock_set (0);
}

static GPtrArray *
list_due (ChangeFixture *self)
{
  return sc_store_list_due (self->store, sc_clock_now (), 0, 10, NULL);
}

static gint64
count_changes (ChangeFixture *self)
{
  g_autofree char *dump = store_fixture_dump (self->base);

  return g_str_hash (dump);
}

/* On its day a deal is at work for whoever reads, though nobody has written that. */
static void
test_read_after_its_day (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) parked_due = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (ScDeal) deal = NULL;
  const ScDueRow *row;
  gint64 id, before;

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  park (self, id, TODAY + 7);
  before = count_changes (self);
  set_day (TODAY + 6);
  assert_parked (self, 0, 1);
  parked_due = list_due (self);
  g_assert_cmpuint (parked_due->len, ==, 0); /* it would be late */
  set_day (TODAY + 7);
  assert_parked (self, 1, 0);
  deal = change_fixture_load (self, id);
  g_assert_cmpuint (deal->parked_until, ==, SC_DATE_NONE);
  due = list_due (self);
  g_assert_cmpuint (due->len, ==, 1);
  row = due->pdata[0];
  g_assert_cmpint (row->kind, ==, SC_DUE_WOKEN);
  g_assert_cmpint (row->deal->id, ==, id);
  g_assert_cmpuint (row->due, ==, TODAY + 7);
  g_assert_cmpint (count_changes (self), ==, before);
  sc_clock_set (0);
}

/* The next change of anything writes it, with a step, and undo passes that over. */
static void
test_wake (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (ScDeal) deal = NULL;
  const ScDueRow *row;
  gint64 id, other;

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "A");
  set_day (TODAY + 2);
  park (self, id, TODAY + 98);
  set_day (TODAY + 100);
  other = change_fixture_add (self, "other", "B");

  deal = change_fixture_load (self, id);
  g_assert_cmpstr (deal->next_step, ==, "Back to the conversation");
  g_assert_cmpuint (deal->next_step_due, ==, TODAY + 98);
  /* Two days before it was parked are two days since. */
  g_assert_cmpuint (sc_age_get (deal->entered_at, sc_clock_now (), SC_UNIT_WORKING_DAYS), ==, 2);
  due = list_due (self);
  g_assert_cmpuint (due->len, ==, 1);
  row = due->pdata[0];
  g_assert_cmpint (row->kind, ==, SC_DUE_NEXT_STEP);
  g_assert_cmpstr (row->activity->title, ==, "Back to the conversation");
  assert_parked (self, 1, 0);

  undo (self); /* the other deal */
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (ScDeal) gone = sc_store_load_deal (self->store, other, &error);

    g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND);
  }
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  undo (self);
  undo (self); /* parking */
  steps = sc_store_list_activities (self->store, id, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
  undo (self); /* the deal */
  assert_parked (self, 0, 0);
  sc_clock_set (0);
}

static gpointer
wake_in_thread (gpointer data)
{
  sc_waking_run (data, NULL);

  return NULL;
}

/* Windows that are open on that day do so at once, and none twice. */
static void
test_wake_once (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  GThread *threads[4];
  ScStore *stores[4];
  gint64 ids[20];

  set_day (TODAY);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      ids[i] = change_fixture_add (self, "deal", "A");
      park (self, ids[i], TODAY + 1 + i % 3);
    }
  assert_parked (self, 0, 20);
  set_day (TODAY + 3);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      stores[i] = store_fixture_open_other (self->base);
      threads[i] = g_thread_new ("wake", wake_in_thread, stores[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_thread_join (threads[i]);
      g_object_unref (stores[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GPtrArray) steps = sc_store_list_activities (self->store, ids[i], NULL);

      g_assert_cmpuint (steps->len, ==, 1);
    }
  assert_parked (self, 20, 0);
  sc_clock_set (0);
}

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

  set_day (TODAY);
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
      until = get_day (plan->until);
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
  g_autofree char *day = get_day (deal->parked_until);

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

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  tick_all (self, id);
  refuse (self, id, SC_REFUSAL_BACK, "B");
  assert_stands (self, id, "B", "open", "none", NULL, 1);
  assert_refused (self, id, "C", "back", FALSE);
  undo (self);
  assert_stands (self, id, "C", "open", "none", NULL, 3);
  assert_refused (self, id, "C", "back", TRUE);

  refuse (self, id, SC_REFUSAL_PARK, NULL);
  assert_stands (self, id, "C", "open", "2026-12-14", NULL, 3);
  assert_refused (self, id, "C", "park", FALSE);
  undo (self);
  assert_stands (self, id, "C", "open", "none", NULL, 3);

  refuse (self, id, SC_REFUSAL_LOST, NULL);
  assert_stands (self, id, "C", "lost", "none", "Too expensive", 3);
  assert_refused (self, id, "C", "lost", FALSE);
  {
    g_autoptr (ScDeal) deal = change_fixture_load (self, id);
    g_autoptr (ScRefusalPlan) plan = g_new0 (ScRefusalPlan, 1);

    change_fixture_refuse (self, sc_command_refuse_deal (deal, plan, NULL, NULL), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  }
  undo (self);
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

  set_day (TODAY);
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

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "F");
  for (ScRefusalKind kind = SC_REFUSAL_LOST; kind <= SC_REFUSAL_BACK; kind++)
    {
      refuse (self, id, kind, kind == SC_REFUSAL_BACK ? "E" : NULL);
      assert_stands (self, id, "F", "ended-early", "none", "Too expensive", 0);
      assert_refused (self, id, "F", "ended-early", FALSE);
      assert_won_on (self, id, "ended-early", "2026-11-30");
      undo (self);
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

  set_day (TODAY);
  id = change_fixture_add (self, "deal", "C");
  refuse (self, id, SC_REFUSAL_PARK, NULL);
  undo (self);
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

  g_test_add_func ("/parking/won-on", test_won_on);
  g_test_add_func ("/parking/won-on-follows-the-mark", test_won_on_follows_the_mark);
  g_test_add_func ("/parking/won-on-of-many", test_won_on_of_many);
  g_test_add_func ("/parking/park-and-unpark", test_park_and_unpark);
  g_test_add_func ("/parking/read-after-its-day", test_read_after_its_day);
  g_test_add_func ("/parking/wake", test_wake);
  g_test_add_func ("/parking/wake-once", test_wake_once);
  g_test_add_func ("/refusal/preselected", test_preselected);
  g_test_add_func ("/refusal/refuse", test_refuse);
  g_test_add_func ("/refusal/merged-stages", test_refusals_of_merged_stages);
  g_test_add_func ("/refusal/client", test_refuse_client);
  g_test_add_func ("/refusal/second", test_second_refusal);

  return g_test_run ();
}
