/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing to do for a deal: done, postponed, changed, removed. */

#include "deal/sc-step-row.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-step-dialog.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-change.h"
#include "widgets/sc-date-text.h"
#include "widgets/sc-wall-clock.h"

struct _ScStepRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *done_check;
  GtkWidget *menu_button;

  ScStore *store;
  ScActivity activity;
  gboolean is_filling;
  gboolean is_changing; /* what is pressed twice is done once */
};

G_DEFINE_FINAL_TYPE (ScStepRow, sc_step_row, ADW_TYPE_ACTION_ROW);

static void
set_activity (ScStepRow        *self,
              const ScActivity *activity)
{
  g_autofree char *old = self->activity.title;

  self->activity = *activity;
  self->activity.title = g_strdup (activity->title);
}

static void
show_done (ScStepRow *self,
           gboolean   is_done)
{
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->done_check, is_done);
  self->is_filling = FALSE;
}

/* Where it worked, another row comes in place of this one. */
static void
changed_cb (GtkWidget       *origin,
            const ScOutcome *outcome,
            gpointer         row)
{
  g_autoptr (ScStepRow) self = row;

  if (outcome != NULL && outcome->change_id != 0)
    return;

  self->is_changing = FALSE;
  if (self->store != NULL)
    show_done (self, self->activity.done_at != 0);
}

static void
run (ScStepRow  *self,
     ScCommand  *command,
     const char *message)
{
  self->is_changing = TRUE;
  sc_change_run (GTK_WIDGET (self), self->store, command, message, changed_cb, g_object_ref (self));
}

static void
done_toggled_cb (ScStepRow *self)
{
  if (self->is_filling)
    return;

  if (self->is_changing)
    show_done (self, !gtk_check_button_get_active (self->done_check));
  else if (gtk_check_button_get_active (self->done_check))
    run (self, sc_command_complete_activity (&self->activity), _("Step done"));
}

static void
postpone_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ScStepRow *self = SC_STEP_ROW (widget);
  ScActivity after = self->activity;

  after.due = sc_clock_today () + (ScDate) g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);
  if (!self->is_changing)
    run (self, sc_command_edit_activity (&self->activity, &after), _("Step postponed"));
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        row)
{
  ScStepRow *self = row;
  g_autofree char *title = sc_step_dialog_get_title (SC_STEP_DIALOG (dialog));
  ScActivity after = self->activity;

  after.title = title;
  after.due = sc_step_dialog_get_due (SC_STEP_DIALOG (dialog));

  return sc_command_edit_activity (&self->activity, &after);
}

static gboolean
take_theirs (ScStore *store,
             gpointer row)
{
  ScStepRow *self = row;
  g_autoptr (GPtrArray) activities = sc_store_list_activities (store, self->activity.deal_id, NULL);

  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      const ScActivity *activity = activities->pdata[i];

      if (activity->id != self->activity.id || activity->done_at != 0)
        continue;

      set_activity (self, activity);
      return TRUE;
    }

  return FALSE;
}

static void
edit_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ScStepRow *self = SC_STEP_ROW (widget);
  const ScAskChange change = { "add", create_command, sc_step_dialog_ask_again, take_theirs, NULL, g_object_unref };
  AdwDialog *dialog = sc_step_dialog_new ();

  sc_step_dialog_set_step (SC_STEP_DIALOG (dialog), self->activity.title, self->activity.due);
  sc_ask_change (dialog, widget, self->store, &change, g_object_ref (self));
}

static void
remove_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ScStepRow *self = SC_STEP_ROW (widget);

  if (!self->is_changing)
    run (self, sc_command_remove_activity (&self->activity), _("Step removed"));
}

static void
sc_step_row_dispose (GObject *object)
{
  ScStepRow *self = SC_STEP_ROW (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_STEP_ROW);

  G_OBJECT_CLASS (sc_step_row_parent_class)->dispose (object);
}

static void
sc_step_row_finalize (GObject *object)
{
  g_free (SC_STEP_ROW (object)->activity.title);

  G_OBJECT_CLASS (sc_step_row_parent_class)->finalize (object);
}

static void
sc_step_row_class_init (ScStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_step_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_step_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStepRow, done_check);
  gtk_widget_class_bind_template_child (widget_class, ScStepRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, done_toggled_cb);
  gtk_widget_class_install_action (widget_class, "step.postpone", "s", postpone_activated);
  gtk_widget_class_install_action (widget_class, "step.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "step.remove", NULL, remove_activated);
}

/* When it is due, or was done. */
static void
show_time (ScStepRow *self)
{
  ScDate today = sc_clock_today ();
  gboolean is_done = self->activity.done_at != 0;
  g_autofree char *day = is_done ? sc_date_to_text (sc_date_from_instant (self->activity.done_at))
                                 : sc_date_text_relative (self->activity.due, today);
  /* Translators: %s is a date */
  g_autofree char *done = is_done ? g_strdup_printf (_("Done on %s"), day) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), is_done ? done : day);
  if (!is_done && self->activity.due != SC_DATE_NONE && self->activity.due < today)
    gtk_widget_add_css_class (GTK_WIDGET (self), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "overdue");
}

static void
sc_step_row_init (ScStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
}

/**
 * sc_step_row_new:
 * @store: the store
 * @activity: what is to be done, or was
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
sc_step_row_new (ScStore          *store,
                 const ScActivity *activity)
{
  ScStepRow *self = g_object_new (SC_TYPE_STEP_ROW, NULL);

  self->store = g_object_ref (store);
  set_activity (self, activity);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), activity->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_check), GTK_ACCESSIBLE_PROPERTY_LABEL, activity->title, -1);

  show_time (self);
  if (activity->done_at != 0)
    {
      show_done (self, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->done_check), FALSE);
      gtk_widget_set_visible (self->menu_button, FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
    }

  return GTK_WIDGET (self);
}
