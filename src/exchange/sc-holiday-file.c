/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holidays as a file of iCalendar has them, read with libical: events that last whole days.
 * One that comes back each year is worked out for the years around today; nobody says with
 * it what is moved in each of these, and so its days are known as fixed ones. */

#include "exchange/sc-holiday-file.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "exchange/sc-exchange-error.h"
#include "exchange/sc-limits.h"
#include "files/sc-source.h"
#include "model/sc-name.h"

/* Calendars of holidays have some hundred kilobytes. */
#define MAX_BYTES (8 * 1024 * 1024)

/* What comes back each year is worked out for so many years before and after today's. */
#define YEARS_BEFORE 10
#define YEARS_AFTER 10

/* The longest that is one event, and how often all of them come back at most, from the
 * first time on: libical goes from one to the next. */
#define MAX_SPAN 366
#define MAX_RETURNS 200000

typedef struct {
  GArray *fixed;
  GArray *once;
  GPtrArray *names;
  guint n_left_out;
  guint n_returns;
  /* The years for which what comes back is worked out. */
  guint first_year;
  guint last_year;
} Reading;

static gboolean
refuse (GError        **error,
        ScExchangeError code,
        const char     *message)
{
  g_set_error_literal (error, SC_EXCHANGE_ERROR, code, message);

  return FALSE;
}

/* libical follows what stands in one another, by a call each. */
static gboolean
is_shallow (const char *text)
{
  guint n_levels = 0;

  for (const char *line = text; line != NULL; line = strpbrk (line, "\r\n"))
    {
      line += strspn (line, "\r\n");
      if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0 && ++n_levels > SC_MAX_LEVELS)
        return FALSE;
      if (g_ascii_strncasecmp (line, "END:", 4) == 0 && n_levels > 0)
        n_levels--;
      if (*line == '\0')
        break;
    }

  return TRUE;
}

/* What is no calendar is not given to libical at all. */
static char *
take_text (GBytes  *bytes,
           GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size > MAX_BYTES)
    {
      refuse (error, SC_EXCHANGE_ERROR_TOO_LARGE, _("The file is too large for a calendar of holidays."));
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (!g_utf8_validate_len (data, size, NULL))
    {
      refuse (error, SC_EXCHANGE_ERROR_INVALID, _("The file is no calendar: it is not UTF-8 text."));
      return NULL;
    }

  text = g_strndup (size > 0 ? data : "", size);
  if (g_ascii_strncasecmp (g_strchug (text), "BEGIN:VCALENDAR", strlen ("BEGIN:VCALENDAR")) != 0)
    refuse (error, SC_EXCHANGE_ERROR_INVALID, _("The file is no calendar: it does not begin with BEGIN:VCALENDAR."));
  else if (!is_shallow (text))
    refuse (error, SC_EXCHANGE_ERROR_TOO_LARGE, _("Too much stands in one another in the file."));
  else
    return g_steal_pointer (&text);

  return NULL;
}

static ScDate
to_date (struct icaltimetype time)
{
  if (icaltime_is_null_time (time) || !time.is_date || time.year < 1 || time.month < 1 || time.day < 1)
    return SC_DATE_NONE;

  return sc_date_new ((guint) time.year, (guint) time.month, (guint) time.day);
}

static const char *
take_name (Reading       *self,
           icalcomponent *event)
{
  const char *summary = icalcomponent_get_summary (event);
  /* Of a letter behind a stray backslash libical takes the first byte. */
  g_autofree char *valid = summary != NULL ? g_utf8_make_valid (summary, -1) : NULL;
  g_autofree char *squeezed = valid != NULL ? sc_name_squeeze (valid) : NULL;
  char *name;

  if (squeezed == NULL || *squeezed == '\0')
    return NULL;

  name = g_utf8_substring (squeezed, 0, MIN (g_utf8_strlen (squeezed, -1), SC_CALENDAR_MAX_NAME));
  g_ptr_array_add (self->names, name);

  return name;
}

