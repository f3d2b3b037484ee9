/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a date, and where that has one its time, typed in any of the usual ways or
 * taken from a calendar. */

#include "widgets/sc-date-row.h"

#include <glib/gi18n-lib.h>

#include "model/sc-date-entry.h"
#include "model/sc-due-entry.h"
#include "widgets/sc-date-calendar.h"

struct _ScDateRow
{
  ScFieldRow parent_instance;

  GtkWidget *calendar_button;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  gboolean is_opening;
  gboolean takes_time;
  gboolean expects_future;
  gboolean is_new;
};

G_DEFINE_FINAL_TYPE (ScDateRow, sc_date_row, SC_TYPE_FIELD_ROW);

static gboolean
parse (ScDateRow  *self,
       const char *text,
       ScDate     *date,
       ScDayTime  *time)
{
  if (self->takes_time)
    return sc_due_entry_parse (text, date, time);

  *time = SC_DAY_TIME_NONE;

  return sc_date_entry_parse (text, date);
}

/* What time is typed stays. */
static void
take_date (ScDateRow *self,
           ScDate     date)
{
  g_autofree char *text = sc_due_entry_new (date, sc_date_row_get_time (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_popover_popdown (self->calendar_popover);
  sc_field_row_commit (SC_FIELD_ROW (self));
}

/* Once: later something else may stand in the place of the title. */
static void
titled_cb (ScDateRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *name = NULL;

  if (*title == '\0' || gtk_widget_get_tooltip_text (self->calendar_button) != NULL)
    return;

  name = g_strdup_printf (C_("field", "%1$s: %2$s"), title, _("Choose a Date"));
  gtk_widget_set_tooltip_text (self->calendar_button, name);
}

static void
popover_visible_cb (ScDateRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->calendar_popover)))
    return;

  self->is_opening = TRUE;
  sc_date_calendar_show (sc_date_row_get_date (self), self->calendar);
  self->is_opening = FALSE;
}

static void
day_selected_cb (ScDateRow *self)
{
  if (!self->is_opening)
    take_date (self, sc_date_calendar_take (self->calendar));
}

static void
clear_clicked_cb (ScDateRow *self)
{
  take_date (self, SC_DATE_NONE);
}

static gboolean
sc_date_row_check (ScFieldRow *row,
                   const char *text)
{
  ScDayTime time;
  ScDate date;

  return parse (SC_DATE_ROW (row), text, &date, &time);
}

static gboolean
sc_date_row_means (ScFieldRow *row,
                   const char *typed,
                   const char *value)
{
  ScDateRow *self = SC_DATE_ROW (row);
  ScDayTime time_a, time_b;
  ScDate a, b;

  return parse (self, typed, &a, &time_a) && parse (self, value, &b, &time_b) && a == b && time_a == time_b;
}

static const char *
sc_date_row_explain (ScFieldRow *row)
{
  if (SC_DATE_ROW (row)->takes_time)
    /* Translators: stands at a field, in at most 30 characters; each of these is a date, with or without a time, that can be typed, in the reader's own way of writing */
    return _("A day: 31.12, fri, tomorrow 11:00");

  /* Translators: stands at a field, in at most 30 characters; each of these is a date that can be typed, in the reader's own way of writing */
  return _("A day: 31.12, fri, in 3 days");
}

/* What was saved so was no mistake of the one who looks at it. */
static const char *
sc_date_row_remark (ScFieldRow *row)
{
  ScDateRow *self = SC_DATE_ROW (row);
  ScDate date = self->expects_future && (self->is_new || sc_field_row_is_edited (row)) ? sc_date_row_get_date (self)
                                                                                      : SC_DATE_NONE;

  return date != SC_DATE_NONE && date < sc_clock_today () ? _("this day is past") : NULL;
}

static void
sc_date_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DATE_ROW);

  G_OBJECT_CLASS (sc_date_row_parent_class)->dispose (object);
}

static void
sc_date_row_class_init (ScDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_date_row_dispose;
  SC_FIELD_ROW_CLASS (klass)->check = sc_date_row_check;
  SC_FIELD_ROW_CLASS (klass)->means = sc_date_row_means;
  SC_FIELD_ROW_CLASS (klass)->explain = sc_date_row_explain;
  SC_FIELD_ROW_CLASS (klass)->remark = sc_date_row_remark;

  g_type_ensure (SC_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/widgets/sc-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDateRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, ScDateRow, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, ScDateRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, popover_visible_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
sc_date_row_init (ScDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (titled_cb), NULL);
}

/**
 * sc_date_row_new:
 *
 * Returns: (transfer floating): a field for a date, typed or chosen in a
 *   calendar
 */
GtkWidget *
sc_date_row_new (void)
{
  return g_object_new (SC_TYPE_DATE_ROW, NULL);
}

/**
 * sc_date_row_set_date:
 * @self: a field
 * @date: the date that is saved
 */
void
sc_date_row_set_date (ScDateRow *self,
                      ScDate     date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_DATE_ROW (self));

  text = sc_date_entry_new (date);
  sc_field_row_set_value (SC_FIELD_ROW (self), text);
}

/**
 * sc_date_row_get_date:
 * @self: a field
 *
 * Returns: the date that is typed, %SC_DATE_NONE where it is none
 */
ScDate
sc_date_row_get_date (ScDateRow *self)
{
  ScDayTime time;
  ScDate date;

  g_return_val_if_fail (SC_IS_DATE_ROW (self), SC_DATE_NONE);

  return parse (self, gtk_editable_get_text (GTK_EDITABLE (self)), &date, &time) ? date : SC_DATE_NONE;
}

/**
 * sc_date_row_take_time:
 * @self: a field
 *
 * Has the field take a time behind the date.
 */
void
sc_date_row_take_time (ScDateRow *self)
{
  g_return_if_fail (SC_IS_DATE_ROW (self));

  self->takes_time = TRUE;
}

/**
 * sc_date_row_expect_future:
 * @self: a field for a day that is hardly past
 * @is_new: whether nothing is saved yet; else only another day than the one that is saved
 *   is told of
 *
 * Has the field say that the day is past, where one is typed that is. It is taken all the
 * same.
 */
void
sc_date_row_expect_future (ScDateRow *self,
                           gboolean   is_new)
{
  g_return_if_fail (SC_IS_DATE_ROW (self));

  self->expects_future = TRUE;
  self->is_new = is_new;
}

/**
 * sc_date_row_set_due:
 * @self: a field that takes a time
 * @date: the date that is saved
 * @time: the time that is saved
 */
void
sc_date_row_set_due (ScDateRow *self,
                     ScDate     date,
                     ScDayTime  time)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_DATE_ROW (self));

  text = sc_due_entry_new (date, time);
  sc_field_row_set_value (SC_FIELD_ROW (self), text);
}

/**
 * sc_date_row_get_time:
 * @self: a field
 *
 * Returns: the time that is typed, %SC_DAY_TIME_NONE where none is
 */
ScDayTime
sc_date_row_get_time (ScDateRow *self)
{
  ScDayTime time;
  ScDate date;

  g_return_val_if_fail (SC_IS_DATE_ROW (self), SC_DAY_TIME_NONE);

  return parse (self, gtk_editable_get_text (GTK_EDITABLE (self)), &date, &time) ? time : SC_DAY_TIME_NONE;
}
