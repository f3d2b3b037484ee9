/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving a deal, as a person does it: on the way on, what the stage asks for
 * is gone through first, and a next step is asked for. What is answered belongs
 * to the move, and is taken back with it. */

#include "deal/sc-deal-move.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-criteria-dialog.h"
#include "deal/sc-deal-text.h"
#include "deal/sc-loss-dialog.h"
#include "deal/sc-step-dialog.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

typedef struct {
  GtkWidget *origin;
  ScStore *store;
  ScVersion *version;
  ScDeal *deal;
  char *stage_id; /* NULL where the deal leaves the board */
  gint64 before_id;
  gboolean is_forward;
  GStrv ticked;
  AdwDialog *step; /* NULL where none was entered */
  ScCommand *(*close) (const ScDeal      *deal,
                       const char *const *ticked);
  const char *message;
  ScChangeDone done;
  gpointer user_data;
} Move;

static void
move_free (Move *move)
{
  g_object_unref (move->origin);
  g_object_unref (move->store);
  sc_version_unref (move->version);
  sc_deal_unref (move->deal);
  g_free (move->stage_id);
  g_strfreev (move->ticked);
  g_clear_object (&move->step);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

typedef struct {
  GtkWidget *origin;
  ScStore *store;
  ScDeal *deal;
  GArray *deal_ids; /* NULL for @deal alone */
} Ask;

static Ask *
ask_new (GtkWidget *origin,
         ScStore   *store,
         ScDeal    *deal)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->origin = g_object_ref (origin);
  ask->store = g_object_ref (store);
  ask->deal = sc_deal_ref (deal);

  return ask;
}

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->origin);
  g_object_unref (ask->store);
  sc_deal_unref (ask->deal);
  g_clear_pointer (&ask->deal_ids, g_array_unref);
  g_free (ask);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static char *
make_message (Move *move)
{
  int mark = sc_version_get_mark_position (move->version);
  guint from = 0;
  guint to = 0;
  ScStage *stage = sc_version_find_stage (move->version, move->stage_id, &to);

  if (sc_version_find_stage (move->version, move->deal->stage_id, &from) != NULL
      && move->deal->status == SC_DEAL_OPEN && mark >= 0 && (int) to > mark)
    /* Translators: %s is a stage */
    return g_strdup_printf (_("Won! Moved to “%s”"), stage->name);

  /* Translators: %s is a stage */
  return g_strdup_printf (_("Moved to “%s”"), stage->name);
}

static ScCommand *
create_step (AdwAlertDialog *dialog,
             gpointer        deal)
{
  g_autofree char *title = sc_step_dialog_get_title (SC_STEP_DIALOG (dialog));

  return sc_command_add_activity (deal, title, sc_step_dialog_get_due (SC_STEP_DIALOG (dialog)));
}

/* The deal has a next step whatever becomes of the move. */
static void
present_step (AdwDialog *dialog,
              GtkWidget *origin,
              ScStore   *store,
              ScDeal    *deal)
{
  const ScAskChange change = { "add", create_step, sc_step_dialog_ask_again, NULL, _("Next step added"),
                               (GDestroyNotify) sc_deal_unref };

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), sc_deal_get_title (deal));
  sc_ask_change (dialog, origin, store, &change, sc_deal_ref (deal));
}

