/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "deal/deal-fixture.h"

#include "deal/sc-deal.h"
#include "store/sc-deal-criteria.h"
#include "widgets/sc-widgets.h"

static const struct {
  const char *text;
  ScAnswerType type;
} questions[] = {
  { DEAL_FIXTURE_TEXT, SC_ANSWER_TEXT },
  { DEAL_FIXTURE_CHOICE, SC_ANSWER_CHOICE },
  { DEAL_FIXTURE_NUMBER, SC_ANSWER_NUMBER },
  { DEAL_FIXTURE_MONEY, SC_ANSWER_MONEY },
  { DEAL_FIXTURE_DATE, SC_ANSWER_DATE },
  { DEAL_FIXTURE_YES_NO, SC_ANSWER_YES_NO },
  { DEAL_FIXTURE_TICK, SC_ANSWER_TICK },
};

static void
add_criteria (ScStage *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      ScCriterion *criterion = sc_stage_add_criterion (stage, questions[i].text);

      criterion->type = questions[i].type;
      if (criterion->type == SC_ANSWER_CHOICE)
        {
          g_strfreev (criterion->choices);
          criterion->choices = g_strdupv ((char *[]) { (char *) "small", (char *) "large", NULL });
        }
    }
}

static void
add_tactic (ScStage     *stage,
            ScTacticKind kind,
            const char  *title,
            const char  *text)
{
  sc_stage_add_tactic (stage, title, text)->kind = kind;
}

static void
add_tactics (ScStage *stage)
{
  const ScCriterion *problem = stage->criteria->pdata[0];
  g_autofree char *letter = g_strdup_printf ("Summary\n\nFor {deal.company}: {answer:%s}; until {blank}.", problem->id);

  add_tactic (stage, SC_TACTIC_QUESTION, "Begin", "How is it today, {deal.person}?");
  add_tactic (stage, SC_TACTIC_LETTER, "Write", letter);
  add_tactic (stage, SC_TACTIC_CHECKLIST, "Check", "one\ntwo\nthree\nfour\nfive\nsix\nseven");
  add_tactic (stage, SC_TACTIC_SCRIPT, "Call", "Hello.");
  add_tactic (stage, SC_TACTIC_ARGUMENT, "Argue", "It pays.");
}

static ScVersion *
make_version (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);
  ScStage *ask = sc_stage_new ("Ask", SC_KIND_BIT (SC_KIND_INBOUND_REQUEST));
  ScStage *talk = sc_stage_new ("Talk", SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY));
  ScStage *pay = sc_stage_new ("Pay", SC_KIND_BIT (SC_KIND_PAYMENT));
  ScStage *use = sc_stage_new ("Use", SC_KIND_BIT (SC_KIND_TRIAL));
  ScCriterion *until;

  until = sc_stage_add_criterion (use, "Trial until");
  until->type = SC_ANSWER_DATE;
  until->purpose = SC_PURPOSE_TRIAL_END;
  sc_stage_add_criterion (ask, "Who asks?")->type = SC_ANSWER_TEXT;
  g_set_str (&talk->goal, "Know what they need & why");
  g_set_str (&talk->entry, "They want to talk");
  g_strfreev (talk->actions);
  talk->actions = g_strdupv ((char *[]) { (char *) "Meet them", (char *) "Listen", NULL });
  g_strfreev (talk->documents);
  talk->documents = g_strdupv ((char *[]) { (char *) "Questions <1>", (char *) "https://example.org/a", NULL });
  add_criteria (talk);
  add_tactics (talk);
  g_ptr_array_add (version->stages, ask);
  g_ptr_array_add (version->stages, talk);
  g_ptr_array_add (version->stages, pay);
  g_ptr_array_add (version->stages, use);

  return version;
}

static void
publish (DealFixture *self)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome =
    sc_command_run (sc_command_create_process ("Talks", NULL, version, NULL), self->change->store, NULL, &error);
  g_autoptr (ScProcess) process = NULL;

  g_assert_no_error (error);
  self->process_id = g_strdup (outcome->process_id);
  process = sc_store_load_process (self->change->store, self->process_id, &error);
  g_assert_no_error (error);
  change_fixture_run (self->change, sc_command_publish (process, NULL));
  self->version = sc_store_load_version (self->change->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
}

