/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what was planned beside what came of it, and what may still come by the month's end. */

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-forecast-charts.h"
#include "insight/sc-insight-parts.h"

/* “Anna: March 2017: …”, or of all together the sentence alone. */
static char *
tell_fact (const ScPlanFact *fact)
{
  g_autofree char *sentence = sc_plan_fact_tell (fact);

  if (fact->plan->owner == NULL)
    return g_steal_pointer (&sentence);

  /* Translators: %1$s is a person, %2$s a sentence about that person's plan */
  return g_strdup_printf (_("%1$s · %2$s"), fact->plan->owner, sentence);
}

static void
show_chart (ScInsightSection *section,
            const GPtrArray  *facts,
            const char       *currency)
{
  g_autoptr (ScChart) chart = sc_insight_chart_plans (facts, currency);
  g_autofree char *id = g_strdup_printf ("plans:%s", currency);

  if (chart->categories->len > 0)
    sc_insight_section_show (section, id, chart,
                             _("Won: the values of the deals that passed the client mark in the month. Received: the payments "
                               "that came in in it. Both in the plan’s currency."));
}

/**
 * sc_insight_tell_plans:
 * @section: the section
 * @facts: (element-type ScPlanFact): plans and what has come of them
 */
void
sc_insight_tell_plans (ScInsightSection *section,
                       const GPtrArray  *facts)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  sc_insight_section_begin (section);
  if (facts->len == 0)
    sc_insight_say (section, "none", g_strdup (_("Nothing is planned.")), NULL);
  for (guint i = 0; i < facts->len; i++)
    {
      const ScPlanFact *fact = facts->pdata[i];

      if (g_hash_table_add (shown, fact->plan->plan.currency))
        show_chart (section, facts, fact->plan->plan.currency);
    }
  for (guint i = facts->len; i > 0; i--)
    {
      const ScPlanFact *fact = facts->pdata[i - 1];
      g_autofree char *id = g_strdup_printf ("plan:%u:%" G_GINT64_FORMAT, fact->plan->month, fact->plan->owner_id);

      sc_insight_say (section, id, tell_fact (fact), NULL);
      sc_insight_section_count (section, C_("deals behind a number", "Won"), fact->plan->n_won,
                                sc_figure_key_of_month (SC_CASE_PLAN_WON, fact->plan->month, fact->plan->owner));
    }
  sc_insight_section_offer (section, "edit", _("_Plan a Month…"), "insight.plan");
  sc_insight_section_offer (section, "weekly-report", _("Save _Weekly Report…"), "insight.weekly-report");
  sc_insight_section_offer (section, "report", _("Save Monthly _Report…"), "insight.report");
  sc_insight_section_end (section);
}
