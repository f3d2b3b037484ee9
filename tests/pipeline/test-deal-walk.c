/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is entered and answered about a deal, while another window does something
 * to it: each change at each step. It is saved for what was shown, or refused with
 * the reason, and what was typed is kept. */

#include "pipeline/pipeline-fixture.h"

#include "deal/sc-company-row.h"
#include "deal/sc-deal-actions.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-gate-dialog.h"
#include "deal/sc-money-row.h"
#include "deal/sc-payment-dialog.h"
#include "deal/sc-payment-row.h"
#include "deal/sc-step-dialog.h"
#include "deal/sc-step-row.h"
#include "elsewhere.h"
#include "model/sc-edit.h"
#include "pipeline/sc-pipeline.h"
#include "widgets/sc-error-dialog.h"

#define MINE 12300

typedef struct {
  PipelineFixture *window;
  Elsewhere *elsewhere;
  ScDealPane *pane;
  gint64 one;
  gint64 two;
  gboolean (*is_done) (gpointer scene);
} Scene;

/* Elsewhere */

static ScDeal *
load_there (Elsewhere *elsewhere)
{
  return sc_store_load_deal (elsewhere_get_store (elsewhere), elsewhere_get_deal_id (elsewhere), NULL);
}

static void
do_nothing (Elsewhere *elsewhere)
{
}

static void
delete_deal (Elsewhere *elsewhere)
{
  elsewhere_delete_deal (elsewhere, elsewhere_get_deal_id (elsewhere));
}

static void
retitle_deal (Elsewhere *elsewhere)
{
  elsewhere_retitle_deal (elsewhere, elsewhere_get_deal_id (elsewhere), "theirs");
}

static void
move_deal (Elsewhere *elsewhere)
{
  g_autoptr (ScDeal) deal = load_there (elsewhere);
  g_autoptr (ScVersion) version = sc_store_load_version (elsewhere_get_store (elsewhere), deal->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);

  elsewhere_move_deal (elsewhere, deal->id, sc_version_get_stage (version, 2)->id);
}

static void
lose_deal (Elsewhere *elsewhere)
{
  g_autoptr (ScDeal) deal = load_there (elsewhere);

  elsewhere_run (elsewhere, sc_command_lose_deal (deal, "Price"));
}

static const ScActivity *
find_step (GPtrArray *steps)
{
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (g_str_equal (((ScActivity *) steps->pdata[i])->title, "Call"))
      return steps->pdata[i];

  return NULL;
}

static void
change_step (Elsewhere *elsewhere,
             ScCommand *(*make) (const ScActivity *step))
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (elsewhere_get_store (elsewhere),
                                                          elsewhere_get_deal_id (elsewhere), NULL);
  const ScActivity *step = find_step (steps);

  if (step != NULL)
    elsewhere_run (elsewhere, make (step));
}

static ScCommand *
make_other_title (const ScActivity *step)
{
  ScActivity after = *step;

  after.title = (char *) "Theirs";

  return sc_command_edit_activity (step, &after);
}

static void
edit_step (Elsewhere *elsewhere)
{
  change_step (elsewhere, make_other_title);
}

static void
do_step (Elsewhere *elsewhere)
{
  change_step (elsewhere, sc_command_complete_activity);
}

static void
remove_step (Elsewhere *elsewhere)
{
  change_step (elsewhere, sc_command_remove_activity);
}

static void
change_payment (Elsewhere *elsewhere,
                ScCommand *(*make) (const ScPayment *payment))
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (elsewhere_get_store (elsewhere),
                                                           elsewhere_get_deal_id (elsewhere), NULL);

  if (payments != NULL && payments->len > 0)
    elsewhere_run (elsewhere, make (payments->pdata[0]));
}

static ScCommand *
make_other_amount (const ScPayment *payment)
{
  ScPayment after = *payment;

  after.amount.minor = 77700;

  return sc_command_edit_payment (payment, &after);
}

static void
edit_payment (Elsewhere *elsewhere)
{
  change_payment (elsewhere, make_other_amount);
}

static void
remove_payment (Elsewhere *elsewhere)
{
  change_payment (elsewhere, sc_command_remove_payment);
}

/* More has to hold before a deal leaves its stage. */
static void
publish_criterion (Elsewhere *elsewhere)
{
  g_autoptr (ScDeal) deal = load_there (elsewhere);
  g_autoptr (ScVersion) version = sc_store_load_version (elsewhere_get_store (elsewhere), deal->process_id,
                                                         SC_VERSION_WANTED_CURRENT, NULL);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_find_stage (version, deal->stage_id, NULL));
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  sc_stage_add_criterion (stage, "More is done");
  g_ptr_array_add (edits, sc_edit_replace_stage (version, stage));
  elsewhere_run (elsewhere, sc_command_edit_version (deal->process_id, "Theirs", edits));
  elsewhere_publish (elsewhere);
}