DealFixture *
deal_fixture_new (void)
{
  DealFixture *self = g_new0 (DealFixture, 1);
  GtkWidget *overlay = adw_toast_overlay_new ();

  sc_widgets_init ();
  sc_deal_init ();
  patience_set_show (widget_test_show);
  self->change = change_fixture_new ();
  publish (self);
  sc_store_start_watching (self->change->store);
  self->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 900);
  self->pane = SC_DEAL_PANE (sc_deal_pane_new ());
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self->pane));
  adw_window_set_content (self->window, overlay);
  sc_deal_pane_set_store (self->pane, self->change->store);
  gtk_window_present (GTK_WINDOW (self->window));

  return self;
}

void
deal_fixture_free (DealFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  sc_version_unref (self->version);
  g_free (self->process_id);
  change_fixture_free (self->change);
  g_free (self);
}

gint64
deal_fixture_add (DealFixture *self,
                  const char  *title,
                  const char  *stage,
                  const char  *company)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup (title);
  deal->company = g_strdup (company);
  deal->person = g_strdup ("Ann");
  deal->stage_id = g_strdup (sc_version_find_stage_by_name (self->version, stage, NULL)->id);

  return change_fixture_run (self->change, sc_command_add_deal (deal));
}

void
deal_fixture_open (DealFixture *self,
                   gint64       deal_id)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, deal_id);

  sc_deal_pane_set_deal_id (self->pane, deal_id);
  wait_until (deal_fixture_says (self, deal->title));
}

const ScCriterion *
deal_fixture_find_criterion (DealFixture *self,
                             const char  *text)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        if (g_str_equal (((ScCriterion *) stage->criteria->pdata[j])->text, text))
          return stage->criteria->pdata[j];
    }

  g_assert_not_reached ();
}

void
deal_fixture_answer (DealFixture *self,
                     gint64       deal_id,
                     const char  *criterion,
                     const char  *value)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self->change, deal_id);
  const ScCriterion *asked = deal_fixture_find_criterion (self, criterion);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScAnswer) answer = sc_answer_parse (asked, value, &error);
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();

  g_assert_no_error (error);
  sc_gate_answers_answer (answers, deal_id, asked->id, answer, NULL);
  change_fixture_run (self->change, sc_command_answer (deal, answers));
}

char *
deal_fixture_tell (DealFixture *self,
                   gint64       deal_id,
                   const char  *criterion)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    sc_store_list_deal_criteria (self->change->store, self->version, NULL, &deal_id, 1, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const ScDealCriterion *row = rows->pdata[i];

      if (!g_str_equal (row->criterion->text, criterion))
        continue;
      if (row->state == SC_ANSWER_STATE_NOT_TOLD)
        return g_strdup_printf ("not-told: %s", row->note);

      return g_strdup (row->state == SC_ANSWER_STATE_OPEN ? "open" : row->answer->value);
    }

  g_assert_not_reached ();
}

ScQuestionRow *
deal_fixture_find_row (DealFixture *self,
                       const char  *criterion)
{
  return SC_QUESTION_ROW (widget_test_find (GTK_WIDGET (self->pane), SC_TYPE_QUESTION_ROW, criterion));
}

static gpointer
find (GtkWidget *below,
      GType      type,
      guint     *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (below), type) && (*nth)-- == 0)
    return below;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
deal_fixture_find (gpointer below,
                   GType    type,
                   guint    nth)
{
  return find (below, type, &nth);
}

gboolean
deal_fixture_says (DealFixture *self,
                   const char  *text)
{
  return widget_test_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, text) != NULL;
}

GtkWidget *
deal_fixture_find_button (DealFixture *self,
                          gpointer     below,
                          const char  *label)
{
  return widget_test_find (below != NULL ? below : GTK_WIDGET (self->window), GTK_TYPE_BUTTON, label);
}
