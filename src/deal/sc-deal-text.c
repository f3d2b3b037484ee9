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
 * @now: the present instant
 *
 * Returns: whether it has stood there for longer than the stage's target
 *   time; a parked one has not
 */
gboolean
sc_deal_is_past_target (const ScDeal  *deal,
                        const ScStage *stage,
                        ScInstant      now)
{
  return stage != NULL
         && sc_deal_status_is_standing (deal->status)
         && deal->parked_until == SC_DATE_NONE
         && sc_age_get_over (deal->entered_at, now, stage->duration) > 0;
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

/* Whether @age, in the unit of @target, is told in hours. */
static gboolean
is_in_hours (ScDuration target,
             guint      age)
{
  return target.value > 0 && target.unit == SC_UNIT_WORKING_HOURS && age <= MAX_DAYS_IN_HOURS * SC_HOURS_PER_DAY;
}

/* Where nobody knows since when. */
static char *
unknown_age_to_text (const ScStage *stage)
{
  if (stage == NULL || stage->duration.value == 0)
    /* Translators: nobody knows for how many days a deal has stood in its stage; keep it short */
    return g_strdup (_("? d"));
  if (stage->duration.unit == SC_UNIT_WORKING_DAYS)
    /* Translators: nobody knows how long a deal has stood in its stage, of how many working days it may; keep it short */
    return g_strdup_printf (_("? of %u d"), stage->duration.value);

  /* Translators: nobody knows how long a deal has stood in its stage, of how many working hours it may; keep it short */
  return g_strdup_printf (_("? of %u h"), stage->duration.value);
}

static char *
parked_to_text (const ScDeal *deal)
{
  g_autofree char *day = sc_date_to_text (deal->parked_until);

  /* Translators: a deal that is parked, and the day until which it is */
  return g_strdup_printf (_("parked until %s"), day);
}

/**
 * sc_deal_age_to_text:
 * @deal: a deal
 * @stage: (nullable): its stage
 * @now: the present instant
 *
 * Returns: (transfer full): for how long it has stood in its stage, of how
 *   long it may; of a parked one until when it is
 */
char *
sc_deal_age_to_text (const ScDeal  *deal,
                     const ScStage *stage,
                     ScInstant      now)
{
  guint days, hours;

  if (deal->parked_until != SC_DATE_NONE)
    return parked_to_text (deal);
  if (deal->entered_at == SC_INSTANT_NONE)
    return unknown_age_to_text (stage);

  days = sc_age_get (deal->entered_at, now, SC_UNIT_WORKING_DAYS);
  if (stage == NULL || stage->duration.value == 0)
    return g_strdup_printf (ngettext ("%u day", "%u days", days), days);

  if (stage->duration.unit == SC_UNIT_WORKING_DAYS)
    /* Translators: how long a deal has stood in its stage, of how many working days it may; keep it short */
    return g_strdup_printf (_("%1$u of %2$u d"), days, stage->duration.value);

  hours = sc_age_get (deal->entered_at, now, SC_UNIT_WORKING_HOURS);
  if (is_in_hours (stage->duration, hours))
    /* Translators: how long a deal has stood in its stage, of how many working hours it may; keep it short */
    return g_strdup_printf (_("%1$u of %2$u h"), hours, stage->duration.value);

  /* Translators: how many working days a deal has stood in its stage, of how many working hours it may; keep it short */
  return g_strdup_printf (_("%1$u d of %2$u h"), hours / SC_HOURS_PER_DAY, stage->duration.value);
}

/**
 * sc_deal_over_to_text:
 * @deal: a deal
 * @target: the target time of its stage
 * @now: the present instant
 *
 * Returns: (transfer full): for how much longer it has stood in its stage
 */
char *
sc_deal_over_to_text (const ScDeal *deal,
                      ScDuration    target,
                      ScInstant     now)
{
  guint over = sc_age_get_over (deal->entered_at, now, target);

  if (is_in_hours (target, over))
    return g_strdup_printf (ngettext ("%u working hour over target", "%u working hours over target", over), over);
  if (target.unit == SC_UNIT_WORKING_HOURS)
    over /= SC_HOURS_PER_DAY;

  return g_strdup_printf (ngettext ("%u working day over target", "%u working days over target", over), over);
}

/* As a sentence has it, that stands by itself. */
static char *
describe_age (const ScDeal  *deal,
              const ScStage *stage,
              ScInstant      now)
{
  ScDuration target = stage != NULL ? stage->duration : (ScDuration) { 0 };
  guint age;

  if (deal->parked_until != SC_DATE_NONE)
    return parked_to_text (deal);
  if (deal->entered_at == SC_INSTANT_NONE)
    return g_strdup (_("for how long in this stage is unknown"));

  age = sc_age_get (deal->entered_at, now, target.unit);
  if (is_in_hours (target, age))
    return g_strdup_printf (ngettext ("%u working hour in this stage", "%u working hours in this stage", age), age);
  if (target.unit == SC_UNIT_WORKING_HOURS)
    age /= SC_HOURS_PER_DAY;

  return g_strdup_printf (ngettext ("%u working day in this stage", "%u working days in this stage", age), age);
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

  due = sc_date_text_relative (deal->next_step_due, today);

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
 * @now: the present instant
 * @separator: what stands between its parts
 *
 * Returns: (transfer full): all that its card shows, in full
 */
char *
sc_deal_describe (const ScDeal  *deal,
                  const ScStage *stage,
                  ScInstant      now,
                  const char    *separator)
{
  ScDate today = sc_date_from_instant (now);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *value = sc_money_to_text (deal->value);
  g_autofree char *step = sc_deal_step_to_text (deal, today);
  g_autofree char *in_stage = describe_age (deal, stage, now);

  add_part (parts, sc_deal_get_title (deal));
  add_part (parts, deal->company);
  add_part (parts, value);
  add_part (parts, deal->owner);
  add_part (parts, in_stage);
  if (sc_deal_is_past_target (deal, stage, now))
    add_part (parts, _("over the target time"));
  if (sc_deal_get_step_state (deal, today) == SC_STEP_OVERDUE)
    add_part (parts, _("next step overdue"));
  add_part (parts, step);
  all = g_strv_builder_end (parts);

  return g_strjoinv (separator, all);
}
