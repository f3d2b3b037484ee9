/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves one deal or several, or has them leave the board: on the way on, it is
 * asked once for what their stages want to be ticked, and for a next step where
 * there is none. What is answered belongs to the move, and is taken back with
 * it. */

#include "deal/sc-deal-move.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "deal/sc-gate-dialog.h"
#include "deal/sc-next-step.h"
#include "deal/sc-step-dialog.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-query.h"
#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

typedef struct {
  ScOrigin *origin;
  ScStore *store;
  ScVersion *version;
  ScDeal *deal; /* as it was on show */
  GArray *deal_ids; /* NULL for @deal alone */
  char *stage_id; /* NULL where they leave the board */
  gint64 before_id;

  GPtrArray *seen; /* of ScDeal, as they were when it was asked */
  GPtrArray *left; /* of ScStage: those that deals go on from */
  GPtrArray *open; /* of ScDealCriterion */
  GStrv currencies;
  GArray *without_step; /* of gint64: those that go on */

  ScGateAnswers *answers; /* NULL where nothing was asked */
  AdwDialog *step; /* NULL where none was entered */

  ScChangeDone done;
  gpointer user_data;
} Move;

static void
move_free (Move *move)
{
  sc_origin_free (move->origin);
  g_object_unref (move->store);
  sc_version_unref (move->version);
  sc_deal_unref (move->deal);
  g_clear_pointer (&move->deal_ids, g_array_unref);
  g_free (move->stage_id);
  g_ptr_array_unref (move->seen);
  g_ptr_array_unref (move->left);
  g_ptr_array_unref (move->open);
  g_strfreev (move->currencies);
  g_array_unref (move->without_step);
  g_clear_pointer (&move->answers, sc_gate_answers_unref);
  g_clear_object (&move->step);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static gboolean
can_ask (const Move *move)
{
  return gtk_widget_get_root (sc_origin_get_widget (move->origin)) != NULL;
}

static ScNextStep *
create_next_step (const Move *move)
{
  return sc_next_step_new (move->deal, move->deal_ids != NULL ? move->without_step : NULL);
}

static char *
make_move_message (const Move *move)
{
  guint to = 0;
  const ScStage *stage = sc_version_find_stage (move->version, move->stage_id, &to);
  int mark = sc_version_get_mark_position (move->version);

  if (move->deal_ids != NULL)
    /* Translators: %2$s is a stage */
    return g_strdup_printf (ngettext ("%1$u deal moved to “%2$s”", "%1$u deals moved to “%2$s”", move->deal_ids->len),
                            move->deal_ids->len, stage->name);
  if (g_strcmp0 (move->stage_id, move->deal->stage_id) == 0)
    return NULL;
  if (sc_version_find_stage (move->version, move->deal->stage_id, NULL) != NULL
      && move->deal->status == SC_DEAL_OPEN && mark >= 0 && (int) to > mark)
    /* Translators: %s is a stage */
    return g_strdup_printf (_("Won! Moved to “%s”"), stage->name);

  /* Translators: %s is a stage */
  return g_strdup_printf (_("Moved to “%s”"), stage->name);
}

/* Before they leave the board, one of them at least. */
static gboolean
is_any_won (const Move *move)
{
  for (guint i = 0; i < move->seen->len; i++)
    if (((ScDeal *) move->seen->pdata[i])->status == SC_DEAL_WON)
      return TRUE;

  return FALSE;
}

static char *
make_completion_message (const Move *move)
{
  gboolean is_won = is_any_won (move);
  guint n = move->deal_ids != NULL ? move->deal_ids->len : 1;

  if (move->deal_ids == NULL)
    return g_strdup (is_won ? _("Deal completed") : _("Deal won"));
  if (is_won)
    return g_strdup_printf (ngettext ("%u deal completed", "%u deals completed", n), n);

  return g_strdup_printf (ngettext ("%u deal won", "%u deals won", n), n);
}

/* What was entered is not to be entered again. */
static void
fail (Move         *move,
      const GError *error)
{
  if (move->step != NULL && can_ask (move))
    sc_next_step_ask (create_next_step (move), sc_step_dialog_ask_again (ADW_ALERT_DIALOG (move->step)),
                      sc_origin_get_widget (move->origin), move->store);
  sc_error_dialog_present (sc_origin_find_parent (move->origin), _("The Change Was Not Saved"), error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  g_autofree char *message = move->stage_id != NULL ? make_move_message (move) : make_completion_message (move);

  if (outcome == NULL)
    fail (move, error);
  else if (message != NULL && outcome->change_id != 0)
    sc_toast_show_undo (sc_origin_get_widget (move->origin), message, move->store, outcome->change_id);

  if (move->done != NULL)
    move->done (sc_origin_get_widget (move->origin), outcome, move->user_data);
}

static ScCommand *
create_for_one (const Move *move)
{
  if (move->stage_id != NULL)
    return sc_command_move_deal (move->deal, move->stage_id, move->before_id, move->answers);

  return move->deal->status == SC_DEAL_WON ? sc_command_complete_deal (move->deal, move->answers)
                                           : sc_command_win_deal (move->deal, move->answers);
}

/* What was asked was about where each stood then. */
static ScCommand *
create_for_many (const Move *move)
{
  const gint64 *ids = (gint64 *) (gpointer) move->deal_ids->data;
  guint n = move->deal_ids->len;
  ScCommand *command = move->stage_id != NULL ? sc_command_move_deals (ids, n, move->stage_id, move->answers)
                                              : sc_command_complete_deals (ids, n, move->answers);

  for (guint i = 0; i < move->seen->len; i++)
    {
      const ScDeal *deal = move->seen->pdata[i];

      command = sc_command_require_deals (command, deal, &deal->id, 1);
    }

  return command;
}

static void
run (Move *move)
{
  ScCommand *command = move->deal_ids == NULL ? create_for_one (move) : create_for_many (move);

  if (move->step != NULL)
    {
      g_autoptr (ScNextStep) next = create_next_step (move);

      command = sc_command_join (command, sc_next_step_create_command (next, ADW_ALERT_DIALOG (move->step)));
    }

  /* What was asked for, or was not as all of it held. */
  if (move->left->len > 0)
    command = sc_command_require_criteria (command, move->deal->process_id, move->left);
  sc_command_run_async (command, move->store, NULL, run_cb, move);
}

static void
give_up (Move *move)
{
  if (move->done != NULL)
    move->done (sc_origin_get_widget (move->origin), NULL, move->user_data);
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
  run (move);
}

static void
ask_step_and_run (Move *move)
{
  g_autoptr (ScNextStep) next = NULL;
  AdwDialog *dialog;

  if (move->stage_id == NULL || move->without_step->len == 0 || !can_ask (move))
    {
      run (move);
      return;
    }

  next = create_next_step (move);
  dialog = sc_next_step_create_dialog (next, move->store);
  sc_step_dialog_set_awaited (SC_STEP_DIALOG (dialog));
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), sc_origin_get_widget (move->origin), NULL, step_answered_cb, move);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Move *move = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  if (outcome == NULL)
    sc_error_dialog_present (sc_origin_find_parent (move->origin), _("The Answers Were Not Saved"), error);
  else
    sc_toast_show_undo (sc_origin_get_widget (move->origin), _("Answers saved"), move->store, outcome->change_id);
  give_up (move);
}

