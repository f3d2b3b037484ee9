/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals come to together, by currency, and what that is where each counts as much as
 * it is likely to be won: by the probability of its stage. */

#include "pipeline/sc-deal-sums.h"

#include <math.h>

typedef struct {
  ScMoney sum;
  double weighted;
  guint n_deals;
} Sum;

struct _ScDealSums {
  GArray *sums; /* of Sum */
  guint n_deals;
};

/**
 * sc_deal_sums_new:
 *
 * Returns: (transfer full): the sums of no deals
 */
ScDealSums *
sc_deal_sums_new (void)
{
  ScDealSums *self = g_new0 (ScDealSums, 1);

  self->sums = g_array_new (FALSE, FALSE, sizeof (Sum));

  return self;
}

/**
 * sc_deal_sums_free:
 * @self: (transfer full): sums
 */
void
sc_deal_sums_free (ScDealSums *self)
{
  g_array_unref (self->sums);
  g_free (self);
}

/* A stage that has none is as likely as the last one in front that has. */
static double
get_stage_chance (ScVersion  *version,
                  const char *stage_id)
{
  guint position;

  if (sc_version_find_stage (version, stage_id, &position) == NULL)
    return 0;

  for (guint i = position + 1; i > 0; i--)
    if (sc_version_get_stage (version, i - 1)->probability >= 0)
      return sc_version_get_stage (version, i - 1)->probability;

  return 0;
}

static double
get_chance (const ScStageTotal *total,
            ScVersion          *version)
{
  if (total->status == SC_DEAL_OPEN)
    return get_stage_chance (version, total->stage_id);

  return total->status == SC_DEAL_LOST ? 0 : 1;
}

static Sum *
need_sum (ScDealSums *self,
          const char *currency)
{
  Sum sum = { sc_money_new (0, currency), 0, 0 };

  for (guint i = 0; i < self->sums->len; i++)
    if (g_str_equal (g_array_index (self->sums, Sum, i).sum.currency, currency))
      return &g_array_index (self->sums, Sum, i);

  g_array_append_val (self->sums, sum);

  return &g_array_index (self->sums, Sum, self->sums->len - 1);
}

/* The currency of most deals first. */
static int
compare_sums (gconstpointer a,
              gconstpointer b)
{
  const Sum *x = a;
  const Sum *y = b;

  return x->n_deals != y->n_deals ? (x->n_deals > y->n_deals ? -1 : 1) : strcmp (x->sum.currency, y->sum.currency);
}

/**
 * sc_deal_sums_add:
 * @self: sums
 * @total: deals of a stage that are alike
 * @version: the version that has the stage
 */
void
sc_deal_sums_add (ScDealSums         *self,
                  const ScStageTotal *total,
                  ScVersion          *version)
{
  Sum *sum;

  self->n_deals += total->n_deals;
  if (total->currency[0] == '\0')
    return;

  sum = need_sum (self, total->currency);
  sum->n_deals += total->n_deals;
  sum->weighted += (double) total->sum_minor * get_chance (total, version);
  if (__builtin_add_overflow (sum->sum.minor, total->sum_minor, &sum->sum.minor))
    sum->sum.minor = SC_MONEY_MAX_SUM;
  g_array_sort (self->sums, compare_sums);
}

/**
 * sc_deal_sums_get_n_deals:
 * @self: sums
 *
 * Returns: how many deals there are, those without a value too
 */
guint
sc_deal_sums_get_n_deals (ScDealSums *self)
{
  return self->n_deals;
}

static char *
to_text (ScDealSums *self,
         gboolean    is_weighted,
         const char *separator)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);
      ScMoney shown = sum->sum;
      g_autofree char *amount = NULL;

      if (sum->sum.minor == 0)
        continue;

      /* What is likely is not known to the cent. */
      if (is_weighted)
        {
          gint64 unit = (gint64) pow (10, sc_currency_get_digits (shown.currency));

          shown.minor = llround (sum->weighted / (double) unit) * unit;
        }
      amount = sc_money_to_text (shown);
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", amount);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * sc_deal_sums_to_text:
 * @self: sums
 * @separator: what stands between two currencies
 *
 * Returns: (transfer full): what the deals come to, the currency of most deals first; empty
 *   where none has a value
 */
char *
sc_deal_sums_to_text (ScDealSums *self,
                      const char *separator)
{
  return to_text (self, FALSE, separator);
}

/**
 * sc_deal_sums_to_weighted_text:
 * @self: sums
 * @separator: what stands between two currencies
 *
 * Returns: (transfer full): as sc_deal_sums_to_text(), where each counts as much as it is
 *   likely to be won
 */
char *
sc_deal_sums_to_weighted_text (ScDealSums *self,
                               const char *separator)
{
  return to_text (self, TRUE, separator);
}
