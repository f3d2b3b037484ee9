/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the weekly and the monthly report have in common. */

#include "document/sc-report-parts.h"

#include <glib/gi18n-lib.h>

#include "model/sc-month.h"
#include "statistics/sc-forecast-words.h"

/**
 * sc_report_say:
 * @blocks: (element-type ScBlock): what is written
 * @text: (transfer full): a sentence; an empty one says nothing
 */
void
sc_report_say (GPtrArray *blocks,
               char      *text)
{
  if (*text != '\0')
    sc_blocks_add_paragraph (blocks, NULL, text);
  g_free (text);
}

static void
add_cells (ScTable           *table,
           gboolean           is_header,
           const char *const *texts)
{
  GPtrArray *row = sc_table_add_row (table);

  for (guint i = 0; texts[i] != NULL; i++)
    sc_row_add_cell (row, texts[i], is_header);
}

/**
 * sc_report_add_table:
 * @blocks: (element-type ScBlock): what is written
 * @widths: (array): how wide each column is, in shares of the page's width
 * @headings: (array zero-terminated=1): the header of each column
 *
 * Returns: (transfer none): a table without a row
 */
ScTable *
sc_report_add_table (GPtrArray         *blocks,
                     const double      *widths,
                     const char *const *headings)
{
  ScTable *table = sc_blocks_add_table (blocks, widths, g_strv_length ((GStrv) headings));

  table->n_header_rows = 1;
  add_cells (table, TRUE, headings);

  return table;
}

/**
 * sc_report_add_row:
 * @table: a table
 * @texts: (array zero-terminated=1): what its cells hold
 */
void
sc_report_add_row (ScTable           *table,
                   const char *const *texts)
{
  add_cells (table, FALSE, texts);
}

static void
add_plan (ScTable          *table,
          const ScPlanFact *fact)
{
  const ScPlan *plan = fact->plan;
  g_autofree char *month = sc_month_to_text (plan->month);
  g_autofree char *planned = sc_money_to_text (plan->plan);
  g_autofree char *won = sc_money_to_text (plan->won);
  g_autofree char *received = sc_money_to_text (plan->received);
  g_autofree char *outstanding = sc_money_to_text (fact->outstanding);
  g_autofree char *expected = fact->is_expected ? sc_money_band_to_text (&fact->expected, plan->plan.currency) : g_strdup ("–");

  sc_report_add_row (table, (const char *const[]) {
    month, plan->owner != NULL ? plan->owner : C_("plan", "All"), planned, won, received, outstanding, expected, NULL
  });
}

/**
 * sc_report_add_plans:
 * @blocks: (element-type ScBlock): what is written
 * @plans: (element-type ScPlanFact): plans, by month, and what has come of them
 * @from: the first month that is told of; %SC_DATE_NONE for all
 * @limit: how many at most: the last ones
 */
void
sc_report_add_plans (GPtrArray       *blocks,
                     const GPtrArray *plans,
                     ScDate           from,
                     guint            limit)
{
  const double widths[] = { 0.16, 0.14, 0.14, 0.14, 0.14, 0.14, 0.14 };
  guint first = 0;
  ScTable *table;

  while (first < plans->len && ((const ScPlanFact *) plans->pdata[first])->plan->month < from)
    first++;
  first = MAX (first, plans->len - MIN (plans->len, limit));

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("Plan and Fact"));
  if (first == plans->len)
    {
      sc_report_say (blocks, g_strdup (_("Nothing is planned.")));
      return;
    }

  table = sc_report_add_table (blocks, widths, (const char *const[]) {
    _("Month"), _("Owner"), _("Plan"), _("Won"), _("Received"), _("Outstanding"), _("Still to come"), NULL
  });
  for (guint i = first; i < plans->len; i++)
    add_plan (table, plans->pdata[i]);
}