/* What was answered is so, whether the deals move or not. */
static void
keep_answers (Move         *move,
              ScGateDialog *dialog)
{
  ScCommand *command = sc_gate_dialog_create_keep_command (dialog);

  if (command != NULL)
    sc_command_run_async (command, move->store, NULL, kept_cb, move);
  else
    give_up (move);
}

static void
gate_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Move *move = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "cancel") == 0)
    {
      keep_answers (move, SC_GATE_DIALOG (source));
      return;
    }

  move->answers = sc_gate_dialog_create_answers (SC_GATE_DIALOG (source));
  ask_step_and_run (move);
}

/* Those that something is asked of. */
static GPtrArray *
list_asked (const Move *move)
{
  GPtrArray *deals = g_ptr_array_new ();

  for (guint i = 0; i < move->seen->len; i++)
    for (guint j = 0; j < move->open->len; j++)
      if (((ScDealCriterion *) move->open->pdata[j])->deal_id == ((ScDeal *) move->seen->pdata[i])->id)
        {
          g_ptr_array_add (deals, move->seen->pdata[i]);
          break;
        }

  return deals;
}

static void
ask_at_gate (Move *move)
{
  g_autoptr (GPtrArray) deals = list_asked (move);
  AdwDialog *dialog = sc_gate_dialog_new (deals, move->open, (const char *const *) move->currencies);

  if (move->stage_id == NULL)
    sc_gate_dialog_set_labels (SC_GATE_DIALOG (dialog), _("_Complete"), _("Complete _Anyway"));
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), sc_origin_get_widget (move->origin), NULL, gate_answered_cb, move);
}

