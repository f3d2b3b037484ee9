/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what may come in if something were otherwise: which stages can be, and how long deals
 * stay there. */

#include <math.h>

#include "insight/sc-insight-parts.h"
#include "insight/sc-scenario-box.h"
#include "insight/sc-what-if.h"

/* Of a week. */
#define WORKING_DAYS 5.0
#define DAYS 7.0

/* How many days of the calendar half the deals stay in a stage at most. */
static guint
count_days (const ScCycle *cycle,
            const char    *stage_id)
{
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];
      double days = stage->times.median;

      if (!g_str_equal (stage->stage_id, stage_id) || !sc_figure_is_known (days))
        continue;

      return (guint) ceil (cycle->query->unit == SC_COUNT_DAYS ? days : days * DAYS / WORKING_DAYS);
    }

  return 0;
}

static GPtrArray *
list_stages (const ScInsightFigures *figures)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_scenario_stage_free);

  for (guint i = 0; i < figures->record->stages->len; i++)
    {
      const ScStageChance *chance = figures->record->stages->pdata[i];
      ScScenarioStage *stage = g_new0 (ScScenarioStage, 1);

      stage->id = g_strdup (chance->stage_id);
      stage->name = g_strdup (chance->name);
      stage->days = count_days (figures->cycle, chance->stage_id);
      g_ptr_array_add (stages, stage);
    }

  return stages;
}

static GtkWidget *
make (ScInsightSection *section)
{
  return sc_what_if_new ();
}

/**
 * sc_insight_tell_what_if:
 * @section: the section
 * @store: the store
 * @figures: what is read by now
 *
 * Tells nothing where there is no forecast.
 */
void
sc_insight_tell_what_if (ScInsightSection       *section,
                         ScStore                *store,
                         const ScInsightFigures *figures)
{
  sc_insight_section_begin (section);
  if (figures->outlook != NULL && figures->record != NULL && figures->cycle != NULL
      && figures->outlook->forecast->reason == SC_REASON_NONE)
    {
      g_autoptr (GPtrArray) stages = list_stages (figures);

      sc_what_if_show (SC_WHAT_IF (sc_insight_section_need (section, "what-if", make)), store, figures->outlook, stages);
    }
  sc_insight_section_end (section);
}
