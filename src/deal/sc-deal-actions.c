/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a deal, or with several, wherever they are shown: actions “deal.…”. */

#include "deal/sc-deal-actions-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-hand-over.h"
#include "deal/sc-deal-move.h"
#include "deal/sc-deal-refuse.h"
#include "deal/sc-deal-text.h"
#include "deal/sc-finish-step.h"
#include "deal/sc-next-step.h"
#include "deal/sc-park-dialog.h"

enum {
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDealActions, sc_deal_actions, G_TYPE_OBJECT);

static void
set_enabled (ScDealActions *self,
             const char    *name,
             gboolean       is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

/* Winning is passing the client mark. */
static ScStage *
find_won_stage (ScDealActions *self)
{
  int mark = sc_version_get_mark_position (self->version);

  return mark >= 0 && mark + 1 < (int) self->version->stages->len
           ? sc_version_get_stage (self->version, (guint) mark + 1) : NULL;
}

/* Of several statuses, those that are open are won on the way. */
static gboolean
has_won (ScDealActions *self)
{
  return self->is_mixed ? self->n_won > 0 : self->deal->status == SC_DEAL_WON;
}

static void
update_enabled (ScDealActions *self)
{
  gboolean has_any = self->deal != NULL && self->store != NULL && self->version != NULL;
  gboolean has_one = has_any && self->deal_ids == NULL;
  gboolean is_standing = has_any && (self->is_mixed ? self->is_on_board : sc_deal_status_is_standing (self->deal->status));
  gboolean is_won = is_standing && has_won (self);
  gboolean is_open = is_standing && !is_won;

  set_enabled (self, "move-to", is_standing);
  set_enabled (self, "win", is_open);
  set_enabled (self, "refuse", is_standing);
  set_enabled (self, "complete", is_won);
  set_enabled (self, "add-step", is_standing);
  set_enabled (self, "finish-step", has_one && self->deal->next_step != NULL);
  set_enabled (self, "reopen", has_one && !is_standing);
  set_enabled (self, "park", is_standing && has_one);
  set_enabled (self, "unpark", has_one && self->deal->parked_until != SC_DATE_NONE);
  set_enabled (self, "hand-over", has_any);
  set_enabled (self, "label", has_any);
  set_enabled (self, "delete", has_any);
  set_enabled (self, "no-deal", has_any);
}

static void
moved_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  g_autoptr (ScDealActions) self = user_data;

  if (outcome != NULL && outcome->row_id != 0)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, outcome->row_id);
}

static void
move (ScDealActions *self,
      const char    *stage_id)
{
  if (self->origin != NULL && (self->is_mixed || g_strcmp0 (stage_id, self->deal->stage_id) != 0))
    sc_deal_move (self->origin, self->store, self->version, self->deal, self->deal_ids, stage_id, -1,
                  moved_cb, g_object_ref (self));
}

static void
move_to_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ScDealActions *self = user_data;
  const char *stage_id = g_variant_get_string (parameter, NULL);

  if (sc_version_find_stage (self->version, stage_id, NULL) != NULL)
    move (self, stage_id);
}

/* On a board the focus would go with the deal. */
static void
left_cb (GtkWidget       *origin,
         const ScOutcome *outcome,
         gpointer         user_data)
{
  if (outcome != NULL)
    gtk_widget_activate_action (origin, "card.focus-neighbour", NULL);
}

static void
complete (ScDealActions *self)
{
  if (self->origin != NULL)
    sc_deal_complete (self->origin, self->store, self->version, self->deal, self->deal_ids, left_cb, NULL);
}

static void
win_activated (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ScDealActions *self = user_data;
  const ScStage *stage = find_won_stage (self);

  /* On the way there a stage is left. */
  if (stage != NULL)
    move (self, stage->id);
  else
    complete (self);
}

static void
refuse_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_deal_refuse (self->origin, self->store, self->deal, self->deal_ids);
}

static void
add_step_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ScDealActions *self = user_data;
  ScNextStep *step;

  if (self->origin == NULL)
    return;

  step = sc_next_step_new (self->deal, self->deal_ids);
  sc_next_step_ask (step, sc_next_step_create_dialog (step, self->store), self->origin, self->store);
}

static void
finish_step_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_deal_finish_step (self->origin, self->store, self->deal);
}

static void
complete_activated (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  complete (user_data);
}

