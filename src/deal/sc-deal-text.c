/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cards, lists and panes say about a deal. */

#include "deal/sc-deal-text.h"

#include <glib/gi18n-lib.h>

#include "model/sc-age.h"
#include "model/sc-date-text.h"

/* Nobody thinks of more days than these in hours. */
#define MAX_DAYS_IN_HOURS 5

/**
 * sc_deal_get_title:
 * @deal: a deal
 *
 * Returns: what it is called, never empty
 */
const char *
sc_deal_get_title (const ScDeal *deal)
{
  return deal->title != NULL && deal->title[0] != '\0' ? deal->title : _("Untitled Deal");
}

/**
 * sc_deal_is_past_target:
 * @deal: a deal
 * @stage: (nullable): its stage
 * @calendar: the days and hours that count
 * @now: the present instant
 *
 * Returns: whether it has stood there for longer than the stage's target
 *   time; a parked one has not
 */
gboolean
sc_deal_is_past_target (const ScDeal     *deal,
                        const ScStage    *stage,
                        const ScCalendar *calendar,
                        ScInstant         now)
{
  return stage != NULL
         && sc_deal_status_is_standing (deal->status)
         && deal->parked_until == SC_DATE_NONE
         && sc_age_get_over (calendar, deal->entered_at, now, stage->duration) > 0;
}

/**
 * sc_deal_get_step_state:
 * @deal: a deal
 * @today: the user's present day
 *
 * Returns: whether it has a next step, and when that is due; of a parked one later
 */
ScStepState
sc_deal_get_step_state (const ScDeal *deal,
                        ScDate        today)
{
  if (deal->next_step_id == 0)
    return deal->parked_until != SC_DATE_NONE ? SC_STEP_LATER : SC_STEP_NONE;
  if (deal->next_step_due == SC_DATE_NONE || deal->next_step_due > today || deal->parked_until != SC_DATE_NONE)
    return SC_STEP_LATER;

  return deal->next_step_due == today ? SC_STEP_TODAY : SC_STEP_OVERDUE;
}

/* Nobody thinks of many days in hours. */
static ScDuration
round_off (ScDuration        time,
           const ScCalendar *calendar)
{
  guint day = sc_calendar_get_hours (calendar);

  if (time.unit == SC_UNIT_WORKING_HOURS && time.value > MAX_DAYS_IN_HOURS * day)
    return (ScDuration) { time.value / day, SC_UNIT_WORKING_DAYS }
  ;

  return time;
}

/* For how long it has stood there, in hours where it may stand for hours. */
static ScDuration
get_age (const ScDeal     *deal,
         ScDuration        target,
         const ScCalendar *calendar,
         ScInstant         now)
{
  ScUnit unit = target.value > 0 ? target.unit : SC_UNIT_WORKING_DAYS;

  return round_off ((ScDuration) { sc_age_get (calendar, deal->entered_at, now, unit), unit }, calendar);
}

/* For how much longer than it may. */
static ScDuration
get_over (const ScDeal     *deal,
          ScDuration        target,
          const ScCalendar *calendar,
          ScInstant         now)
{
  return round_off ((ScDuration) { sc_age_get_over (calendar, deal->entered_at, now, target), target.unit }, calendar);
}

/* Nothing is a time here too. */
static char *
time_to_text (ScDuration        time,
              const ScCalendar *calendar)
{
  if (time.value > 0)
    return sc_duration_to_text (time, calendar);
  if (time.unit == SC_UNIT_WORKING_HOURS)
    return g_strdup_printf (ngettext ("%u working hour", "%u working hours", 0), 0);

  return g_strdup_printf (ngettext ("%u working day", "%u working days", 0), 0);
}

/* Where nobody knows since when. */
static char *
unknown_age_to_text (ScDuration        target,
                     const ScCalendar *calendar)
{
  g_autofree char *time = NULL;

  if (target.value == 0)
    /* Translators: nobody knows for how many days a deal has stood in its stage; keep it short */
    return g_strdup (_("? days"));
  if (target.unit == SC_UNIT_WORKING_DAYS)
    /* Translators: nobody knows how long a deal has stood in its stage, of how many working days it may; keep it short */
    return g_strdup_printf (ngettext ("? of %u day", "? of %u days", target.value), target.value);

  time = sc_duration_to_short_text (target, calendar);

  /* Translators: nobody knows how long a deal has stood in its stage; %s is how long it may, such as “1 d 2 h”; keep
   * it short */
  return g_strdup_printf (_("? of %s"), time);
}

static char *
parked_to_text (const ScDeal *deal)
{
  g_autofree char *day = sc_date_to_text (deal->parked_until);

  /* Translators: a deal that is parked, and the day until which it is */
  return g_strdup_printf (_("parked until %s"), day);
}

