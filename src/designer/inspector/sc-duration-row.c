/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a target time that may be left empty. A number counts in the unit that
 * stands beside it; “1.5”, “3 hours” and “1 day 4 hours” are understood too. */

#include "designer/inspector/sc-duration-row.h"

#include <glib/gi18n-lib.h>

#include "model/sc-duration-entry.h"

struct _ScDurationRow
{
  ScFieldRow parent_instance;

  ScCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (ScDurationRow, sc_duration_row, SC_TYPE_FIELD_ROW);

static gboolean
parse (ScDurationRow *self,
       const char    *text,
       ScUnit         unit,
       ScDuration    *duration)
{
  return sc_duration_parse (text, unit, self->calendar != NULL ? self->calendar : sc_calendar_get_standard (), duration);
}

static gboolean
sc_duration_row_check (ScFieldRow *row,
                       const char *text)
{
  ScDuration duration;

  return parse (SC_DURATION_ROW (row), text, SC_UNIT_WORKING_DAYS, &duration) &&
         parse (SC_DURATION_ROW (row), text, SC_UNIT_WORKING_HOURS, &duration);
}

static gboolean
sc_duration_row_means (ScFieldRow *row,
                       const char *typed,
                       const char *value)
{
  ScDurationRow *self = SC_DURATION_ROW (row);
  ScDuration a, b;

  return parse (self, typed, SC_UNIT_WORKING_DAYS, &a) && parse (self, value, SC_UNIT_WORKING_DAYS, &b) &&
         sc_duration_equal (a, b);
}

static const char *
sc_duration_row_explain (ScFieldRow *row)
{
  return _("Possible are times such as 5, 1.5 or 3 hours");
}

static void
sc_duration_row_dispose (GObject *object)
{
  g_clear_pointer (&SC_DURATION_ROW (object)->calendar, sc_calendar_unref);

  G_OBJECT_CLASS (sc_duration_row_parent_class)->dispose (object);
}

static void
sc_duration_row_class_init (ScDurationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_duration_row_dispose;
  SC_FIELD_ROW_CLASS (klass)->check = sc_duration_row_check;
  SC_FIELD_ROW_CLASS (klass)->means = sc_duration_row_means;
  SC_FIELD_ROW_CLASS (klass)->explain = sc_duration_row_explain;
}

static void
sc_duration_row_init (ScDurationRow *self)
{
}

/**
 * sc_duration_row_set_duration:
 * @self: a field
 * @duration: what is saved, in the unit that stands beside it
 * @calendar: how long a working day is
 */
void
sc_duration_row_set_duration (ScDurationRow    *self,
                              ScDuration        duration,
                              const ScCalendar *calendar)
{
  g_autofree char *text = duration.value > 0 ? g_strdup_printf ("%u", duration.value) : g_strdup ("");

  g_return_if_fail (SC_IS_DURATION_ROW (self));

  g_clear_pointer (&self->calendar, sc_calendar_unref);
  self->calendar = calendar != NULL ? sc_calendar_ref ((ScCalendar *) calendar) : NULL;
  sc_field_row_set_value (SC_FIELD_ROW (self), text);
}

/**
 * sc_duration_row_get_duration:
 * @self: a field whose text can be taken
 * @unit: the unit that stands beside it
 *
 * What is typed with a word, or as part of a day, is written as the number that it is
 * saved as.
 *
 * Returns: what is typed, none for nothing
 */
ScDuration
sc_duration_row_get_duration (ScDurationRow *self,
                              ScUnit         unit)
{
  ScDuration duration = { 0, unit };
  g_autofree char *text = NULL;

  g_return_val_if_fail (SC_IS_DURATION_ROW (self), duration);

  parse (self, gtk_editable_get_text (GTK_EDITABLE (self)), unit, &duration);
  if (duration.value == 0)
    return (ScDuration) { 0, unit }
  ;

  text = g_strdup_printf ("%u", duration.value);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self))))
    gtk_editable_set_text (GTK_EDITABLE (self), text);

  return duration;
}

/**
 * sc_duration_row_get_base:
 * @self: a field
 * @now: what is saved now
 *
 * Returns: what was saved when a person began to type: @now, unless others
 *   have changed that meanwhile
 */
ScDuration
sc_duration_row_get_base (ScDurationRow *self,
                          ScDuration     now)
{
  const char *base;

  g_return_val_if_fail (SC_IS_DURATION_ROW (self), now);

  base = sc_field_row_get_base (SC_FIELD_ROW (self));
  if (base != NULL && !parse (self, base, now.unit, &now))
    now.value = 0;

  return now;
}