/* Keeps a deal as it stands, and what it leaves if it goes on. */
static void
add_seen (Move   *move,
          ScDeal *deal)
{
  ScStage *stage = sc_version_find_stage (move->version, deal->stage_id, NULL);

  g_ptr_array_add (move->seen, sc_deal_ref (deal));
  if (stage == NULL
      || (move->stage_id != NULL && !sc_version_is_forward (move->version, deal->stage_id, move->stage_id)))
    return;

  if (!g_ptr_array_find (move->left, stage, NULL))
    g_ptr_array_add (move->left, stage);
  if (deal->next_step_id == 0)
    g_array_append_val (move->without_step, deal->id);
}

/* Of those of several stages, the ones that stand there already stay where they are. */
static gboolean
load_seen (Move    *move,
           GError **error)
{
  g_autoptr (GArray) deal_ids = NULL;

  if (move->deal_ids == NULL)
    return TRUE;

  deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < move->deal_ids->len; i++)
    {
      g_autoptr (ScDeal) deal = sc_store_load_deal (move->store, g_array_index (move->deal_ids, gint64, i), error);

      if (deal == NULL)
        return FALSE;
      if (g_strcmp0 (deal->stage_id, move->stage_id) == 0)
        continue;

      g_array_append_val (deal_ids, deal->id);
      add_seen (move, deal);
    }
  g_array_unref (move->deal_ids);
  move->deal_ids = g_steal_pointer (&deal_ids);

  return TRUE;
}

static gboolean
is_asked (const Move            *move,
          const ScStage         *left,
          const ScDealCriterion *criterion)
{
  return !criterion->is_met
         && (g_str_equal (criterion->stage->id, left->id)
             || (criterion->criterion->is_asked_at_entry && g_strcmp0 (criterion->stage->id, move->stage_id) == 0));
}

/* What those that leave the stage leave open, and what the one that they come into asks
 * first. */
static gboolean
look_at (Move    *move,
         ScStage *left,
         GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GPtrArray) criteria = NULL;

  for (guint i = 0; i < move->seen->len; i++)
    {
      const ScDeal *deal = move->seen->pdata[i];

      if (g_strcmp0 (deal->stage_id, left->id) == 0)
        g_array_append_val (ids, deal->id);
    }

  g_ptr_array_add (stages, left);
  if (move->stage_id != NULL)
    g_ptr_array_add (stages, sc_version_find_stage (move->version, move->stage_id, NULL));
  criteria = sc_store_list_deal_criteria (move->store, move->version, stages,
                                          (gint64 *) (gpointer) ids->data, ids->len, error);
  if (criteria == NULL)
    return FALSE;

  for (guint i = 0; i < criteria->len; )
    if (is_asked (move, left, criteria->pdata[i]))
      g_ptr_array_add (move->open, g_ptr_array_steal_index (criteria, i));
    else
      i++;

  return TRUE;
}

/* The main thread leaves the move alone until it is told. */
static gpointer
look (ScStore      *store,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  Move *move = data;
  gboolean is_ok = load_seen (move, error);

  for (guint i = 0; is_ok && i < move->left->len; i++)
    is_ok = look_at (move, move->left->pdata[i], error);
  if (is_ok && move->open->len > 0)
    move->currencies = sc_store_list_currencies (store, move->deal->process_id, error);

  return NULL;
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Move *move = user_data;
  g_autoptr (GError) error = NULL;

  sc_store_read_finish (SC_STORE (source), result, &error);
  if (error != NULL)
    {
      sc_error_dialog_present (sc_origin_find_parent (move->origin),
                               move->deal_ids == NULL ? _("The Deal Was Not Moved") : _("The Deals Were Not Moved"), error);
      give_up (move);
    }
  else if (move->deal_ids != NULL && move->deal_ids->len == 0)
    give_up (move);
  else if (move->open->len > 0 && can_ask (move))
    ask_at_gate (move);
  else
    ask_step_and_run (move);
}