/* What a deal has to do with is as it was. */
static void
publish_name (Elsewhere *elsewhere)
{
  elsewhere_rename_stage (elsewhere, elsewhere_get_stage_id (elsewhere), "Theirs");
  elsewhere_publish (elsewhere);
}

static void
delete_target (Elsewhere *elsewhere)
{
  elsewhere_delete_stage (elsewhere, elsewhere_get_stage_id (elsewhere));
  elsewhere_publish (elsewhere);
}

/* To whom a change leaves nothing of what is asked about. */
enum {
  NOTHING_LEFT = 1 << 0, /* for anything about the deal */
  MOVED = 1 << 1, /* for a move of it */
  OTHER_STEP = 1 << 2, /* for an edit of its step */
  NO_STEP = 1 << 3,
  OTHER_PAYMENT = 1 << 4,
  NO_PAYMENT = 1 << 5,
};

static const struct {
  ElsewhereScript script;
  guint refuses;
} changes[] = {
  { { "nothing", do_nothing }, 0 },
  { { "delete the deal", delete_deal }, NOTHING_LEFT },
  { { "delete the process", elsewhere_delete_process }, NOTHING_LEFT },
  { { "retitle the deal", retitle_deal }, 0 },
  { { "move the deal", move_deal }, MOVED },
  { { "lose the deal", lose_deal }, MOVED | NO_STEP },
  { { "edit the step", edit_step }, OTHER_STEP },
  { { "do the step", do_step }, NO_STEP },
  { { "remove the step", remove_step }, NO_STEP },
  { { "edit the payment", edit_payment }, OTHER_PAYMENT },
  { { "remove the payment", remove_payment }, NO_PAYMENT },
  { { "publish a criterion", publish_criterion }, MOVED },
  { { "publish a name", publish_name }, 0 },
  { { "delete the stage", delete_target }, MOVED },
  { { "another process", elsewhere_change_other_process }, 0 },
};

/* Here */

static AdwDialog *
get_dialog (Scene *scene)
{
  return adw_window_get_visible_dialog (scene->window->window);
}

static gboolean
is_refused (PipelineFixture *window,
            gpointer         data)
{
  return SC_IS_ERROR_DIALOG (adw_window_get_visible_dialog (window->window));
}

static void
take_refusal (Scene *scene)
{
  AdwDialog *dialog = get_dialog (scene);

  g_test_message ("refused: %s", adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)));
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), !=, "");
  adw_dialog_force_close (dialog);
}

static void
click_tooltip (Scene      *scene,
               const char *tooltip)
{
  GtkWidget *button;

  for (guint i = 0; (button = pipeline_fixture_find (GTK_WIDGET (scene->pane), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }

  g_assert_not_reached ();
}

static gboolean
is_over (PipelineFixture *window,
         gpointer         data)
{
  Scene *scene = data;

  return is_refused (window, NULL) || (get_dialog (scene) == NULL && scene->is_done (scene));
}

/* Whether it was refused. */
static gboolean
end (Scene *scene)
{
  pipeline_fixture_wait_at (scene->window, is_over, scene, elsewhere_tell (scene->elsewhere));

  return is_refused (scene->window, NULL);
}

static guint
count_steps (Scene      *scene,
             const char *title)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (scene->window->change->store, scene->one, NULL);
  guint n = 0;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    n += g_str_equal (((ScActivity *) steps->pdata[i])->title, title);

  return n;
}

static guint
count_payments (Scene *scene,
                gint64 minor)
{
  g_autoptr (GPtrArray) payments = sc_store_list_payments (scene->window->change->store, scene->one, NULL);
  guint n = 0;

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    n += ((ScPayment *) payments->pdata[i])->amount.minor == minor;

  return n;
}

static GtkEditable *
find_entry (AdwDialog *dialog)
{
  return pipeline_fixture_find (GTK_WIDGET (dialog), SC_IS_STEP_DIALOG (dialog) ? ADW_TYPE_ENTRY_ROW : SC_TYPE_MONEY_ROW, 0);
}

static guint refuses;

/* Enters @text; what is refused is there to be saved again, and what others have
 * only changed is then. @lost: what is refused for good; @asked: what is refused
 * once. */
static gboolean
enter (Scene      *scene,
       GType       type,
       const char *text,
       guint       lost,
       guint       asked)
{
  const char *response = type == SC_TYPE_STEP_DIALOG ? "add" : "save";
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (scene->window, type);
  gboolean is_lost, is_asked;

  elsewhere_step (scene->elsewhere);
  gtk_editable_set_text (find_entry (dialog), text);
  elsewhere_step (scene->elsewhere);
  is_lost = elsewhere_has_come (scene->elsewhere) && (refuses & lost) != 0;
  is_asked = elsewhere_has_come (scene->elsewhere) && (refuses & (lost | asked)) != 0;
  pipeline_fixture_respond (dialog, response);
  g_assert_cmpint (end (scene), ==, is_asked);
  if (!is_asked)
    return TRUE;

  take_refusal (scene);
  dialog = pipeline_fixture_wait_for_dialog (scene->window, type);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog)), ==, text);
  pipeline_fixture_respond (dialog, response);
  g_assert_cmpint (end (scene), ==, is_lost);
  if (!is_lost)
    return TRUE;

  take_refusal (scene);
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (scene->window, type), "cancel");

  return FALSE;
}

