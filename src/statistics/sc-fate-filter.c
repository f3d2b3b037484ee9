/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals a query of figures is about. Names and words are compared once for each that
 * there is, not for each deal. */

#include "statistics/sc-fate-filter.h"

#include "model/sc-version.h"

struct _ScFateFilter {
  ScFiguresQuery *query;
  /* For each number of a text, 0 among them, whether it is what is asked for; NULL where
   * nothing is. */
  gboolean *owners;
  gboolean *sources;
  gboolean *labels;
  gboolean *currencies;
};

/* An empty word asks for deals that have none. */
static gboolean *
compare_all (const ScFates *fates,
             const char    *wanted)
{
  gboolean *is_wanted;

  if (wanted == NULL)
    return NULL;

  is_wanted = g_new0 (gboolean, fates->texts->len + 1);
  is_wanted[0] = *wanted == '\0';
  for (guint i = 0; i < fates->texts->len; i++)
    is_wanted[i + 1] = sc_name_equal (fates->texts->pdata[i], wanted);

  return is_wanted;
}

static const char *
get_currency (const ScFiguresQuery *query)
{
  return sc_money_is_set (query->low) ? query->low.currency
         : sc_money_is_set (query->high) ? query->high.currency : NULL;
}

/**
 * sc_fate_filter_new:
 * @query: a query
 * @fates: what became of the deals that it will be asked of
 *
 * Returns: (transfer full): the query, ready to be asked
 */
ScFateFilter *
sc_fate_filter_new (const ScFiguresQuery *query,
                    const ScFates        *fates)
{
  ScFateFilter *self = g_new0 (ScFateFilter, 1);

  self->query = sc_figures_query_copy (query);
  self->owners = compare_all (fates, query->owner);
  self->sources = compare_all (fates, query->source);
  self->labels = compare_all (fates, query->label);
  self->currencies = compare_all (fates, get_currency (query));

  return self;
}

/**
 * sc_fate_filter_free:
 * @self: (transfer full): a query
 */
void
sc_fate_filter_free (ScFateFilter *self)
{
  sc_figures_query_free (self->query);
  g_free (self->owners);
  g_free (self->sources);
  g_free (self->labels);
  g_free (self->currencies);
  g_free (self);
}

/* A deal of which nobody knows when it began may have begun on any day. */
static gboolean
is_within (const ScFiguresQuery *query,
           ScDate                started)
{
  if (started == SC_DATE_NONE)
    return query->from == SC_DATE_NONE && query->to == SC_DATE_NONE;

  return started >= query->from && (query->to == SC_DATE_NONE || started <= query->to);
}

static gboolean
is_worth (const ScFateFilter *self,
          const ScFate       *fate)
{
  const ScFiguresQuery *query = self->query;

  if (self->currencies == NULL)
    return TRUE;

  return fate->value_minor >= 0 && self->currencies[fate->currency]
         && (!sc_money_is_set (query->low) || fate->value_minor >= query->low.minor)
         && (!sc_money_is_set (query->high) || fate->value_minor <= query->high.minor);
}

/**
 * sc_fate_filter_takes_ever:
 * @self: a query
 * @fate: what became of a deal
 *
 * Returns: whether the query would be about the deal if it were about all times
 */
gboolean
sc_fate_filter_takes_ever (const ScFateFilter *self,
                           const ScFate       *fate)
{
  return (self->owners == NULL || self->owners[fate->owner])
         && (self->sources == NULL || self->sources[fate->source])
         && (self->labels == NULL || self->labels[fate->label])
         && is_worth (self, fate);
}

/**
 * sc_fate_filter_takes:
 * @self: a query
 * @fate: what became of a deal
 *
 * Returns: whether the query is about the deal
 */
gboolean
sc_fate_filter_takes (const ScFateFilter *self,
                      const ScFate       *fate)
{
  return is_within (self->query, fate->started) && sc_fate_filter_takes_ever (self, fate);
}
