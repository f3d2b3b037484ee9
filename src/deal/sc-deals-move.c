/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving several deals at once asks as moving one does, once for all of them:
 * what their stages ask for, and a next step for those without one. What is
 * answered belongs to the move, and is taken back with it. */

#include "deal/sc-deals-move.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-criteria-dialog.h"
#include "deal/sc-step-dialog.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *origin;
  ScStore *store;
  ScVersion *version;
  GArray *deal_ids;
  GPtrArray *seen; /* of ScDeal, as they were when it was asked */
  GPtrArray *left; /* of ScStage: those that deals go on from */
  char *stage_id; /* NULL where the deals leave the board */
  gboolean is_won;
  GPtrArray *open;
  guint n_going_on;
  GStrv ticked;
  AdwDialog *step; /* NULL where none was entered */
  GArray *without_step;
} Moves;

static void
moves_free (Moves *moves)
{
  g_object_unref (moves->origin);
  g_object_unref (moves->store);
  sc_version_unref (moves->version);
  g_array_unref (moves->deal_ids);
  g_ptr_array_unref (moves->seen);
  g_ptr_array_unref (moves->left);
  g_free (moves->stage_id);
  g_ptr_array_unref (moves->open);
  g_array_unref (moves->without_step);
  g_strfreev (moves->ticked);
  g_clear_object (&moves->step);
  g_free (moves);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Moves, moves_free)

static ScCommand *
create_step (AdwAlertDialog *dialog,
             gpointer        data)
{
  const Moves *moves = data;
  g_autofree char *title = sc_step_dialog_get_title (SC_STEP_DIALOG (dialog));

  return sc_command_add_activities ((gint64 *) (gpointer) moves->without_step->data, moves->without_step->len, title,
                                    sc_step_dialog_get_due (SC_STEP_DIALOG (dialog)));
}

static char *
describe_step (const Moves *moves)
{
  guint n = moves->without_step->len;

  return g_strdup_printf (ngettext ("%u deal has no next step. It gets this one.",
                                    "%u deals have no next step. Each gets this one.", n), n);
}

/* What was entered is not to be entered again. */
static void
moved_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  g_autoptr (Moves) moves = user_data;
  guint n = moves->without_step->len;
  ScAskChange change = { "add", create_step, sc_step_dialog_ask_again, NULL, NULL, (GDestroyNotify) moves_free };
  g_autofree char *message = NULL;
  g_autofree char *body = describe_step (moves);
  AdwDialog *dialog;

  if (outcome != NULL || moves->step == NULL || gtk_widget_get_root (origin) == NULL)
    return;

  dialog = sc_step_dialog_ask_again (ADW_ALERT_DIALOG (moves->step));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  message = g_strdup_printf (ngettext ("Next step added to %u deal", "Next step added to %u deals", n), n);
  change.message = message;
  sc_ask_change (dialog, origin, moves->store, &change, moves);
  moves = NULL;
}

/* On a board the focus would go with the deals. */
static void
left_cb (GtkWidget       *origin,
         const ScOutcome *outcome,
         gpointer         user_data)
{
  moves_free (user_data);
  if (outcome != NULL)
    gtk_widget_activate_action (origin, "card.focus-neighbour", NULL);
}

/* What was asked was about where they stood then, and what was to hold there. */
static ScCommand *
require_seen (Moves     *moves,
              ScCommand *command)
{
  for (guint i = 0; i < moves->seen->len; i++)
    {
      const ScDeal *deal = moves->seen->pdata[i];

      command = sc_command_require_deals (command, deal, &deal->id, 1);
    }
  if (moves->left->len > 0)
    command = sc_command_require_criteria (command, ((ScDeal *) moves->seen->pdata[0])->process_id, moves->left);

  return command;
}

