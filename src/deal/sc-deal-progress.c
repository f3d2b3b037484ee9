/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says how much of what stages ask is answered. */

#include "deal/sc-deal-progress.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-criteria.h"

static char *
describe_answered (guint n_answered,
                   guint n_questions)
{
  /* Translators: questions: “3 of 5 answered” */
  return g_strdup_printf (ngettext ("%1$u of %2$u answered", "%1$u of %2$u answered", n_questions),
                          n_answered, n_questions);
}

/**
 * sc_deal_progress_of:
 * @criteria: (element-type ScDealCriterion): where criteria stand for a deal
 *
 * Returns: (transfer full): how many of them are answered, or done where some are ticks;
 *   what the client did not tell is not answered
 */
char *
sc_deal_progress_of (GPtrArray *criteria)
{
  guint n_ticks = 0;
  guint n_done = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ScDealCriterion *row = criteria->pdata[i];

      n_ticks += row->criterion->type == SC_ANSWER_TICK;
      n_done += row->is_met && row->state != SC_ANSWER_STATE_NOT_TOLD;
    }

  if (n_ticks == 0)
    return describe_answered (n_done, criteria->len);

  /* Translators: exit criteria: “3 of 5 done” */
  return g_strdup_printf (ngettext ("%1$u of %2$u done", "%1$u of %2$u done", criteria->len), n_done, criteria->len);
}

static char *
describe_discovery (const ScDiscovery *discovery)
{
  g_autofree char *answered = describe_answered (discovery->n_answered, discovery->n_questions);

  if (!discovery->has_summary)
    return g_steal_pointer (&answered);

  /* Translators: “3 of 5 answered”, then whether the client has confirmed the summary of the meeting */
  return g_strdup_printf (C_("needs discovery", "%1$s · %2$s"), answered,
                          discovery->is_confirmed ? _("summary confirmed") : _("summary not confirmed yet"));
}

/**
 * sc_deal_progress_to_text:
 * @dossier: everything about a deal
 * @stage: a stage of its process
 *
 * Returns: (transfer full): how much of what the stage asks is answered: where it covers
 *   needs discovery, of the questions of all such stages, and whether the summary is
 *   confirmed
 */
char *
sc_deal_progress_to_text (const ScDealDossier *dossier,
                          const ScStage       *stage)
{
  g_autoptr (GPtrArray) criteria = g_ptr_array_new ();
  ScDiscovery discovery;

  if ((stage->kinds & SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY)) != 0
      && sc_discovery_count (dossier->version, dossier->criteria, &discovery) && discovery.n_questions > 0)
    return describe_discovery (&discovery);

  for (guint i = 0; i < dossier->criteria->len; i++)
    if (g_str_equal (((ScDealCriterion *) dossier->criteria->pdata[i])->stage->id, stage->id))
      g_ptr_array_add (criteria, dossier->criteria->pdata[i]);

  return sc_deal_progress_of (criteria);
}