/* For how long, of how long it may. */
static char *
age_of_to_text (ScDuration        age,
                ScDuration        target,
                const ScCalendar *calendar)
{
  g_autofree char *stood = NULL;
  g_autofree char *may = NULL;

  if (target.unit == SC_UNIT_WORKING_DAYS)
    /* Translators: how long a deal has stood in its stage, of how many working days it may; keep it short */
    return g_strdup_printf (ngettext ("%1$u of %2$u day", "%1$u of %2$u days", target.value), age.value, target.value);

  if (age.unit == SC_UNIT_WORKING_HOURS && MAX (age.value, target.value) < sc_calendar_get_hours (calendar))
    /* Translators: how long a deal has stood in its stage, of how many working hours it may; keep it short */
    return g_strdup_printf (ngettext ("%1$u of %2$u hour", "%1$u of %2$u hours", target.value), age.value,
                            target.value);

  stood = sc_duration_to_short_text (age, calendar);
  may = sc_duration_to_short_text (target, calendar);

  /* Translators: how long a deal has stood in its stage, of how long it may, such as “1 d 2 h of 4 h”; keep it
   * short */
  return g_strdup_printf (C_("age", "%1$s of %2$s"), stood, may);
}

/* With how much longer that is than it may; days are the unit of what stands in front. */
static char *
add_over (const char       *text,
          const ScDeal     *deal,
          ScDuration        target,
          const ScCalendar *calendar,
          ScInstant         now)
{
  ScDuration over = get_over (deal, target, calendar, now);
  g_autofree char *more = NULL;

  if (over.value == 0)
    return g_strdup (text);

  more = target.unit == SC_UNIT_WORKING_HOURS ? sc_duration_to_short_text (over, calendar)
                                              : g_strdup_printf ("%u", over.value);

  /* Translators: how long a deal has stood in its stage, such as “5 of 3 days”, and how much longer that is than it
   * may, such as “2” or “4 h” */
  return g_strdup_printf (C_("full age", "%1$s, %2$s over"), text, more);
}

/**
 * sc_deal_age_to_text:
 * @deal: a deal
 * @stage: (nullable): its stage
 * @calendar: the days and hours that count
 * @now: the present instant
 *
 * Returns: (transfer full): for how long it has stood in its stage, of how long it may and
 *   how much longer that is, as short as a card wants it; of a parked one until when it is
 */
char *
sc_deal_age_to_text (const ScDeal     *deal,
                     const ScStage    *stage,
                     const ScCalendar *calendar,
                     ScInstant         now)
{
  ScDuration target = stage != NULL ? stage->duration : (ScDuration) { 0 };
  g_autofree char *text = NULL;
  ScDuration age;

  if (deal->parked_until != SC_DATE_NONE)
    return parked_to_text (deal);
  if (deal->entered_at == SC_INSTANT_NONE)
    return unknown_age_to_text (target, calendar);

  age = get_age (deal, target, calendar, now);
  if (target.value == 0)
    return g_strdup_printf (ngettext ("%u day", "%u days", age.value), age.value);

  text = age_of_to_text (age, target, calendar);

  return add_over (text, deal, target, calendar, now);
}

/* The noun is counted by what stands next to it, which is not the same in all languages. */
static char *
days_to_full_text (guint days,
                   guint target)
{
  if (target == 1)
    /* Translators: how many working days a deal has stood in its stage, of one that it may; the plural is of the first
     * number */
    return g_strdup_printf (ngettext ("%u of 1 day", "%u of 1 day", days), days);

  /* Translators: how many working days a deal has stood in its stage, of how many it may; the plural is of the first
   * number */
  return g_strdup_printf (ngettext ("%1$u of %2$u days", "%1$u of %2$u days", days), days, target);
}

/**
 * sc_deal_age_to_full_text:
 * @deal: a deal
 * @stage: (nullable): its stage
 * @calendar: the days and hours that count
 * @now: the present instant
 *
 * Returns: (transfer full): as sc_deal_age_to_text(), where there is room for days in words
 */
char *
sc_deal_age_to_full_text (const ScDeal     *deal,
                          const ScStage    *stage,
                          const ScCalendar *calendar,
                          ScInstant         now)
{
  ScDuration target = stage != NULL ? stage->duration : (ScDuration) { 0 };
  g_autofree char *text = NULL;

  if (deal->parked_until != SC_DATE_NONE || deal->entered_at == SC_INSTANT_NONE || target.value == 0
      || target.unit == SC_UNIT_WORKING_HOURS)
    return sc_deal_age_to_text (deal, stage, calendar, now);

  text = days_to_full_text (get_age (deal, target, calendar, now).value, target.value);

  return add_over (text, deal, target, calendar, now);
}