static ScJob *
create_job (const Move *move)
{
  guint n = move->deal_ids != NULL ? move->deal_ids->len : 1;
  g_autofree char *name = move->deal_ids == NULL ? g_strdup_printf (C_("undo deal", "Move “%s”"), sc_deal_get_title (move->deal))
                                                 : g_strdup_printf (ngettext ("Move %u deal", "Move %u deals", n), n);
  ScJob *job = sc_job_new (name, move->deal_ids == NULL ? move->deal->process_id : NULL);

  if (move->deal_ids == NULL)
    job->deal_id = move->deal->id;

  return job;
}

static gboolean
asks_at_entry (const ScStage *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (((ScCriterion *) stage->criteria->pdata[i])->is_asked_at_entry)
      return TRUE;

  return FALSE;
}

static gboolean
is_asked_nothing (const Move *move)
{
  const ScStage *entered = move->stage_id != NULL ? sc_version_find_stage (move->version, move->stage_id, NULL) : NULL;

  if (move->deal_ids != NULL)
    return FALSE;

  return move->left->len == 0
         || (((ScStage *) move->left->pdata[0])->criteria->len == 0 && (entered == NULL || !asks_at_entry (entered)));
}

/* Asks what has to be asked first; the card may show as moved from now on. */
static void
start (Move *move)
{
  if (move->deal_ids == NULL)
    add_seen (move, move->deal);
  if (is_asked_nothing (move))
    {
      ask_step_and_run (move);
      return;
    }

  sc_store_read_for_job_async (move->store, create_job (move), look, move, NULL, NULL, looked_cb, move);
}

static Move *
move_new (GtkWidget   *origin,
          ScStore     *store,
          ScVersion   *version,
          ScDeal      *deal,
          GArray      *deal_ids,
          ScChangeDone done,
          gpointer     user_data)
{
  Move *move = g_new0 (Move, 1);

  move->origin = sc_origin_new (origin);
  move->store = g_object_ref (store);
  move->version = sc_version_ref (version);
  move->deal = sc_deal_ref (deal);
  move->deal_ids = deal_ids != NULL ? g_array_ref (deal_ids) : NULL;
  move->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);
  move->left = g_ptr_array_new ();
  move->open = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_criterion_free);
  move->without_step = g_array_new (FALSE, FALSE, sizeof (gint64));
  move->done = done;
  move->user_data = user_data;

  return move;
}

/**
 * sc_deal_move:
 * @origin: the widget that it is moved from
 * @store: the store
 * @version: the published version
 * @deal: the deal, or one of the deals
 * @deal_ids: (nullable) (element-type gint64): the deals; %NULL for @deal alone
 * @stage_id: a stage of @version that they go to
 * @before_id: the deal that @deal is to stand in front of, 0 for the end of the
 *   column, -1 for its top; several go to the top
 * @done: (nullable): called at the end; without an outcome where nothing was
 *   moved
 * @user_data: for @done
 *
 * Moves deals. For those on their way on, exit criteria that are not ticked are
 * asked for before, and a next step for those without one: all of it is one
 * change.
 */
void
sc_deal_move (GtkWidget   *origin,
              ScStore     *store,
              ScVersion   *version,
              ScDeal      *deal,
              GArray      *deal_ids,
              const char  *stage_id,
              gint64       before_id,
              ScChangeDone done,
              gpointer     user_data)
{
  Move *move = move_new (origin, store, version, deal, deal_ids, done, user_data);

  move->stage_id = g_strdup (stage_id);
  move->before_id = before_id;
  start (move);
}

/**
 * sc_deal_complete:
 * @origin: the widget that asks
 * @store: the store
 * @version: the published version
 * @deal: a standing deal, or one of several of one stage; those that are open are
 *   won by it
 * @deal_ids: (nullable) (element-type gint64): the deals; %NULL for @deal alone
 * @done: (nullable): called at the end; without an outcome where nothing was
 *   completed
 * @user_data: for @done
 *
 * Asks once for the exit criteria of their stage, and has them leave the board.
 */
void
sc_deal_complete (GtkWidget   *origin,
                  ScStore     *store,
                  ScVersion   *version,
                  ScDeal      *deal,
                  GArray      *deal_ids,
                  ScChangeDone done,
                  gpointer     user_data)
{
  start (move_new (origin, store, version, deal, deal_ids, done, user_data));
}