/* How many days an event has; 0 where it has hours, or goes on for too long. */
static guint
count_span (icalcomponent *event,
            ScDate         start)
{
  icalproperty *end = icalcomponent_get_first_property (event, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (event, ICAL_DURATION_PROPERTY);
  ScDate last;

  if (end != NULL)
    {
      last = to_date (icalproperty_get_dtend (end));
      /* Some programs end a day with itself. */
      return last == SC_DATE_NONE || last < start || last - start > MAX_SPAN ? 0 : MAX (last - start, 1);
    }
  if (duration != NULL)
    {
      struct icaldurationtype length = icalproperty_get_duration (duration);
      guint64 n_days = (guint64) length.weeks * 7 + length.days;

      if (length.is_neg || length.hours != 0 || length.minutes != 0 || length.seconds != 0)
        return 0;

      return n_days > MAX_SPAN ? 0 : MAX ((guint) n_days, 1);
    }

  return 1;
}

static void
add_days (Reading    *self,
          ScDate      start,
          guint       n_days,
          const char *name,
          gboolean    is_fixed)
{
  GArray *days = is_fixed ? self->fixed : self->once;

  for (guint i = 0; i < n_days && start + i <= SC_DATE_LAST && days->len <= SC_CALENDAR_MAX_DAYS; i++)
    {
      const ScCalendarDay day = { start + i, name, FALSE, is_fixed };

      g_array_append_val (days, day);
    }
}

/* Days on which an event that comes back does not. */
static GHashTable *
list_exceptions (icalcomponent *event)
{
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    g_hash_table_add (days, GUINT_TO_POINTER (to_date (icalproperty_get_exdate (property))));

  return days;
}

static guint
get_year (ScDate date)
{
  GDate gdate = sc_date_to_gdate (date);

  return g_date_get_year (&gdate);
}

/* Whether it comes back each year, or every few. */
static gboolean
add_returns (Reading            *self,
             icalproperty       *rule,
             struct icaltimetype start,
             guint               n_days,
             const char         *name,
             GHashTable         *exceptions)
{
  struct icalrecurrencetype recurrence = icalproperty_get_rrule (rule);
  icalrecur_iterator *iterator;

  if (recurrence.freq != ICAL_YEARLY_RECURRENCE)
    return FALSE;

  iterator = icalrecur_iterator_new (recurrence, start);
  if (iterator == NULL)
    return FALSE;

  while (self->n_returns++ < MAX_RETURNS)
    {
      ScDate date = to_date (icalrecur_iterator_next (iterator));

      if (date == SC_DATE_NONE || get_year (date) > self->last_year)
        break;
      if (get_year (date) >= self->first_year && !g_hash_table_contains (exceptions, GUINT_TO_POINTER (date)))
        add_days (self, date, n_days, name, TRUE);
    }
  icalrecur_iterator_free (iterator);

  return self->n_returns <= MAX_RETURNS;
}

/* Further days that are told one by one. */
static void
add_further (Reading       *self,
             icalcomponent *event,
             guint          n_days,
             const char    *name)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY))
    {
      ScDate date = to_date (icalproperty_get_rdate (property).time);

      if (date != SC_DATE_NONE)
        add_days (self, date, n_days, name, FALSE);
    }
}

static gboolean
take_event (Reading       *self,
            icalcomponent *event)
{
  icalproperty *begin = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalproperty *rule = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  ScDate start = begin != NULL ? to_date (icalproperty_get_dtstart (begin)) : SC_DATE_NONE;
  guint n_days = start != SC_DATE_NONE ? count_span (event, start) : 0;
  g_autoptr (GHashTable) exceptions = NULL;
  const char *name;

  /* One that stands for a single return of another is more than this reads. */
  if (n_days == 0 || icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED
      || icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY) != NULL)
    return FALSE;

  exceptions = list_exceptions (event);
  name = take_name (self, event);
  if (rule == NULL)
    add_days (self, start, n_days, name, FALSE);
  else if (!add_returns (self, rule, icalproperty_get_dtstart (begin), n_days, name, exceptions))
    return FALSE;
  add_further (self, event, n_days, name);

  return TRUE;
}

