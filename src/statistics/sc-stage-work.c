/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells working apart from waiting: of the days that deals stand in a stage, on how many
 * something is done at them. What was done is what the deals' histories tell: finished steps,
 * answers, ticks. Of a deal at which nothing is recorded nobody knows whether somebody worked
 * on it; that is not taken for waiting. */

#include "statistics/sc-stage-work.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "statistics/sc-cohort-of.h"
#include "statistics/sc-stage-times.h"
#include "store/sc-past.h"

/* How long visits to a stage took, and on how many of the days something was done. */
typedef struct {
  ScStageWork *work;
  GArray *days;
  GArray *worked;
} Place;

static void
place_clear (gpointer data)
{
  Place *self = data;

  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->worked, g_array_unref);
}

static void
stage_work_free (gpointer data)
{
  ScStageWork *self = data;

  g_free (self->stage_id);
  g_free (self->name);
  g_free (self);
}

/**
 * sc_stages_work_free:
 * @self: (transfer full): working apart from waiting
 */
void
sc_stages_work_free (ScStagesWork *self)
{
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_free (self);
}

/* Where the deal's days begin. */
static guint
find_days (const GArray *work_days,
           gint64        deal_id)
{
  guint low = 0, high = work_days->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (work_days, ScWorkDay, middle).deal_id < deal_id)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
was_parked (const ScVisitGroup *visits,
            ScDate              day)
{
  for (guint i = 0; visits->parked != NULL && i < visits->parked->len; i++)
    {
      const ScParkedDays *parked = &g_array_index (visits->parked, ScParkedDays, i);

      if (day > parked->since && day <= parked->until)
        return TRUE;
    }

  return FALSE;
}

/* Gives whether anything is recorded at the deal at all. */
static gboolean
count_worked (const ScVisitGroup *visits,
              const GArray       *work_days,
              gint64              deal_id,
              const ScDayScale   *scale,
              guint              *n_worked)
{
  guint first = find_days (work_days, deal_id);

  *n_worked = 0;
  for (guint i = first; i < work_days->len && g_array_index (work_days, ScWorkDay, i).deal_id == deal_id; i++)
    {
      ScDate day = g_array_index (work_days, ScWorkDay, i).day;

      *n_worked += day > visits->entered && day <= visits->left && sc_day_scale_count (scale, day - 1, day) > 0
                   && !was_parked (visits, day);
    }

  return first < work_days->len && g_array_index (work_days, ScWorkDay, first).deal_id == deal_id;
}

static void
take_visits (const Place        *place,
             const ScVisitGroup *visits,
             const GArray       *work_days,
             const ScDayScale   *scale)
{
  guint n_days = sc_visit_count_days (visits, scale, visits->left);

  for (guint i = 0; i < visits->deal_ids->len; i++)
    {
      guint n_worked;

      if (!count_worked (visits, work_days, g_array_index (visits->deal_ids, gint64, i), scale, &n_worked))
        {
          place->work->n_unknown++;
          continue;
        }
      place->work->n++;
      g_array_append_val (place->days, n_days);
      g_array_append_val (place->worked, n_worked);
    }
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  guint one = *(const guint *) a;
  guint other = *(const guint *) b;

  return (one > other) - (one < other);
}

static double
find_median (GArray *counts)
{
  g_array_sort (counts, compare_counts);

  return (g_array_index (counts, guint, (counts->len - 1) / 2) + g_array_index (counts, guint, counts->len / 2)) / 2.0;
}

static void
finish (const Place *place)
{
  ScStageWork *work = place->work;
  gboolean is_known = work->n >= SC_FEWEST_CASES;

  work->reason = is_known ? SC_REASON_NONE : SC_REASON_TOO_FEW;
  work->days = is_known ? find_median (place->days) : SC_FIGURE_NONE;
  work->worked = is_known ? find_median (place->worked) : SC_FIGURE_NONE;
}

