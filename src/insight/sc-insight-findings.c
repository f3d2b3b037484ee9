/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what to do, as the deals' history has it. */

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-parts.h"
#include "statistics/sc-forecast-finding.h"
#include "statistics/sc-history-finding.h"

/**
 * sc_insight_tell_findings:
 * @section: the section
 * @figures: what is read by now
 */
void
sc_insight_tell_findings (ScInsightSection       *section,
                          const ScInsightFigures *figures)
{
  g_autoptr (GPtrArray) findings = sc_history_findings_make (figures->cycle, figures->flow, figures->discovery,
                                                             figures->learning);

  sc_forecast_findings_add (findings, figures->outlook != NULL ? figures->outlook->forecast : NULL, figures->record,
                            figures->versions);
  sc_insight_section_begin (section);
  for (guint i = 0; i < findings->len; i++)
    {
      const ScHistoryFinding *finding = findings->pdata[i];
      g_autofree char *id = g_strdup_printf ("finding:%u", i);

      sc_insight_say (section, id, g_strdup_printf ("%s %s", finding->text, finding->advice),
                      _("Source H: from the history of these deals, not from the method’s text."));
      for (guint j = 0; j < finding->counts->len; j++)
        {
          const ScFindingCount *count = finding->counts->pdata[j];

          sc_insight_section_count (section, count->what, count->n, g_strdup (count->key));
        }
    }
  if (findings->len == 0)
    sc_insight_say (section, "nothing", g_strdup (_("The history gives no reason for a change so far.")), NULL);
  sc_insight_section_end (section);
}
