/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a next step: what, and by when. */

#include "deal/sc-step-dialog.h"

#include <glib/gi18n-lib.h>

#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-date-row.h"

struct _ScStepDialog
{
  AdwAlertDialog parent_instance;

  AdwEntryRow *title_row;
  ScDateRow *due_row;

  ScDialogGuard *guard;
  ScCalendar *calendar;
  gboolean is_awaited;
  gboolean is_dropped;
};

G_DEFINE_FINAL_TYPE (ScStepDialog, sc_step_dialog, ADW_TYPE_ALERT_DIALOG);

static void
changed_cb (ScStepDialog *self)
{
  g_autofree char *title = NULL;

  if (self->due_row == NULL)
    return;

  title = sc_step_dialog_get_title (self);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "add",
                                         title[0] != '\0' && sc_field_row_is_valid (SC_FIELD_ROW (self->due_row)));
}

/* A time that is typed already is one of the day that is chosen. */
static void
take_due (ScStepDialog *self,
          ScDate        due)
{
  sc_date_row_set_due (self->due_row, due, sc_date_row_get_time (self->due_row));
  sc_field_row_revert (SC_FIELD_ROW (self->due_row));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
today_clicked_cb (ScStepDialog *self)
{
  take_due (self, sc_clock_today ());
}

static void
tomorrow_clicked_cb (ScStepDialog *self)
{
  take_due (self, sc_clock_today () + 1);
}

static void
in_three_days_clicked_cb (ScStepDialog *self)
{
  take_due (self, sc_calendar_to_working_day (self->calendar, sc_clock_today () + 3));
}

static void
in_a_week_clicked_cb (ScStepDialog *self)
{
  take_due (self, sc_calendar_to_working_day (self->calendar, sc_clock_today () + 7));
}

static void
sc_step_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_STEP_DIALOG);
  g_clear_pointer (&SC_STEP_DIALOG (object)->calendar, sc_calendar_unref);

  G_OBJECT_CLASS (sc_step_dialog_parent_class)->dispose (object);
}

static void
sc_step_dialog_class_init (ScStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_step_dialog_dispose;

  g_type_ensure (SC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStepDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, ScStepDialog, due_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, tomorrow_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_three_days_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_a_week_clicked_cb);
}

static void
sc_step_dialog_init (ScStepDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_date_row_take_time (self->due_row);
  sc_date_row_expect_future (self->due_row, TRUE);
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->title_row));
}

/**
 * sc_step_dialog_new:
 * @calendar: the days that are worked on
 *
 * Returns: (transfer floating): a dialog with the responses “cancel” and
 *   “add”, which offers the next working day
 */
AdwDialog *
sc_step_dialog_new (ScCalendar *calendar)
{
  ScStepDialog *self = g_object_new (SC_TYPE_STEP_DIALOG, NULL);

  self->calendar = sc_calendar_ref (calendar);
  sc_date_row_set_date (self->due_row, sc_calendar_to_working_day (calendar, sc_clock_today () + 1));

  return ADW_DIALOG (self);
}

/**
 * sc_step_dialog_set_step:
 * @self: a dialog
 * @title: what the step is
 * @due: when it is due
 * @due_time: at what time of that day, may be none
 *
 * Has the dialog change a step that is there.
 */
void
sc_step_dialog_set_step (ScStepDialog *self,
                         const char   *title,
                         ScDate        due,
                         ScDayTime     due_time)
{
  g_return_if_fail (SC_IS_STEP_DIALOG (self));

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _("Edit Step"));
  adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "cancel", _("_Cancel"));
  adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "add", _("_Save"));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  sc_date_row_expect_future (self->due_row, FALSE);
  sc_date_row_set_due (self->due_row, due, due_time);
}

/**
 * sc_step_dialog_ask_again:
 * @dialog: a step dialog
 *
 * Returns: (transfer floating): another one that asks the same, with what is
 *   entered in @dialog
 */
AdwDialog *
sc_step_dialog_ask_again (AdwAlertDialog *dialog)
{
  static const char *const responses[] = { "cancel", "add" };
  ScStepDialog *old = SC_STEP_DIALOG (dialog);
  AdwDialog *again = sc_step_dialog_new (old->calendar);
  ScStepDialog *self = SC_STEP_DIALOG (again);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), adw_alert_dialog_get_heading (dialog));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), adw_alert_dialog_get_body (dialog));
  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), responses[i],
                                         adw_alert_dialog_get_response_label (dialog, responses[i]));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), gtk_editable_get_text (GTK_EDITABLE (old->title_row)));
  sc_date_row_set_due (self->due_row, sc_step_dialog_get_due (old), sc_step_dialog_get_due_time (old));
  take_due (self, sc_step_dialog_get_due (old));
  sc_dialog_guard_touch (self->guard);

  return again;
}

/**
 * sc_step_dialog_set_awaited:
 * @self: a dialog
 *
 * Says that a move is carried out with the answer, whichever that is.
 */
void
sc_step_dialog_set_awaited (ScStepDialog *self)
{
  g_return_if_fail (SC_IS_STEP_DIALOG (self));

  self->is_awaited = TRUE;
}

/**
 * sc_step_dialog_is_dropped:
 * @self: a dialog that has closed
 *
 * Returns: whether what was to be carried out with its answer is not to be
 */
gboolean
sc_step_dialog_is_dropped (ScStepDialog *self)
{
  g_return_val_if_fail (SC_IS_STEP_DIALOG (self), FALSE);

  return self->is_dropped;
}

/**
 * sc_step_dialog_drop:
 * @self: a dialog
 *
 * Closes it, with all that it asks about.
 */
void
sc_step_dialog_drop (ScStepDialog *self)
{
  g_return_if_fail (SC_IS_STEP_DIALOG (self));

  self->is_dropped = self->is_awaited;
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
leave_answered_cb (ScStepDialog *self,
                   const char   *response)
{
  if (g_str_equal (response, "discard"))
    sc_step_dialog_drop (self);
}

/**
 * sc_step_dialog_leave:
 * @self: a dialog whose window is to close
 *
 * Closes it, where nothing waits for its answer and nothing is entered; asks a
 * person otherwise.
 */
void
sc_step_dialog_leave (ScStepDialog *self)
{
  AdwAlertDialog *question;

  g_return_if_fail (SC_IS_STEP_DIALOG (self));

  if (!self->is_awaited)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard the Move?"),
                                                     _("It is carried out once its next step is answered.")));
  adw_alert_dialog_add_responses (question, "keep", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "keep");
  adw_alert_dialog_set_default_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (leave_answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

/**
 * sc_step_dialog_get_title:
 * @self: a dialog
 *
 * Returns: (transfer full): what is to be done
 */
char *
sc_step_dialog_get_title (ScStepDialog *self)
{
  g_return_val_if_fail (SC_IS_STEP_DIALOG (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

/**
 * sc_step_dialog_get_due:
 * @self: a dialog
 *
 * Returns: by when, %SC_DATE_NONE for no day
 */
ScDate
sc_step_dialog_get_due (ScStepDialog *self)
{
  g_return_val_if_fail (SC_IS_STEP_DIALOG (self), SC_DATE_NONE);

  return sc_date_row_get_date (self->due_row);
}

/**
 * sc_step_dialog_get_due_time:
 * @self: a dialog
 *
 * Returns: at what time of that day, %SC_DAY_TIME_NONE where none is typed
 */
ScDayTime
sc_step_dialog_get_due_time (ScStepDialog *self)
{
  g_return_val_if_fail (SC_IS_STEP_DIALOG (self), SC_DAY_TIME_NONE);

  return sc_date_row_get_time (self->due_row);
}