/**
 * sc_deal_over_to_text:
 * @deal: a deal
 * @target: the target time of its stage
 * @calendar: the days and hours that count
 * @now: the present instant
 *
 * Returns: (transfer full): for how much longer it has stood in its stage
 */
char *
sc_deal_over_to_text (const ScDeal     *deal,
                      ScDuration        target,
                      const ScCalendar *calendar,
                      ScInstant         now)
{
  g_autofree char *time = time_to_text (get_over (deal, target, calendar, now), calendar);

  /* Translators: for how much longer a deal has stood in its stage than it may, such as “1 working day 2 hours” */
  return g_strdup_printf (_("%s over target"), time);
}

/* As a sentence has it, that stands by itself. */
static char *
describe_age (const ScDeal     *deal,
              const ScStage    *stage,
              const ScCalendar *calendar,
              ScInstant         now)
{
  g_autofree char *time = NULL;

  if (deal->parked_until != SC_DATE_NONE)
    return parked_to_text (deal);
  if (deal->entered_at == SC_INSTANT_NONE)
    return g_strdup (_("for how long in this stage is unknown"));

  time = time_to_text (get_age (deal, stage != NULL ? stage->duration : (ScDuration) { 0 }, calendar, now), calendar);

  /* Translators: %s is a time, such as “1 working day 2 hours” */
  return g_strdup_printf (_("%s in this stage"), time);
}

/**
 * sc_deal_step_to_text:
 * @deal: a deal
 * @today: the user's present day
 *
 * Returns: (transfer full): its next step and when it is due
 */
char *
sc_deal_step_to_text (const ScDeal *deal,
                      ScDate        today)
{
  g_autofree char *due = NULL;

  if (deal->next_step_id == 0)
    return g_strdup (_("No next step"));
  if (deal->next_step_due == SC_DATE_NONE)
    return g_strdup (deal->next_step);

  due = sc_date_text_due (deal->next_step_due, deal->next_step_time, today);

  /* Translators: when a next step is due, and what it is: “Today: Call Anna” */
  return g_strdup_printf (C_("next step", "%1$s: %2$s"), due, deal->next_step);
}

static void
add_part (GStrvBuilder *parts,
          const char   *part)
{
  if (part != NULL && part[0] != '\0')
    g_strv_builder_add (parts, part);
}

/**
 * sc_deal_describe:
 * @deal: a deal
 * @stage: (nullable): its stage
 * @calendar: the days and hours that count
 * @now: the present instant
 * @separator: what stands between its parts
 *
 * Returns: (transfer full): all that its card shows, in full
 */
char *
sc_deal_describe (const ScDeal     *deal,
                  const ScStage    *stage,
                  const ScCalendar *calendar,
                  ScInstant         now,
                  const char       *separator)
{
  ScDate today = sc_date_from_instant (now);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *value = sc_money_to_text (deal->value);
  g_autofree char *step = sc_deal_step_to_text (deal, today);
  g_autofree char *in_stage = describe_age (deal, stage, calendar, now);

  add_part (parts, sc_deal_get_title (deal));
  add_part (parts, deal->company);
  add_part (parts, value);
  add_part (parts, deal->owner);
  add_part (parts, deal->label);
  add_part (parts, in_stage);
  if (sc_deal_is_past_target (deal, stage, calendar, now))
    add_part (parts, _("over the target time"));
  if (sc_deal_get_step_state (deal, today) == SC_STEP_OVERDUE)
    add_part (parts, _("next step overdue"));
  add_part (parts, step);
  all = g_strv_builder_end (parts);

  return g_strjoinv (separator, all);
}

/**
 * sc_deal_status_to_text:
 * @deal: a deal
 *
 * Returns: (transfer full): where it has come to, with the reason if there is one
 */
char *
sc_deal_status_to_text (const ScDeal *deal)
{
  const char *status = sc_deal_status_get_title (deal->status);

  if (deal->loss_reason != NULL && deal->loss_reason[0] != '\0')
    /* Translators: a status and the reason for it: “Lost: price” */
    return g_strdup_printf (C_("deal status", "%1$s: %2$s"), status, deal->loss_reason);

  return g_strdup (status);
}

/**
 * sc_deal_text_join:
 * @parts: (array length=n_parts): texts, each %NULL or empty where there is nothing to say
 * @n_parts: how many
 *
 * Returns: (transfer full): those that say something, in a line with points between them
 */
char *
sc_deal_text_join (const char *const *parts,
                   guint              n_parts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) filled = NULL;

  for (guint i = 0; i < n_parts; i++)
    add_part (builder, parts[i]);
  filled = g_strv_builder_end (builder);

  return g_strjoinv (" · ", filled);
}