static gboolean
has_my_step (gpointer scene)
{
  return count_steps (scene, "Mine") == 1;
}

static gboolean
has_my_payment (gpointer scene)
{
  return count_payments (scene, MINE) == 1;
}

static void
add_step (Scene *scene)
{
  scene->is_done = has_my_step;
  click_tooltip (scene, "Add a Step");
  enter (scene, SC_TYPE_STEP_DIALOG, "Mine", NOTHING_LEFT, 0);
}

static void
edit_step_here (Scene *scene)
{
  scene->is_done = has_my_step;
  gtk_widget_activate_action (pipeline_fixture_find (GTK_WIDGET (scene->pane), SC_TYPE_STEP_ROW, 0), "step.edit", NULL);
  if (enter (scene, SC_TYPE_STEP_DIALOG, "Mine", NOTHING_LEFT | NO_STEP, OTHER_STEP))
    g_assert_cmpuint (count_steps (scene, "Call") + count_steps (scene, "Theirs"), ==, 0);
}

static void
add_payment (Scene *scene)
{
  scene->is_done = has_my_payment;
  click_tooltip (scene, "Add a Payment");
  enter (scene, SC_TYPE_PAYMENT_DIALOG, "123", NOTHING_LEFT, 0);
}

static void
edit_payment_here (Scene *scene)
{
  scene->is_done = has_my_payment;
  gtk_widget_activate_action (pipeline_fixture_find (GTK_WIDGET (scene->pane), SC_TYPE_PAYMENT_ROW, 0), "payment.edit", NULL);
  enter (scene, SC_TYPE_PAYMENT_DIALOG, "123", NOTHING_LEFT | NO_PAYMENT, OTHER_PAYMENT);
}

static const char *
get_stage_of (Scene *scene,
              gint64 deal_id)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (scene->window->change->store, deal_id, NULL);
  const ScStage *stage = deal != NULL ? sc_version_find_stage (scene->window->change->version, deal->stage_id, NULL) : NULL;

  return stage != NULL ? stage->name : NULL;
}

static gboolean
is_two_moved (gpointer scene)
{
  return g_strcmp0 (get_stage_of (scene, ((Scene *) scene)->two), "B") == 0;
}

static gboolean
is_nothing_done (gpointer scene)
{
  return TRUE;
}

/* Asked about what has to hold, and for a next step. */
static gboolean
answer_move (Scene *scene)
{
  gboolean is_refusal;
  AdwDialog *dialog = pipeline_fixture_wait_for_dialog (scene->window, SC_TYPE_GATE_DIALOG);

  scene->is_done = is_two_moved;
  elsewhere_step (scene->elsewhere);
  gtk_check_button_set_active (pipeline_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  pipeline_fixture_respond (dialog, "move");
  dialog = pipeline_fixture_wait_for_dialog (scene->window, SC_TYPE_STEP_DIALOG);
  elsewhere_step (scene->elsewhere);
  pipeline_fixture_respond (dialog, "cancel");
  is_refusal = elsewhere_has_come (scene->elsewhere) && (refuses & (NOTHING_LEFT | MOVED)) != 0;
  g_assert_cmpint (end (scene), ==, is_refusal);
  if (is_refusal)
    take_refusal (scene);

  return !is_refusal;
}

static void
move (Scene *scene)
{
  pipeline_fixture_focus (scene->window, "A", scene->two);
  g_signal_emit_by_name (pipeline_fixture_get_column (scene->window, 0), "move", 1, 0);
  g_assert_cmpint (answer_move (scene), ==, is_two_moved (scene));
}

static void
move_several (Scene *scene)
{
  g_autoptr (ScDealActions) actions = sc_deal_actions_new (GTK_WIDGET (scene->window->view));
  g_autoptr (ScDeal) deal = change_fixture_load (scene->window->change, scene->one);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_moved;

  g_array_append_val (ids, scene->one);
  g_array_append_val (ids, scene->two);
  sc_deal_actions_set_place (actions, scene->window->change->store, scene->window->change->version);
  sc_deal_actions_set_many (actions, deal, ids);
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "move-to",
                                  g_variant_new_string (change_fixture_get_stage (scene->window->change, "B")));
  is_moved = answer_move (scene);
  g_assert_cmpint (is_moved, ==, g_strcmp0 (get_stage_of (scene, scene->one), "B") == 0);
  g_assert_cmpint (is_moved, ==, is_two_moved (scene));
}