/* A file may have several calendars, which stand in one component then. */
static void
take_events (Reading       *self,
             icalcomponent *component)
{
  for (icalcomponent *child = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       child != NULL;
       child = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    {
      icalcomponent_kind kind = icalcomponent_isa (child);

      if (kind == ICAL_VEVENT_COMPONENT)
        self->n_left_out += !take_event (self, child);
      else if (kind == ICAL_VCALENDAR_COMPONENT)
        take_events (self, child);
    }
}

static ScHolidayFile *
finish (Reading *self,
        GError **error)
{
  ScHolidayFile *file;

  /* What is told of one year comes behind, and holds. */
  g_array_append_vals (self->fixed, self->once->data, self->once->len);
  if (self->fixed->len > SC_CALENDAR_MAX_DAYS)
    {
      refuse (error, SC_EXCHANGE_ERROR_TOO_LARGE, _("The file has too many days for a calendar of holidays."));
      return NULL;
    }
  if (self->fixed->len == 0 && self->n_left_out == 0)
    {
      refuse (error, SC_EXCHANGE_ERROR_INVALID, _("The calendar has no events."));
      return NULL;
    }

  file = g_new0 (ScHolidayFile, 1);
  file->holidays = sc_calendar_new (SC_WEEKDAYS_STANDARD, sc_calendar_get_hours (sc_calendar_get_standard ()),
                                    (const ScCalendarDay *) (gpointer) self->fixed->data, self->fixed->len);
  file->n_left_out = self->n_left_out;

  return file;
}

/* libical has one way for the whole program, which is to abort. */
static void
make_libical_bear_errors (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      icalerror_set_errors_are_fatal (FALSE);
      g_once_init_leave (&done, 1);
    }
}

/**
 * sc_holiday_file_parse:
 * @bytes: what stands in a file
 * @today: the user's present day
 * @error: of %SC_EXCHANGE_ERROR: it is no calendar, or too large
 *
 * Returns: (transfer full): the days off that it tells
 */
ScHolidayFile *
sc_holiday_file_parse (GBytes  *bytes,
                       ScDate   today,
                       GError **error)
{
  g_autofree char *text = take_text (bytes, error);
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (ScCalendarDay));
  g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (ScCalendarDay));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Reading reading = {
    .fixed = fixed, .once = once, .names = names,
    .first_year = MAX (get_year (today), YEARS_BEFORE + 1) - YEARS_BEFORE, .last_year = get_year (today) + YEARS_AFTER,
  };
  icalcomponent *component;

  if (text == NULL)
    return NULL;

  make_libical_bear_errors ();
  component = icalparser_parse_string (text);
  if (component == NULL)
    {
      refuse (error, SC_EXCHANGE_ERROR_INVALID, _("The calendar can’t be read: it is damaged."));
      return NULL;
    }

  take_events (&reading, component);
  icalcomponent_free (component);

  return finish (&reading, error);
}

/**
 * sc_holiday_file_read:
 * @path: a file
 * @today: the user's present day
 * @error: of %SC_EXCHANGE_ERROR, or why the file can't be read
 *
 * Returns: (transfer full): the days off that it tells
 */
ScHolidayFile *
sc_holiday_file_read (const char *path,
                      ScDate      today,
                      GError    **error)
{
  g_autoptr (GBytes) bytes = sc_source_read (path, error);
  g_autoptr (ScHolidayFile) file = bytes != NULL ? sc_holiday_file_parse (bytes, today, error) : NULL;

  if (bytes != NULL && file == NULL)
    g_prefix_error (error, "%s: ", path);

  return g_steal_pointer (&file);
}

/**
 * sc_holiday_file_free:
 * @self: (transfer full): a file of holidays
 */
void
sc_holiday_file_free (ScHolidayFile *self)
{
  sc_calendar_unref (self->holidays);
  g_free (self);
}
