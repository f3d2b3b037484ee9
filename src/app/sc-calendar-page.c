/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar in the preferences: the days of the week, the hours, and year by
 * year which days are off or moved. What is changed is changed at once, and others who
 * change it meanwhile are followed. */

#include "app/sc-calendar-page.h"

#include <glib/gi18n.h>

#include "app/sc-calendar-days-dialog.h"
#include "app/sc-calendar-import.h"
#include "change/sc-calendar-commands.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-change.h"

struct _ScCalendarPage
{
  AdwPreferencesPage parent_instance;

  GtkBox *weekdays_box;
  AdwSpinRow *hours_row;
  AdwSpinRow *year_row;
  AdwPreferencesGroup *days_group;
  AdwPreferencesGroup *change_group;
  GtkToggleButton *weekdays[SC_N_WEEKDAYS];

  ScStore *store;
  ScCalendar *calendar;
  GPtrArray *spans;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (ScCalendarPage, sc_calendar_page, ADW_TYPE_PREFERENCES_PAGE);

/* Days that follow one another and say the same, in a row. */
typedef struct {
  ScDate from;
  ScDate to;
  GtkWidget *row;
} Span;

static guint
get_year (ScDate date)
{
  GDate gdate = sc_date_to_gdate (date);

  return g_date_get_year (&gdate);
}

static guint
get_shown_year (ScCalendarPage *self)
{
  return (guint) adw_spin_row_get_value (self->year_row);
}

static char *
name_span (ScDate from,
           ScDate to)
{
  g_autofree char *first = sc_date_to_text (from);
  g_autofree char *last = sc_date_to_text (to);

  /* Translators: the first and the last of some days */
  return from == to ? g_steal_pointer (&first) : g_strdup_printf (C_("days", "%1$s – %2$s"), first, last);
}

static char *
describe (const ScCalendarDay *day)
{
  if (day->name == NULL)
    return g_strdup (day->is_worked ? _("Worked on") : "");
  if (!day->is_worked)
    return g_strdup (day->name);

  /* Translators: a day that is worked on in the place of another, and why */
  return g_strdup_printf (_("Worked on: %s"), day->name);
}

static const Span *
find_span (ScCalendarPage *self,
           GtkWidget      *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < self->spans->len; i++)
    if (((Span *) self->spans->pdata[i])->row == row)
      return self->spans->pdata[i];

  return NULL;
}

static void
row_activated_cb (ScCalendarPage *self,
                  GtkWidget      *row)
{
  const Span *span = find_span (self, row);

  sc_calendar_days_dialog_edit (GTK_WIDGET (self), self->store, sc_calendar_find_day (self->calendar, span->from), span->to);
}

static void
remove_clicked_cb (ScCalendarPage *self,
                   GtkWidget      *button)
{
  const Span *span = find_span (self, button);

  sc_change_run (GTK_WIDGET (self), self->store, sc_command_remove_calendar_days (span->from, span->to),
                 _("Taken out of the calendar"), NULL, NULL);
}

static GtkWidget *
make_remove_button (ScCalendarPage *self,
                    const char     *days)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: days such as “01/01/2026 – 01/09/2026” */
  g_autofree char *label = g_strdup_printf (_("Take %s Out of the Calendar"), days);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take Out of the Calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_span (ScCalendarPage      *self,
          const ScCalendarDay *day,
          ScDate               to)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *days = name_span (day->day, to);
  g_autofree char *text = describe (day);
  Span *span = g_new (Span, 1);

  *span = (Span) { day->day, to, row };
  g_ptr_array_add (self->spans, span);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (!sc_store_is_read_only (self->store))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, days));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (self->days_group, row);
}

static gboolean
is_alike (const ScCalendarDay *day,
          const ScCalendarDay *next,
          ScDate               date)
{
  return next->day == date && next->is_worked == day->is_worked && g_strcmp0 (next->name, day->name) == 0
         && get_year (next->day) == get_year (day->day);
}

static void
add_spans (ScCalendarPage *self)
{
  guint n = sc_calendar_get_n_days (self->calendar);

  for (guint i = 0; i < n; i++)
    {
      const ScCalendarDay *day = sc_calendar_get_day (self->calendar, i);
      guint last = i;

      if (get_year (day->day) != get_shown_year (self))
        continue;

      while (last + 1 < n && is_alike (day, sc_calendar_get_day (self->calendar, last + 1), day->day + (last + 1 - i)))
        last++;
      add_span (self, day, day->day + (last - i));
      i = last;
    }
}