/* All or none of them, also where their question is given up. */
static void
give_up_several (Scene *scene)
{
  g_autoptr (ScDealActions) actions = sc_deal_actions_new (GTK_WIDGET (scene->window->view));
  g_autoptr (ScDeal) deal = change_fixture_load (scene->window->change, scene->one);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AdwDialog *dialog;

  g_array_append_val (ids, scene->one);
  g_array_append_val (ids, scene->two);
  sc_deal_actions_set_place (actions, scene->window->change->store, scene->window->change->version);
  sc_deal_actions_set_many (actions, deal, ids);
  g_action_group_activate_action (sc_deal_actions_get_group (actions), "move-to",
                                  g_variant_new_string (change_fixture_get_stage (scene->window->change, "B")));
  pipeline_fixture_respond (pipeline_fixture_wait_for_dialog (scene->window, SC_TYPE_GATE_DIALOG), "move");
  dialog = pipeline_fixture_wait_for_dialog (scene->window, SC_TYPE_STEP_DIALOG);
  sc_step_dialog_leave (SC_STEP_DIALOG (dialog));
  dialog = pipeline_fixture_wait_for_dialog (scene->window, ADW_TYPE_ALERT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Discard the Move?");
  elsewhere_step (scene->elsewhere);
  scene->is_done = is_nothing_done;
  pipeline_fixture_respond (dialog, "discard");
  g_assert_false (end (scene));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (get_stage_of (scene, scene->one), !=, "B");
  g_assert_cmpstr (get_stage_of (scene, scene->two), !=, "B");
}

static const struct {
  const char *name;
  void (*play) (Scene *scene);
  gboolean has_step;
  gboolean is_about_two;
} scenes[] = {
  { "add-step", add_step, TRUE, FALSE },
  { "edit-step", edit_step_here, TRUE, FALSE },
  { "add-payment", add_payment, TRUE, FALSE },
  { "edit-payment", edit_payment_here, TRUE, FALSE },
  { "move", move, FALSE, TRUE },
  { "move-several", move_several, FALSE, TRUE },
  { "give-up-several", give_up_several, FALSE, TRUE },
};

static gboolean
has_rows (PipelineFixture *window,
          gpointer         pane)
{
  return pipeline_fixture_find (pane, SC_TYPE_STEP_ROW, 0) != NULL &&
         pipeline_fixture_find (pane, SC_TYPE_PAYMENT_ROW, 0) != NULL;
}

static void
open_pane (Scene *scene)
{
  ChangeFixture *change = scene->window->change;
  g_autoptr (ScDeal) deal = change_fixture_load (change, scene->one);
  ScPayment payment = { .deal_id = scene->one, .amount = sc_money_new (5000, "EUR") };

  change_fixture_run (change, sc_command_add_activity (deal, "Call", sc_clock_today ()));
  change_fixture_run (change, sc_command_add_payment (deal, &payment));
  pipeline_fixture_show (scene->window);
  sc_pipeline_view_select_deal (scene->window->view, scene->one);
  scene->pane = pipeline_fixture_find (GTK_WIDGET (scene->window->view), SC_TYPE_DEAL_PANE, 0);
  pipeline_fixture_wait (scene->window, has_rows, scene->pane);
}

/* Returns whether the scene came to the step. */
static gboolean
play (guint i,
      guint change,
      guint step)
{
  Scene scene = { .window = pipeline_fixture_new () };
  ChangeFixture *fixture = scene.window->change;
  gboolean has_come;

  scene.two = change_fixture_add (fixture, "two", "A");
  scene.one = change_fixture_add (fixture, "one", "A");
  if (scenes[i].has_step)
    open_pane (&scene);
  else
    pipeline_fixture_show (scene.window);
  scene.elsewhere = elsewhere_new (fixture->base->path, fixture->process_id);
  elsewhere_aim (scene.elsewhere, change_fixture_get_stage (fixture, "B"), scenes[i].is_about_two ? scene.two : scene.one);
  elsewhere_plan (scene.elsewhere, &changes[change].script, step);
  refuses = changes[change].refuses;
  g_test_message ("%s: %s", scenes[i].name, elsewhere_tell (scene.elsewhere));
  scenes[i].play (&scene);
  has_come = elsewhere_has_come (scene.elsewhere);

  elsewhere_free (scene.elsewhere);
  pipeline_fixture_free (scene.window);

  return has_come;
}

static void
walk (gconstpointer scene)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    for (guint step = 0; play (GPOINTER_TO_UINT (scene), i, step); step++)
      ;
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/deal-walk/%s", scenes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), walk);
    }

  return g_test_run ();
}
