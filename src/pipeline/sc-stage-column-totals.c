/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many deals a column has, and what they are worth. */

#include "pipeline/sc-stage-column-private.h"

#include <glib/gi18n-lib.h>

#include "pipeline/sc-deal-sums.h"

static gboolean
is_own (ScStageColumn      *self,
        const ScStageTotal *total)
{
  return g_strcmp0 (total->stage_id, self->stage->id) == 0 && sc_deal_status_is_standing (total->status);
}

static void
show_sums (ScStageColumn *self,
           ScDealSums    *sums)
{
  g_autofree char *text = sc_deal_sums_to_text (sums, " · ");
  g_autofree char *weighted = sc_deal_sums_to_weighted_text (sums, " · ");
  g_autofree char *tooltip = NULL;

  gtk_label_set_label (self->sum_label, text);
  if (text[0] != '\0')
    /* Translators: the first %s is what the deals of a column come to, the second what that is where each deal counts
     * as much as it is likely to be won */
    tooltip = g_strdup_printf (_("%1$s\nWeighted by win probability: %2$s"), text, weighted);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sum_label), tooltip);
}

/**
 * sc_stage_column_set_totals:
 * @self: a column
 * @totals: (element-type ScStageTotal): counts and sums of all stages
 * @version: the version that has the stages
 *
 * Parked deals are counted by themselves, below its deals.
 */
void
sc_stage_column_set_totals (ScStageColumn *self,
                            GPtrArray     *totals,
                            ScVersion     *version)
{
  g_autoptr (ScDealSums) sums = sc_deal_sums_new ();
  g_autofree char *count = NULL;
  guint n_parked = 0;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  for (guint i = 0; i < totals->len; i++)
    {
      const ScStageTotal *total = totals->pdata[i];

      if (is_own (self, total) && total->is_parked && !self->shows_parked)
        n_parked += total->n_deals;
      else if (is_own (self, total))
        sc_deal_sums_add (sums, total, version);
    }

  self->n_deals = sc_deal_sums_get_n_deals (sums);
  sc_stage_column_set_n_parked (self, n_parked);
  count = g_strdup_printf ("%'u", self->n_deals);
  gtk_label_set_label (self->count_label, count);
  show_sums (self, sums);
}