static void
reopen_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_change_run (self->origin, self->store, sc_command_reopen_deal (self->deal), _("Deal is back on the board"), NULL, NULL);
}

static void
delete_many (ScDealActions *self)
{
  guint n = self->deal_ids->len;
  const gint64 *ids = (gint64 *) (gpointer) self->deal_ids->data;
  g_autofree char *message = g_strdup_printf (ngettext ("%u deal deleted", "%u deals deleted", n), n);
  ScCommand *command = sc_command_delete_deals (ids, n);

  if (!self->is_mixed)
    command = sc_command_require_deals (command, self->deal, ids, n);
  sc_change_run (self->origin, self->store, command, message, left_cb, NULL);
}

static void
delete_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScDealActions *self = user_data;
  g_autofree char *message = NULL;

  if (self->origin == NULL)
    return;

  if (self->deal_ids != NULL)
    {
      delete_many (self);
      return;
    }

  /* Translators: %s is a deal */
  message = g_strdup_printf (_("“%s” deleted"), sc_deal_get_title (self->deal));
  sc_change_run (self->origin, self->store, sc_command_delete_deal (self->deal), message, left_cb, NULL);
}

static void
hand_over_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_deal_hand_over (self->origin, self->store, self->deal, self->deal_ids, g_variant_get_int64 (parameter));
}

static void
label_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_deal_ask_label (self->origin, self->store, self->deal, self->deal_ids);
}

static void
park_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_park_dialog_ask (self->origin, self->store, self->deal);
}

static void
unpark_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScDealActions *self = user_data;

  if (self->origin != NULL)
    sc_change_run (self->origin, self->store, sc_command_unpark_deal (self->deal), _("Deal is back at work"), NULL, NULL);
}

/* What was asked about is deleted, whatever is selected by then. */
static void
no_deal_answered_cb (ScDealActions *asked)
{
  delete_activated (NULL, NULL, asked);
}

static ScDealActions *
copy_for_question (ScDealActions *self)
{
  ScDealActions *copy = sc_deal_actions_new (self->origin);

  sc_deal_actions_set_place (copy, self->store, self->version);
  if (self->deal_ids != NULL && self->is_on_board)
    sc_deal_actions_set_on_board (copy, self->deal, self->deal_ids, self->n_won);
  else if (self->deal_ids != NULL && self->is_mixed)
    sc_deal_actions_set_mixed (copy, self->deal, self->deal_ids);
  else if (self->deal_ids != NULL)
    sc_deal_actions_set_many (copy, self->deal, self->deal_ids);
  else
    sc_deal_actions_set_deal (copy, self->deal);

  return copy;
}

/* A double, spam or a test is no loss: among lost deals it would count. */
static void
no_deal_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ScDealActions *self = user_data;
  AdwAlertDialog *dialog;

  if (self->origin == NULL)
    return;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Not a Deal?"),
                                                   _("A duplicate, spam or a test is not a lost deal: it is "
                                                     "deleted and counts nowhere. It can be restored for 90 days.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "delete");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response::delete", G_CALLBACK (no_deal_answered_cb), copy_for_question (self),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), self->origin);
}

static void
sc_deal_actions_dispose (GObject *object)
{
  ScDealActions *self = SC_DEAL_ACTIONS (object);

  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->group);
  g_clear_object (&self->store);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->deal_ids, g_array_unref);

  G_OBJECT_CLASS (sc_deal_actions_parent_class)->dispose (object);
}