/* What was entered is not to be entered again. */
static void
fail (Move         *move,
      const GError *error)
{
  g_autoptr (ScOrigin) origin = sc_origin_new (move->origin);

  if (move->step != NULL && gtk_widget_get_root (move->origin) != NULL)
    present_step (sc_step_dialog_ask_again (ADW_ALERT_DIALOG (move->step)), move->origin, move->store, move->deal);
  sc_error_dialog_present (sc_origin_find_parent (origin), _("The Change Was Not Saved"), error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  g_autofree char *message = NULL;

  if (outcome == NULL)
    fail (move, error);
  else if (move->close != NULL)
    message = g_strdup (move->message);
  else if (g_strcmp0 (move->stage_id, move->deal->stage_id) != 0)
    message = make_message (move);

  if (message != NULL && outcome->change_id != 0)
    sc_toast_show_undo (move->origin, message, move->store, outcome->change_id);
  if (move->done != NULL)
    move->done (move->origin, outcome, move->user_data);
}

/* What was asked for, or was not as all of it held. */
static ScCommand *
require_criteria (Move      *move,
                  ScCommand *command)
{
  ScStage *stage = move->is_forward ? sc_version_find_stage (move->version, move->deal->stage_id, NULL) : NULL;
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();

  if (stage == NULL)
    return command;

  g_ptr_array_add (stages, stage);

  return sc_command_require_criteria (command, move->deal->process_id, stages);
}

static void
run_move (Move *move)
{
  const char *const *ticked = (const char *const *) move->ticked;
  ScCommand *command = move->close != NULL ? move->close (move->deal, ticked)
                       : sc_command_move_deal (move->deal, move->stage_id, move->before_id, ticked);

  if (move->step != NULL)
    command = sc_command_join (command, create_step (ADW_ALERT_DIALOG (move->step), move->deal));
  sc_command_run_async (require_criteria (move, command), move->store, NULL, run_cb, move);
}

static void
give_up (Move *move)
{
  if (move->done != NULL)
    move->done (move->origin, NULL, move->user_data);
  move_free (move);
}

static void
step_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Move *move = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (sc_step_dialog_is_dropped (SC_STEP_DIALOG (source)))
    {
      give_up (move);
      return;
    }

  if (g_strcmp0 (response, "add") == 0)
    move->step = ADW_DIALOG (g_object_ref (source));
  run_move (move);
}

/* A deal that goes on without a next step is asked for one. */
static void
ask_step_and_run (Move *move)
{
  AdwDialog *dialog;

  if (!move->is_forward || move->close != NULL || move->deal->next_step_id != 0
      || gtk_widget_get_root (move->origin) == NULL)
    {
      run_move (move);
      return;
    }

  dialog = sc_step_dialog_new ();
  sc_step_dialog_set_awaited (SC_STEP_DIALOG (dialog));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), sc_deal_get_title (move->deal));
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), move->origin, NULL, step_answered_cb, move);
}

static void
criteria_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  ScCriteriaDialog *dialog = SC_CRITERIA_DIALOG (source);
  Move *move = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result), "move") != 0)
    {
      give_up (move);
      return;
    }

  move->ticked = sc_criteria_dialog_list_ids (dialog, TRUE);
  ask_step_and_run (move);
}

static gboolean
is_ticked (GPtrArray  *ticks,
           const char *criterion_id)
{
  for (guint i = 0; i < ticks->len; i++)
    if (g_str_equal (((ScTick *) ticks->pdata[i])->criterion_id, criterion_id))
      return TRUE;

  return FALSE;
}

static void
list_ticks_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      data,
                      GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *ticks = sc_store_list_ticks (source, *(gint64 *) data, &error);

  if (ticks == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ticks, (GDestroyNotify) g_ptr_array_unref);
}

static void
ticks_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Move *move = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ticks = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  ScStage *stage = sc_version_find_stage (move->version, move->deal->stage_id, NULL);

  if (ticks == NULL)
    {
      sc_error_dialog_present (move->origin, _("The Deal Was Not Moved"), error);
      give_up (move);
      return;
    }

  for (guint i = 0; i < stage->criteria->len; i++)
    {
      ScCriterion *criterion = stage->criteria->pdata[i];

      if (!is_ticked (ticks, criterion->id))
        g_ptr_array_add (open, criterion);
    }

  if (open->len == 0 || gtk_widget_get_root (move->origin) == NULL)
    ask_step_and_run (move);
  else
    {
      AdwDialog *dialog = sc_criteria_dialog_new (sc_deal_get_title (move->deal), stage, open);

      if (move->close != NULL)
        sc_criteria_dialog_set_labels (SC_CRITERIA_DIALOG (dialog), _("_Complete"), _("_Complete Anyway"));
      adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), move->origin, NULL, criteria_answered_cb, move);
    }
}

