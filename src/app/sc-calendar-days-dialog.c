/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which days are off, or worked on, and what they are called: of new ones all of
 * it, of those that the calendar has what they are. */

#include "app/sc-calendar-days-dialog.h"

#include <glib/gi18n.h>

#include "change/sc-calendar-commands.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-date-row.h"

struct _ScCalendarDaysDialog
{
  AdwAlertDialog parent_instance;

  ScDateRow *from_row;
  ScDateRow *to_row;
  AdwEntryRow *name_row;
  AdwSwitchRow *worked_row;

  ScDialogGuard *guard;
};

G_DEFINE_FINAL_TYPE (ScCalendarDaysDialog, sc_calendar_days_dialog, ADW_TYPE_ALERT_DIALOG);

/* One day has no last one. */
static ScDate
get_last (ScCalendarDaysDialog *self)
{
  ScDate to = sc_date_row_get_date (self->to_row);

  return to != SC_DATE_NONE ? to : sc_date_row_get_date (self->from_row);
}

static void
changed_cb (ScCalendarDaysDialog *self)
{
  ScDate from;

  if (self->worked_row == NULL)
    return;

  from = sc_date_row_get_date (self->from_row);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "set",
                                         from != SC_DATE_NONE && sc_field_row_is_valid (SC_FIELD_ROW (self->to_row))
                                         && get_last (self) >= from);
}

static void
sc_calendar_days_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_CALENDAR_DAYS_DIALOG);

  G_OBJECT_CLASS (sc_calendar_days_dialog_parent_class)->dispose (object);
}

static void
sc_calendar_days_dialog_class_init (ScCalendarDaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_calendar_days_dialog_dispose;

  g_type_ensure (SC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/app/sc-calendar-days-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCalendarDaysDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarDaysDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarDaysDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarDaysDialog, worked_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sc_calendar_days_dialog_init (ScCalendarDaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  changed_cb (self);
}

/* Of days that the calendar has it is not asked which they are. */
static void
set_days (ScCalendarDaysDialog *self,
          ScDate                from,
          ScDate                to)
{
  sc_date_row_set_date (self->from_row, from);
  sc_date_row_set_date (self->to_row, to);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name_row));
}

static void
keep_days (ScCalendarDaysDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), FALSE);
}

static AdwDialog *
ask_again (AdwAlertDialog *dialog)
{
  ScCalendarDaysDialog *old = SC_CALENDAR_DAYS_DIALOG (dialog);
  ScCalendarDaysDialog *self = g_object_new (SC_TYPE_CALENDAR_DAYS_DIALOG, NULL);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), adw_alert_dialog_get_heading (dialog));
  set_days (self, sc_date_row_get_date (old->from_row), sc_date_row_get_date (old->to_row));
  if (!gtk_widget_get_visible (GTK_WIDGET (old->from_row)))
    keep_days (self);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), gtk_editable_get_text (GTK_EDITABLE (old->name_row)));
  adw_switch_row_set_active (self->worked_row, adw_switch_row_get_active (old->worked_row));
  sc_dialog_guard_touch (self->guard);

  return ADW_DIALOG (self);
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        data)
{
  ScCalendarDaysDialog *self = SC_CALENDAR_DAYS_DIALOG (dialog);

  return sc_command_set_calendar_days (sc_date_row_get_date (self->from_row), get_last (self),
                                       gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                       adw_switch_row_get_active (self->worked_row));
}

static void
ask (ScCalendarDaysDialog *self,
     GtkWidget            *origin,
     ScStore              *store)
{
  const ScAskChange change = {
    .response = "set", .create_command = create_command, .ask_again = ask_again, .message = _("Calendar changed"),
  };

  sc_ask_change (ADW_DIALOG (self), origin, store, &change, NULL);
}

/**
 * sc_calendar_days_dialog_add:
 * @origin: the widget that asks
 * @store: a database
 *
 * Asks for days, and says of them what is entered.
 */
void
sc_calendar_days_dialog_add (GtkWidget *origin,
                             ScStore   *store)
{
  ScCalendarDaysDialog *self = g_object_new (SC_TYPE_CALENDAR_DAYS_DIALOG, NULL);

  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->from_row));
  ask (self, origin, store);
}

/**
 * sc_calendar_days_dialog_edit:
 * @origin: the widget that asks
 * @store: a database
 * @day: what its calendar says of a day
 * @to: the last day of which it says the same
 *
 * Asks what it is to say.
 */
void
sc_calendar_days_dialog_edit (GtkWidget           *origin,
                              ScStore             *store,
                              const ScCalendarDay *day,
                              ScDate               to)
{
  ScCalendarDaysDialog *self = g_object_new (SC_TYPE_CALENDAR_DAYS_DIALOG, NULL);
  g_autofree char *first = sc_date_to_text (day->day);
  g_autofree char *last = sc_date_to_text (to);
  /* Translators: the first and the last of some days */
  g_autofree char *days = g_strdup_printf (C_("days", "%1$s – %2$s"), first, last);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), day->day == to ? first : days);
  set_days (self, day->day, to);
  keep_days (self);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), day->name != NULL ? day->name : "");
  adw_switch_row_set_active (self->worked_row, day->is_worked);
  ask (self, origin, store);
}
