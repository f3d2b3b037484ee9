/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done in a stage, ticked by the rep for himself: no gate looks at it. */

#include "deal/sc-stage-actions.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "widgets/sc-change.h"

struct _ScStageActions
{
  AdwPreferencesRow parent_instance;

  GPtrArray *checks; /* of GtkCheckButton, in the order of the actions */
  char *stage_id;
  GStrv actions;
  ScStore *store;
  ScDealDossier *dossier;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ScStageActions, sc_stage_actions, ADW_TYPE_PREFERENCES_ROW);

static const ScActionTick *
find_tick (ScStageActions *self,
           const char     *action)
{
  for (guint i = 0; i < self->dossier->action_ticks->len; i++)
    {
      const ScActionTick *tick = self->dossier->action_ticks->pdata[i];

      if (g_str_equal (tick->stage_id, self->stage_id) && g_str_equal (tick->action, action))
        return tick;
    }

  return NULL;
}

static void
show_tick (ScStageActions *self,
           guint           i)
{
  const ScActionTick *tick = find_tick (self, self->actions[i]);
  g_autofree char *day = tick != NULL ? sc_date_to_text (sc_date_from_instant (tick->ticked_at)) : NULL;
  /* Translators: who has ticked what is to be done, and when */
  g_autofree char *who = tick != NULL ? g_strdup_printf (C_("action", "%1$s, %2$s"), tick->user, day) : NULL;

  gtk_check_button_set_active (self->checks->pdata[i], tick != NULL);
  gtk_widget_set_tooltip_text (self->checks->pdata[i], who);
}

static void
show_ticks (ScStageActions *self)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    show_tick (self, i);
  self->is_filling = FALSE;
}

static void
saved_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  ScStageActions *self = SC_STAGE_ACTIONS (origin);

  /* Back to what is saved. */
  if (outcome == NULL && self->dossier != NULL)
    show_ticks (self);
}

static void
toggled_cb (ScStageActions *self,
            GtkCheckButton *check)
{
  gboolean is_done = gtk_check_button_get_active (check);
  g_autofree char *message = NULL;
  guint i;

  if (self->is_filling || self->dossier == NULL || !g_ptr_array_find (self->checks, check, &i))
    return;

  /* Translators: what is to be done in a stage, such as “Send the contract” */
  message = g_strdup_printf (is_done ? _("“%s” done") : _("“%s” not done"), self->actions[i]);
  sc_change_run (GTK_WIDGET (self), self->store,
                 sc_command_tick_action (self->dossier->deal, self->stage_id, self->actions[i], is_done), message,
                 saved_cb, NULL);
}

static void
add_check (ScStageActions *self,
           GtkBox         *box,
           const char     *action)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (action);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, check);
  g_ptr_array_add (self->checks, check);
}

static void
sc_stage_actions_dispose (GObject *object)
{
  ScStageActions *self = SC_STAGE_ACTIONS (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->stage_id, g_free);
  g_clear_pointer (&self->actions, g_strfreev);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_stage_actions_parent_class)->dispose (object);
}

static void
sc_stage_actions_class_init (ScStageActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_stage_actions_dispose;
}

static void
sc_stage_actions_init (ScStageActions *self)
{
  self->checks = g_ptr_array_new ();
  /* The boxes have the focus, each its own. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), C_("stage", "What to Do"));
}

/**
 * sc_stage_actions_new:
 * @stage: a stage with actions
 *
 * Returns: (transfer floating): a row with a box to tick for each of them
 */
GtkWidget *
sc_stage_actions_new (const ScStage *stage)
{
  ScStageActions *self = g_object_new (SC_TYPE_STAGE_ACTIONS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (C_("stage", "What to Do"));

  self->stage_id = g_strdup (stage->id);
  self->actions = g_strdupv (stage->actions);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; self->actions[i] != NULL; i++)
    add_check (self, GTK_BOX (box), self->actions[i]);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return GTK_WIDGET (self);
}

/**
 * sc_stage_actions_show:
 * @self: a row
 * @store: the store
 * @dossier: everything about a deal of the stage
 *
 * Shows what is ticked for the deal.
 */
void
sc_stage_actions_show (ScStageActions *self,
                       ScStore        *store,
                       ScDealDossier  *dossier)
{
  ScDealDossier *old;

  g_return_if_fail (SC_IS_STAGE_ACTIONS (self));

  old = self->dossier;
  g_set_object (&self->store, store);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);
  show_ticks (self);
}