static Move *
move_new (GtkWidget   *origin,
          ScStore     *store,
          ScVersion   *version,
          ScDeal      *deal,
          ScChangeDone done,
          gpointer     user_data)
{
  Move *move = g_new0 (Move, 1);

  move->origin = g_object_ref (origin);
  move->store = g_object_ref (store);
  move->version = sc_version_ref (version);
  move->deal = sc_deal_ref (deal);
  move->done = done;
  move->user_data = user_data;

  return move;
}

/* Asks what has to be asked first. */
static void
start (Move *move)
{
  const ScStage *stage = sc_version_find_stage (move->version, move->deal->stage_id, NULL);
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  ScJob *job;

  if (!move->is_forward || stage == NULL || stage->criteria->len == 0)
    {
      ask_step_and_run (move);
      return;
    }

  /* The card may show as moved from now on. */
  name = g_strdup_printf (_("Move “%s”"), sc_deal_get_title (move->deal));
  job = sc_job_new (name, move->deal->process_id);
  job->deal_id = move->deal->id;
  task = g_task_new (move->store, NULL, ticks_listed_cb, move);
  sc_store_add_job (move->store, task, job);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, g_memdup2 (&move->deal->id, sizeof move->deal->id), g_free);
  g_task_run_in_thread (task, list_ticks_in_thread);
}

/**
 * sc_deal_move:
 * @origin: the widget that it is moved from
 * @store: the store
 * @version: the published version
 * @deal: the deal
 * @stage_id: where to
 * @before_id: the deal that it is to stand in front of, 0 for the end of the
 *   column, -1 for its top
 * @done: (nullable): called at the end; without an outcome where it was not
 *   moved
 * @user_data: for @done
 *
 * Moves a deal. On its way on, exit criteria that are not ticked are asked
 * for before, and a next step, where it has none: all of it is one change.
 */
void
sc_deal_move (GtkWidget   *origin,
              ScStore     *store,
              ScVersion   *version,
              ScDeal      *deal,
              const char  *stage_id,
              gint64       before_id,
              ScChangeDone done,
              gpointer     user_data)
{
  Move *move = move_new (origin, store, version, deal, done, user_data);
  guint from = 0;
  guint to = 0;

  move->stage_id = g_strdup (stage_id);
  move->before_id = before_id;
  move->is_forward = sc_version_find_stage (version, deal->stage_id, &from) != NULL
                     && sc_version_find_stage (version, stage_id, &to) != NULL && to > from;
  start (move);
}

/**
 * sc_deal_complete:
 * @origin: the widget that asks
 * @store: the store
 * @version: the published version
 * @deal: a standing deal; one that is open is won by it
 * @done: (nullable): called at the end; without an outcome where it was not
 *   completed
 * @user_data: for @done
 *
 * Asks for the exit criteria of its stage, and has it leave the board.
 */
void
sc_deal_complete (GtkWidget   *origin,
                  ScStore     *store,
                  ScVersion   *version,
                  ScDeal      *deal,
                  ScChangeDone done,
                  gpointer     user_data)
{
  Move *move = move_new (origin, store, version, deal, done, user_data);
  gboolean is_won = deal->status == SC_DEAL_WON;

  move->is_forward = TRUE;
  move->close = is_won ? sc_command_complete_deal : sc_command_win_deal;
  move->message = is_won ? _("Deal completed") : _("Deal won");
  start (move);
}

/**
 * sc_deal_ask_step:
 * @origin: the widget that asks
 * @store: the store
 * @deal: a deal
 *
 * Asks for a deal's next step; it may be let go.
 */
void
sc_deal_ask_step (GtkWidget *origin,
                  ScStore   *store,
                  ScDeal    *deal)
{
  present_step (sc_step_dialog_new (), origin, store, deal);
}

/* On a board the focus would go with the deal. */
static void
lost_cb (GtkWidget *origin)
{
  gtk_widget_activate_action (origin, "card.focus-neighbour", NULL);
}