static void
sc_deal_actions_class_init (ScDealActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_actions_dispose;

  /**
   * ScDealActions::moved:
   *
   * The deal has been moved to another stage.
   */
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", SC_TYPE_DEAL_ACTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
sc_deal_actions_init (ScDealActions *self)
{
  const GActionEntry entries[] = {
    { .name = "move-to", .activate = move_to_activated, .parameter_type = "s" },
    { .name = "win", .activate = win_activated },
    { .name = "refuse", .activate = refuse_activated },
    { .name = "complete", .activate = complete_activated },
    { .name = "add-step", .activate = add_step_activated },
    { .name = "finish-step", .activate = finish_step_activated },
    { .name = "reopen", .activate = reopen_activated },
    { .name = "park", .activate = park_activated },
    { .name = "unpark", .activate = unpark_activated },
    { .name = "hand-over", .activate = hand_over_activated, .parameter_type = "x" },
    { .name = "label", .activate = label_activated },
    { .name = "delete", .activate = delete_activated },
    { .name = "no-deal", .activate = no_deal_activated },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  update_enabled (self);
}

/**
 * sc_deal_actions_new:
 * @origin: the widget that the actions are for; its life is not prolonged
 *
 * Returns: (transfer full): actions for no deal yet
 */
ScDealActions *
sc_deal_actions_new (GtkWidget *origin)
{
  ScDealActions *self = g_object_new (SC_TYPE_DEAL_ACTIONS, NULL);

  g_set_weak_pointer (&self->origin, origin);

  return self;
}

/**
 * sc_deal_actions_get_group:
 * @self: actions
 *
 * Returns: (transfer none): the actions, to be inserted as “deal”
 */
GActionGroup *
sc_deal_actions_get_group (ScDealActions *self)
{
  g_return_val_if_fail (SC_IS_DEAL_ACTIONS (self), NULL);

  return G_ACTION_GROUP (self->group);
}

/**
 * sc_deal_actions_set_place:
 * @self: actions
 * @store: (nullable): the store
 * @version: (nullable): the published version of the deal's process
 */
void
sc_deal_actions_set_place (ScDealActions *self,
                           ScStore       *store,
                           ScVersion     *version)
{
  ScVersion *old;

  g_return_if_fail (SC_IS_DEAL_ACTIONS (self));

  old = self->version;
  g_set_object (&self->store, store);
  self->version = version != NULL ? sc_version_ref (version) : NULL;
  g_clear_pointer (&old, sc_version_unref);
  update_enabled (self);
}

/**
 * sc_deal_actions_set_deal:
 * @self: actions
 * @deal: (nullable): the deal that they are for
 */
void
sc_deal_actions_set_deal (ScDealActions *self,
                          ScDeal        *deal)
{
  ScDeal *old;

  g_return_if_fail (SC_IS_DEAL_ACTIONS (self));

  old = self->deal;
  self->deal = deal != NULL ? sc_deal_ref (deal) : NULL;
  g_clear_pointer (&old, sc_deal_unref);
  g_clear_pointer (&self->deal_ids, g_array_unref);
  self->is_mixed = FALSE;
  self->is_on_board = FALSE;
  update_enabled (self);
}

/**
 * sc_deal_actions_set_many:
 * @self: actions
 * @deal: one of the deals
 * @deal_ids: (element-type gint64): the deals that they are for, together; they
 *   have the stage and the status of @deal
 *
 * Deals can be moved, won, refused and deleted together.
 */
void
sc_deal_actions_set_many (ScDealActions *self,
                          ScDeal        *deal,
                          GArray        *deal_ids)
{
  g_return_if_fail (SC_IS_DEAL_ACTIONS (self));

  sc_deal_actions_set_deal (self, deal);
  self->deal_ids = g_array_ref (deal_ids);
  update_enabled (self);
}

/**
 * sc_deal_actions_set_mixed:
 * @self: actions
 * @deal: one of the deals
 * @deal_ids: (element-type gint64): the deals that they are for, together, of whatever
 *   stage and status
 *
 * Such deals can be handed over, labelled and deleted together.
 */
void
sc_deal_actions_set_mixed (ScDealActions *self,
                           ScDeal        *deal,
                           GArray        *deal_ids)
{
  g_return_if_fail (SC_IS_DEAL_ACTIONS (self));

  sc_deal_actions_set_many (self, deal, deal_ids);
  self->is_mixed = TRUE;
  update_enabled (self);
}

/**
 * sc_deal_actions_set_on_board:
 * @self: actions
 * @deal: one of the deals
 * @deal_ids: (element-type gint64): the deals that they are for, together, which stand on
 *   the board, in whatever stages
 * @n_won: how many of them are won
 *
 * Such deals can be moved, refused, handed over, labelled and deleted together; won, where
 * none of them is, and else completed.
 */
void
sc_deal_actions_set_on_board (ScDealActions *self,
                              ScDeal        *deal,
                              GArray        *deal_ids,
                              guint          n_won)
{
  g_return_if_fail (SC_IS_DEAL_ACTIONS (self));

  sc_deal_actions_set_mixed (self, deal, deal_ids);
  self->is_on_board = TRUE;
  self->n_won = n_won;
  update_enabled (self);
}