static void
show_days (ScCalendarPage *self)
{
  guint year = get_shown_year (self);
  const char *description = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    adw_preferences_group_remove (self->days_group, ((Span *) self->spans->pdata[i])->row);
  g_ptr_array_set_size (self->spans, 0);
  add_spans (self);

  if (self->spans->len == 0)
    description = _("No days off are known of this year.");
  else if (sc_calendar_lacks_transfers (self->calendar, year))
    description = _("Without transfers: only the holidays that are the same each year are known. "
                    "Which days are moved comes by decree.");
  sc_plain_text_set_group_description (self->days_group, description);
}

static void
show (ScCalendarPage *self)
{
  self->is_showing = TRUE;
  for (guint i = 0; i < SC_N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (self->weekdays[i],
                                  (sc_calendar_get_weekdays (self->calendar) & SC_WEEKDAY_BIT (i)) != 0);
  adw_spin_row_set_value (self->hours_row, sc_calendar_get_hours (self->calendar));
  show_days (self);
  self->is_showing = FALSE;
}

static void
store_changed_cb (ScCalendarPage    *self,
                  const ScChangeSet *changes)
{
  if (!changes->has_calendar)
    return;

  sc_calendar_unref (self->calendar);
  self->calendar = sc_store_get_calendar (self->store);
  show (self);
}

/* What could not be changed is shown as it is. */
static void
changed_cb (GtkWidget       *origin,
            const ScOutcome *outcome,
            gpointer         user_data)
{
  if (outcome == NULL)
    show (SC_CALENDAR_PAGE (origin));
}

static void
change_week (ScCalendarPage *self,
             ScWeekdays      weekdays,
             guint           hours)
{
  sc_change_run (GTK_WIDGET (self), self->store, sc_command_set_week (weekdays, hours), _("Working week changed"), changed_cb,
                 NULL);
}

/* On one day at least somebody works. */
static void
weekday_toggled_cb (ScCalendarPage *self)
{
  ScWeekdays weekdays = 0;

  if (self->is_showing)
    return;

  for (guint i = 0; i < SC_N_WEEKDAYS; i++)
    if (gtk_toggle_button_get_active (self->weekdays[i]))
      weekdays |= SC_WEEKDAY_BIT (i);
  if (weekdays != 0)
    change_week (self, weekdays, 0);
  else
    show (self);
}

static void
hours_changed_cb (ScCalendarPage *self)
{
  if (!self->is_showing && self->calendar != NULL)
    change_week (self, 0, (guint) adw_spin_row_get_value (self->hours_row));
}

static void
year_changed_cb (ScCalendarPage *self)
{
  if (!self->is_showing && self->calendar != NULL)
    show_days (self);
}

static void
add_activated_cb (ScCalendarPage *self)
{
  sc_calendar_days_dialog_add (GTK_WIDGET (self), self->store);
}

static void
import_activated_cb (ScCalendarPage *self)
{
  sc_calendar_import_ask (GTK_WIDGET (self), self->store);
}

static void
sc_calendar_page_dispose (GObject *object)
{
  ScCalendarPage *self = SC_CALENDAR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_CALENDAR_PAGE);
  g_clear_object (&self->store);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_clear_pointer (&self->spans, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_calendar_page_parent_class)->dispose (object);
}

static void
sc_calendar_page_class_init (ScCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_calendar_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/app/sc-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCalendarPage, weekdays_box);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarPage, hours_row);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarPage, year_row);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarPage, days_group);
  gtk_widget_class_bind_template_child (widget_class, ScCalendarPage, change_group);
  gtk_widget_class_bind_template_callback (widget_class, hours_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_activated_cb);
}

static void
sc_calendar_page_init (ScCalendarPage *self)
{
  self->spans = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SC_N_WEEKDAYS; i++)
    {
      g_autofree char *label = sc_weekday_get_short_name (i);
      g_autofree char *name = sc_weekday_get_name (i);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      /* Seven in a row of 360 pixels. */
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (weekday_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->weekdays_box, button);
      self->weekdays[i] = GTK_TOGGLE_BUTTON (button);
    }
}

/**
 * sc_calendar_page_new:
 * @store: a database
 *
 * Returns: (transfer floating): a page with its working calendar, of this year at first
 */
GtkWidget *
sc_calendar_page_new (ScStore *store)
{
  ScCalendarPage *self = g_object_new (SC_TYPE_CALENDAR_PAGE, NULL);
  gboolean can_change = !sc_store_is_read_only (store);

  self->store = g_object_ref (store);
  self->calendar = sc_store_get_calendar (store);
  self->is_showing = TRUE;
  adw_spin_row_set_value (self->year_row, get_year (sc_clock_today ()));
  show (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->weekdays_box), can_change);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hours_row), can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->change_group), can_change);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