static void
add_place (GPtrArray     *stages,
           GArray        *places,
           const ScStage *stage)
{
  ScStageWork *work = g_new0 (ScStageWork, 1);
  const Place place = {
    work, g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  work->stage_id = g_strdup (stage->id);
  work->name = g_strdup (stage->name);
  g_ptr_array_add (stages, work);
  g_array_append_val (places, place);
}

/**
 * sc_stages_work_new:
 * @version: a version
 * @visits: (element-type ScVisitGroup): visits to stages, with their deals
 * @work_days: (element-type ScWorkDay): on which days something was done, deal by deal, each
 *   day once
 * @unit: what days are counted in
 * @scale: what they are counted by
 *
 * Only visits of which both days were told are looked at: a history that was worked out tells
 * of no day.
 *
 * Returns: (transfer full): working apart from waiting, by its stages
 */
ScStagesWork *
sc_stages_work_new (const ScVersion  *version,
                    const GPtrArray  *visits,
                    const GArray     *work_days,
                    ScDayCount        unit,
                    const ScDayScale *scale)
{
  ScStagesWork *self = g_new0 (ScStagesWork, 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  self->unit = unit;
  self->stages = g_ptr_array_new_with_free_func (stage_work_free);
  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < version->stages->len; i++)
    add_place (self->stages, places, sc_version_get_stage (version, i));
  for (guint i = 0; i < visits->len; i++)
    {
      const ScVisitGroup *group = visits->pdata[i];
      guint position;

      if (group->is_known && group->left != SC_DATE_NONE && group->end != SC_VISIT_PUBLISHED && group->stage_id != NULL
          && sc_version_find_stage (version, group->stage_id, &position) != NULL)
        take_visits (&g_array_index (places, Place, position), group, work_days, scale);
    }
  for (guint i = 0; i < places->len; i++)
    finish (&g_array_index (places, Place, i));

  return self;
}

/**
 * sc_stages_work_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): working apart from waiting, by the stages of the version that the
 *   process had on the day
 */
ScStagesWork *
sc_stages_work_read (ScStore              *store,
                     const ScFiguresQuery *query,
                     GCancellable         *cancellable,
                     GError              **error)
{
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GArray) work_days = NULL;
  g_autoptr (ScDayScale) scale = NULL;
  ScCohort cohort;

  if (!sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  version = sc_store_load_version_at (store, query->process_id, cohort.as_of, query->version, error);
  visits = version != NULL ? sc_store_group_visits_with_deals (store, &cohort, cancellable, error) : NULL;
  work_days = visits != NULL ? sc_store_list_work_days (store, query->process_id, cohort.as_of, cancellable, error) : NULL;
  if (work_days == NULL)
    return NULL;

  scale = sc_day_scale_new (query->unit, version->calendar, sc_visits_find_first (visits, cohort.as_of), cohort.as_of);

  return sc_stages_work_new (version, visits, work_days, query->unit, scale);
}

/* The stage where deals wait for the longest. */
static const ScStageWork *
find_longest_wait (const ScStagesWork *self)
{
  const ScStageWork *longest = NULL;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const ScStageWork *work = self->stages->pdata[i];

      if (work->reason == SC_REASON_NONE
          && (longest == NULL || work->days - work->worked > longest->days - longest->worked))
        longest = work;
    }

  return longest;
}

static char *
tell_too_few (const ScStagesWork *self)
{
  guint most = 0;

  for (guint i = 0; i < self->stages->len; i++)
    most = MAX (most, ((const ScStageWork *) self->stages->pdata[i])->n);
  if (most == 0)
    return g_strdup ("");

  /* Translators: %1$u visits of the %2$u that are needed */
  return g_strdup_printf (_("Working and waiting can’t be told apart yet: ended visits with work recorded at a stage %1$u, "
                            "needed %2$u."), most, SC_FEWEST_CASES);
}

/**
 * sc_stages_work_tell:
 * @self: working apart from waiting
 *
 * Returns: (transfer full): at which stage deals wait for the longest, and for how long; or
 *   how many visits are missing; empty where no work is recorded at all
 */
char *
sc_stages_work_tell (const ScStagesWork *self)
{
  const ScStageWork *work = find_longest_wait (self);
  guint days = work != NULL ? (guint) lround (work->days) : 0;
  guint worked = work != NULL ? MIN ((guint) lround (work->worked), days) : 0;

  if (work == NULL)
    return tell_too_few (self);
  if (self->unit == SC_COUNT_DAYS)
    /* Translators: %1$s is a stage, %2$u of %3$u days */
    return g_strdup_printf (ngettext ("Deals wait for the longest at the stage “%1$s”: of %3$u day there %2$u was with work on "
                                      "the deal.",
                                      "Deals wait for the longest at the stage “%1$s”: of %3$u days there %2$u were with work on "
                                      "the deal.", days),
                            work->name, worked, days);

  /* Translators: %1$s is a stage, %2$u of %3$u days */
  return g_strdup_printf (ngettext ("Deals wait for the longest at the stage “%1$s”: of %3$u working day there %2$u was with "
                                    "work on the deal.",
                                    "Deals wait for the longest at the stage “%1$s”: of %3$u working days there %2$u were with "
                                    "work on the deal.", days),
                          work->name, worked, days);
}

/**
 * sc_stages_work_tell_left_out:
 * @self: working apart from waiting
 *
 * Returns: (transfer full): of how many visits it is not known; empty for none, and where no
 *   work is recorded at all
 */
char *
sc_stages_work_tell_left_out (const ScStagesWork *self)
{
  guint n = 0, n_unknown = 0;

  for (guint i = 0; i < self->stages->len; i++)
    {
      n += ((const ScStageWork *) self->stages->pdata[i])->n;
      n_unknown += ((const ScStageWork *) self->stages->pdata[i])->n_unknown;
    }
  if (n == 0 || n_unknown == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("Of %'u visit it is not known: nothing is recorded at its deal.",
                                    "Of %'u visits it is not known: nothing is recorded at their deals.", n_unknown), n_unknown);
}