static void
run_completion (Moves *moves)
{
  const char *const *ticked = (const char *const *) moves->ticked;
  guint n = moves->deal_ids->len;
  g_autofree char *message = NULL;

  if (moves->is_won)
    message = g_strdup_printf (ngettext ("%u deal completed", "%u deals completed", n), n);
  else
    message = g_strdup_printf (ngettext ("%u deal won", "%u deals won", n), n);
  sc_change_run (moves->origin, moves->store,
                 require_seen (moves, sc_command_complete_deals ((gint64 *) (gpointer) moves->deal_ids->data, n, ticked)),
                 message, left_cb, moves);
}

static void
run_moves (Moves *moves)
{
  const char *const *ticked = (const char *const *) moves->ticked;
  ScCommand *command;
  guint n = moves->deal_ids->len;
  const ScStage *stage = sc_version_find_stage (moves->version, moves->stage_id, NULL);
  /* Translators: %2$s is a stage */
  g_autofree char *message = g_strdup_printf (ngettext ("%1$u deal moved to “%2$s”", "%1$u deals moved to “%2$s”", n),
                                              n, stage->name);

  command = sc_command_move_deals ((gint64 *) (gpointer) moves->deal_ids->data, n, moves->stage_id, ticked);
  if (moves->step != NULL)
    command = sc_command_join (command, create_step (ADW_ALERT_DIALOG (moves->step), moves));
  sc_change_run (moves->origin, moves->store, require_seen (moves, command), message, moved_cb, moves);
}

static void
step_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Moves *moves = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (sc_step_dialog_is_dropped (SC_STEP_DIALOG (source)))
    {
      moves_free (moves);
      return;
    }

  if (g_strcmp0 (response, "add") == 0)
    moves->step = ADW_DIALOG (g_object_ref (source));
  run_moves (moves);
}

static void
ask_step_and_run (Moves *moves)
{
  g_autofree char *body = describe_step (moves);
  AdwDialog *dialog;

  if (moves->without_step->len == 0 || gtk_widget_get_root (moves->origin) == NULL)
    {
      run_moves (moves);
      return;
    }

  dialog = sc_step_dialog_new ();
  sc_step_dialog_set_awaited (SC_STEP_DIALOG (dialog));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), moves->origin, NULL, step_answered_cb, moves);
}

static void
run (Moves *moves)
{
  if (moves->stage_id == NULL)
    run_completion (moves);
  else
    ask_step_and_run (moves);
}

static void
criteria_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  ScCriteriaDialog *dialog = SC_CRITERIA_DIALOG (source);
  Moves *moves = user_data;

  if (g_strcmp0 (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (dialog), result), "move") != 0)
    {
      moves_free (moves);
      return;
    }

  moves->ticked = sc_criteria_dialog_list_ids (dialog, TRUE);
  run (moves);
}

static void
count_open (Moves             *moves,
            const ScStage     *stage,
            const ScCriterion *criterion)
{
  ScOpenCriterion *open;

  for (guint i = 0; i < moves->open->len; i++)
    {
      open = moves->open->pdata[i];
      if (open->criterion == criterion)
        {
          open->n_deals++;
          return;
        }
    }

  open = g_new0 (ScOpenCriterion, 1);
  open->stage = stage;
  open->criterion = criterion;
  open->n_deals = 1;
  g_ptr_array_add (moves->open, open);
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

/* What one of the deals leaves open, if it goes on. */
static gboolean
look_at (Moves   *moves,
         gint64   deal_id,
         GError **error)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (moves->store, deal_id, error);
  g_autoptr (GPtrArray) ticks = NULL;
  ScStage *stage;
  guint from = 0;
  guint to = 0;

  if (deal == NULL)
    return FALSE;

  g_ptr_array_add (moves->seen, sc_deal_ref (deal));
  stage = sc_version_find_stage (moves->version, deal->stage_id, &from);
  if (stage == NULL)
    return TRUE;
  if (moves->stage_id != NULL
      && (sc_version_find_stage (moves->version, moves->stage_id, &to) == NULL || to <= from))
    return TRUE;

  moves->n_going_on++;
  if (!g_ptr_array_find (moves->left, stage, NULL))
    g_ptr_array_add (moves->left, stage);
  if (deal->next_step_id == 0)
    g_array_append_val (moves->without_step, deal_id);
  ticks = sc_store_list_ticks (moves->store, deal_id, error);
  for (guint i = 0; ticks != NULL && i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (!is_ticked (ticks, criterion->id))
        count_open (moves, stage, criterion);
    }

  return ticks != NULL;
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Moves *moves = data;
  GError *error = NULL;

  for (guint i = 0; i < moves->deal_ids->len; i++)
    if (!look_at (moves, g_array_index (moves->deal_ids, gint64, i), &error))
      {
        g_task_return_error (task, error);
        return;
      }

  g_task_return_boolean (task, TRUE);
}