static ScCommand *
create_loss (AdwAlertDialog *dialog,
             gpointer        data)
{
  Ask *ask = data;
  g_autofree char *reason = sc_loss_dialog_get_reason (SC_LOSS_DIALOG (dialog));
  gint64 *ids;

  if (ask->deal_ids == NULL)
    return sc_command_lose_deal (ask->deal, reason);

  ids = (gint64 *) (gpointer) ask->deal_ids->data;

  return sc_command_require_deals (sc_command_lose_deals (ids, ask->deal_ids->len, reason), ask->deal, ids,
                                   ask->deal_ids->len);
}

/* Of several it is not known which. */
static gboolean
take_their_deal (ScStore *store,
                 gpointer data)
{
  Ask *ask = data;
  ScDeal *theirs = ask->deal_ids == NULL ? sc_store_load_deal (store, ask->deal->id, NULL) : NULL;

  if (theirs == NULL)
    return FALSE;

  sc_deal_unref (ask->deal);
  ask->deal = theirs;

  return TRUE;
}

static char *
make_loss_message (Ask *ask)
{
  guint n = ask->deal_ids != NULL ? ask->deal_ids->len : 1;
  gboolean is_won = ask->deal->status == SC_DEAL_WON;

  if (ask->deal_ids == NULL)
    return g_strdup (is_won ? _("Deal ended early") : _("Deal lost"));
  if (is_won)
    return g_strdup_printf (ngettext ("%u deal ended early", "%u deals ended early", n), n);

  return g_strdup_printf (ngettext ("%u deal lost", "%u deals lost", n), n);
}

static void
free_ask (gpointer ask)
{
  ask_free (ask);
}

static void
list_reasons_in_thread (GTask        *task,
                        gpointer      source,
                        gpointer      data,
                        GCancellable *cancellable)
{
  GError *error = NULL;
  GStrv reasons = sc_store_list_loss_reasons (source, data, &error);

  if (reasons == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reasons, (GDestroyNotify) g_strfreev);
}

static void
reasons_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Ask) ask = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) reasons = g_task_propagate_pointer (G_TASK (result), &error);

  if (gtk_widget_get_root (ask->origin) == NULL)
    return;

  if (reasons == NULL)
    sc_error_dialog_present (ask->origin, _("The Reasons Could Not Be Read"), error);
  else
    {
      AdwDialog *dialog = sc_loss_dialog_new (ask->deal, (const char *const *) reasons);
      g_autofree char *message = make_loss_message (ask);
      const ScAskChange change = { .response = "lose", .create_command = create_loss, .ask_again = sc_loss_dialog_ask_again,
                                   .take_theirs = take_their_deal, .message = message, .free_data = free_ask, .done = lost_cb };
      GtkWidget *origin = ask->origin;
      ScStore *store = ask->store;

      if (ask->deal_ids != NULL)
        sc_loss_dialog_set_n_deals (SC_LOSS_DIALOG (dialog), ask->deal_ids->len);
      sc_ask_change (dialog, origin, store, &change, g_steal_pointer (&ask));
    }
}

static void
ask_for_reason (Ask *ask)
{
  g_autoptr (GTask) task = g_task_new (ask->store, NULL, reasons_listed_cb, ask);

  g_task_set_source_tag (task, ask_for_reason);
  g_task_set_task_data (task, g_strdup (ask->deal->process_id), g_free);
  g_task_run_in_thread (task, list_reasons_in_thread);
}

/**
 * sc_deal_lose:
 * @origin: the widget that asks
 * @store: the store
 * @deal: a standing deal; one that was won ends early
 *
 * Asks why a deal was lost, and has it leave the board.
 */
void
sc_deal_lose (GtkWidget *origin,
              ScStore   *store,
              ScDeal    *deal)
{
  ask_for_reason (ask_new (origin, store, deal));
}

/**
 * sc_deals_lose:
 * @origin: the widget that asks
 * @store: the store
 * @deal: one of the deals
 * @deal_ids: (element-type gint64): deals of one stage
 *
 * Asks once why several deals were lost, and has them leave the board.
 */
void
sc_deals_lose (GtkWidget *origin,
               ScStore   *store,
               ScDeal    *deal,
               GArray    *deal_ids)
{
  Ask *ask = ask_new (origin, store, deal);

  ask->deal_ids = g_array_ref (deal_ids);
  ask_for_reason (ask);
}
