/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds up what an import brings, for its report. */

#include "change/sc-import-counts.h"

/**
 * sc_import_counts_look_at_days:
 * @self: what has become of a file's rows
 * @deal: a deal that a row is of, as it is now
 */
void
sc_import_counts_look_at_days (ScImportCounts *self,
                               const ScDeal   *deal)
{
  if (deal->started == SC_DATE_NONE)
    self->n_without_started++;
  if (deal->status != SC_DEAL_OPEN && deal->closed == SC_DATE_NONE)
    self->n_without_closed++;
}

static void
add_value (ScImportTotal *total,
           ScMoney        value)
{
  guint i = 0;

  while (i < total->n_sums && !g_str_equal (total->sums[i].currency, value.currency))
    i++;
  if (i == SC_MAX_IMPORT_SUMS)
    {
      total->is_partial = TRUE;
      return;
    }

  if (i == total->n_sums)
    {
      total->sums[i] = value;
      total->n_sums++;
    }
  else if (__builtin_add_overflow (total->sums[i].minor, value.minor, &total->sums[i].minor))
    {
      total->sums[i].minor = G_MAXINT64;
      total->is_partial = TRUE;
    }
}

/**
 * sc_import_counts_add:
 * @self: what has become of a file's rows
 * @deal: a deal that is new or changed, as it is now
 */
void
sc_import_counts_add (ScImportCounts *self,
                      const ScDeal   *deal)
{
  ScImportTotal *total = &self->totals[deal->status];

  total->n_deals++;
  if (sc_money_is_set (deal->value))
    add_value (total, deal->value);
}