static void
ask_for_criteria (Moves *moves)
{
  AdwDialog *dialog = sc_criteria_dialog_new_for_many (moves->n_going_on, moves->open);

  if (moves->stage_id == NULL)
    sc_criteria_dialog_set_labels (SC_CRITERIA_DIALOG (dialog), _("_Complete"), _("_Complete Anyway"));
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), moves->origin, NULL, criteria_answered_cb, moves);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Moves *moves = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sc_error_dialog_present (moves->origin, _("The Deals Were Not Moved"), error);
      moves_free (moves);
    }
  else if (moves->open->len == 0 || gtk_widget_get_root (moves->origin) == NULL)
    run (moves);
  else
    ask_for_criteria (moves);
}

static Moves *
moves_new (GtkWidget *origin,
           ScStore   *store,
           ScVersion *version,
           GArray    *deal_ids)
{
  Moves *moves = g_new0 (Moves, 1);

  moves->origin = g_object_ref (origin);
  moves->store = g_object_ref (store);
  moves->version = sc_version_ref (version);
  moves->deal_ids = g_array_ref (deal_ids);
  moves->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);
  moves->left = g_ptr_array_new ();
  moves->open = g_ptr_array_new_with_free_func (g_free);
  moves->without_step = g_array_new (FALSE, FALSE, sizeof (gint64));

  return moves;
}

static void
start (Moves *moves)
{
  g_autoptr (GTask) task = g_task_new (moves->store, NULL, looked_cb, moves);
  guint n = moves->deal_ids->len;
  g_autofree char *name = g_strdup_printf (ngettext ("Move %u deal", "Move %u deals", n), n);

  sc_store_add_job (moves->store, task, sc_job_new (name, NULL));
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, moves, NULL);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * sc_deals_move:
 * @origin: the widget that they are moved from
 * @store: the store
 * @version: the published version
 * @deal_ids: (element-type gint64): deals
 * @stage_id: a stage of @version that they all go to
 *
 * Moves several deals at once. For those on their way on, exit criteria that
 * are not ticked are asked for before, and a next step for those without one:
 * all of it is one change.
 */
void
sc_deals_move (GtkWidget  *origin,
               ScStore    *store,
               ScVersion  *version,
               GArray     *deal_ids,
               const char *stage_id)
{
  Moves *moves = moves_new (origin, store, version, deal_ids);

  moves->stage_id = g_strdup (stage_id);
  start (moves);
}

/**
 * sc_deals_complete:
 * @origin: the widget that asks
 * @store: the store
 * @version: the published version
 * @deal_ids: (element-type gint64): deals that stand on the board
 * @is_won: whether they are won already; open ones are by it
 *
 * Asks once for the exit criteria of their stages, and has them leave the
 * board.
 */
void
sc_deals_complete (GtkWidget *origin,
                   ScStore   *store,
                   ScVersion *version,
                   GArray    *deal_ids,
                   gboolean   is_won)
{
  Moves *moves = moves_new (origin, store, version, deal_ids);

  moves->is_won = is_won;
  start (moves);
}
