/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for the exit criteria that are not ticked yet, before a deal leaves
 * its stage. It can go on all the same: then what was left open is recorded. */

#include "deal/sc-criteria-dialog.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-dialog-guard.h"

struct _ScCriteriaDialog
{
  AdwAlertDialog parent_instance;

  GPtrArray *ids;
  GPtrArray *checks;
  char *done_label;
  char *anyway_label;
};

G_DEFINE_FINAL_TYPE (ScCriteriaDialog, sc_criteria_dialog, ADW_TYPE_ALERT_DIALOG);

static gboolean
is_checked (ScCriteriaDialog *self,
            guint             i)
{
  return gtk_check_button_get_active (self->checks->pdata[i]);
}

static void
update_response (ScCriteriaDialog *self)
{
  gboolean is_complete = TRUE;

  for (guint i = 0; i < self->checks->len; i++)
    is_complete = is_complete && is_checked (self, i);

  adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "move",
                                       is_complete ? self->done_label : self->anyway_label);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (self), "move",
                                            is_complete ? ADW_RESPONSE_SUGGESTED : ADW_RESPONSE_DEFAULT);
}

static void
sc_criteria_dialog_dispose (GObject *object)
{
  ScCriteriaDialog *self = SC_CRITERIA_DIALOG (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->done_label, g_free);
  g_clear_pointer (&self->anyway_label, g_free);

  G_OBJECT_CLASS (sc_criteria_dialog_parent_class)->dispose (object);
}

static void
sc_criteria_dialog_class_init (ScCriteriaDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_criteria_dialog_dispose;
}

static void
sc_criteria_dialog_init (ScCriteriaDialog *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  self->done_label = g_strdup (_("_Move"));
  self->anyway_label = g_strdup (_("_Move Anyway"));
  sc_dialog_guard_add (ADW_DIALOG (self));
}

static GtkWidget *
create_row (ScCriteriaDialog  *self,
            const ScCriterion *criterion,
            const char        *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), criterion->text);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE); /* one stop of the keyboard, and it tells whether it is ticked */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, criterion->text, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_response), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->ids, g_strdup (criterion->id));
  g_ptr_array_add (self->checks, check);

  return row;
}

static GtkListBox *
create_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);

  return GTK_LIST_BOX (list);
}

static AdwDialog *
finish (ScCriteriaDialog *self,
        const char       *heading,
        const char       *body,
        GtkListBox       *list)
{
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), heading);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), body);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), GTK_WIDGET (list));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (self), "cancel", _("_Cancel"), "move", self->done_label, NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (self), "move");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (self), "cancel");
  update_response (self);
  adw_dialog_set_focus (ADW_DIALOG (self), self->checks->pdata[0]);

  return ADW_DIALOG (self);
}

/**
 * sc_criteria_dialog_new:
 * @title: what the deal is called
 * @criteria: (element-type ScOpenCriterion): what is not ticked yet of the stage
 *   that it leaves, one at least
 *
 * Returns: (transfer floating): a dialog with the responses “cancel” and
 *   “move”
 */
AdwDialog *
sc_criteria_dialog_new (const char *title,
                        GPtrArray  *criteria)
{
  ScCriteriaDialog *self = g_object_new (SC_TYPE_CRITERIA_DIALOG, NULL);
  const ScStage *stage = ((ScOpenCriterion *) criteria->pdata[0])->stage;
  GtkListBox *list = create_list ();
  g_autofree char *body = NULL;

  for (guint i = 0; i < criteria->len; i++)
    gtk_list_box_append (list, create_row (self, ((ScOpenCriterion *) criteria->pdata[i])->criterion, NULL));

  /* Translators: the first %s is a deal, the second a stage */
  body = g_strdup_printf (_("Before “%1$s” leaves “%2$s”, this has to hold. What is left open is recorded."), title, stage->name);

  return finish (self, _("Is the Stage Done?"), body, list);
}

/**
 * sc_criteria_dialog_new_for_many:
 * @n_deals: how many deals leave their stages
 * @criteria: (element-type ScOpenCriterion): what is not ticked yet for some of
 *   them, one at least
 *
 * Returns: (transfer floating): a dialog as that for one deal
 */
AdwDialog *
sc_criteria_dialog_new_for_many (guint      n_deals,
                                 GPtrArray *criteria)
{
  ScCriteriaDialog *self = g_object_new (SC_TYPE_CRITERIA_DIALOG, NULL);
  GtkListBox *list = create_list ();
  g_autofree char *body = NULL;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ScOpenCriterion *open = criteria->pdata[i];
      g_autofree char *subtitle =
        /* Translators: %2$s is a stage */
        g_strdup_printf (ngettext ("Open for %1$u deal in “%2$s”", "Open for %1$u deals in “%2$s”", open->n_deals),
                         open->n_deals, open->stage->name);

      gtk_list_box_append (list, create_row (self, open->criterion, subtitle));
    }

  body = g_strdup_printf (ngettext ("Before %u deal moves on, this has to hold. What is left open is recorded.",
                                    "Before %u deals move on, this has to hold. What is ticked holds for all of them, "
                                    "what is left open is recorded.", n_deals),
                          n_deals);

  return finish (self, _("Are the Stages Done?"), body, list);
}

/**
 * sc_criteria_dialog_set_labels:
 * @self: a dialog
 * @done: the button where all is ticked
 * @anyway: the button where something is left open
 *
 * For deals that do not move but leave the board.
 */
void
sc_criteria_dialog_set_labels (ScCriteriaDialog *self,
                               const char       *done,
                               const char       *anyway)
{
  g_return_if_fail (SC_IS_CRITERIA_DIALOG (self));

  g_set_str (&self->done_label, done);
  g_set_str (&self->anyway_label, anyway);
  update_response (self);
}

/**
 * sc_criteria_dialog_list_ids:
 * @self: a dialog
 * @is_ticked: whether those that are ticked are wanted, or the others
 *
 * Returns: (transfer full): their ids
 */
GStrv
sc_criteria_dialog_list_ids (ScCriteriaDialog *self,
                             gboolean          is_ticked)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (SC_IS_CRITERIA_DIALOG (self), NULL);

  for (guint i = 0; i < self->ids->len; i++)
    if (is_checked (self, i) == is_ticked)
      g_strv_builder_add (ids, self->ids->pdata[i]);

  return g_strv_builder_end (ids);
}
