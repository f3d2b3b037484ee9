/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of an open deal's chance, for the board and the deal's pane: of those
 * that were as old, or stood in its stage for as long, how many were won. Of fewer than ten
 * nothing is said. */

#include "statistics/sc-chances.h"

#include <glib/gi18n-lib.h>

#include "statistics/sc-figure-words.h"
#include "statistics/sc-forecast.h"

struct _ScChances
{
  GPtrArray *curves;
  GArray *outlived;
};

/* Where hardly any deal was decided, the age of those says nothing of the others. */
static gboolean
can_outlive (const ScStanding *standing)
{
  const ScStandingCurve *all = standing->curves->pdata[0];

  return all->curve->n_won + all->curve->n_lost >= SC_FEWEST_CASES;
}

/**
 * sc_chances_read:
 * @store: a store
 * @process_id: a process
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full): what became of its deals by today
 */
ScChances *
sc_chances_read (ScStore      *store,
                 const char   *process_id,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (process_id);
  g_autoptr (ScStanding) standing = sc_standing_read (store, query, SC_DATE_NONE, cancellable, error);
  ScChances *self;

  if (standing == NULL)
    return NULL;

  self = g_new0 (ScChances, 1);
  self->curves = g_ptr_array_ref (standing->curves);
  self->outlived = can_outlive (standing) ? sc_standing_list_outlived (standing) : g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

/**
 * sc_chances_free:
 * @self: (transfer full): what became of deals
 */
void
sc_chances_free (ScChances *self)
{
  g_ptr_array_unref (self->curves);
  g_array_unref (self->outlived);
  g_free (self);
}

/**
 * sc_chances_get_outlived:
 * @self: what became of deals
 *
 * Returns: (transfer none) (element-type gint64): the open deals that are older than all that
 *   were decided, in ascending order; none where fewer than ten were
 */
GArray *
sc_chances_get_outlived (const ScChances *self)
{
  return self->outlived;
}

static const ScStandingCurve *
find_curve (const ScChances *self,
            const ScDeal    *deal)
{
  for (guint i = 1; i < self->curves->len && deal->entered_at != SC_INSTANT_NONE; i++)
    {
      const ScStandingCurve *curve = self->curves->pdata[i];

      if (g_strcmp0 (curve->stage_id, deal->stage_id) == 0)
        return curve;
    }

  return self->curves->pdata[0];
}

/* Those that were not decided by that age, whatever became of them. */
static guint
count_as_old (const ScStandingCurve *curve,
              guint                  age)
{
  guint n = 0;

  for (guint i = 0; i < curve->outcomes->len; i++)
    {
      const ScOutcomes *outcomes = &g_array_index (curve->outcomes, ScOutcomes, i);

      if (outcomes->t >= age)
        n += outcomes->n_won + outcomes->n_lost + outcomes->n_open;
    }

  return n;
}

/**
 * sc_chances_find:
 * @self: what became of deals
 * @deal: a deal
 * @today: the day
 * @chance: (out): its chance
 *
 * Returns: whether anything can be said; not of one that is decided, of which nobody knows
 *   when it began, and where fewer than ten such deals were that old
 */
gboolean
sc_chances_find (const ScChances *self,
                 const ScDeal    *deal,
                 ScDate           today,
                 ScDealChance    *chance)
{
  const ScStandingCurve *curve = find_curve (self, deal);
  ScDate since = curve->stage_id != NULL ? sc_date_from_instant (deal->entered_at) : deal->started;
  guint age = today > since ? today - since : 0;

  if (deal->status != SC_DEAL_OPEN || since == SC_DATE_NONE
      || curve->curve->n_won + curve->curve->n_lost < SC_FEWEST_CASES)
    return FALSE;

  *chance = (ScDealChance) {
    .longest = sc_curve_get_last (curve->curve)->t,
    .within = SC_FORECAST_DAYS,
    .n = count_as_old (curve, age),
    .is_by_stage = curve->stage_id != NULL,
  };
  chance->is_outlived = !sc_curve_find_chance (curve->curve, age, SC_FORECAST_DAYS, &chance->learned);

  return chance->is_outlived || chance->n >= SC_FEWEST_CASES;
}

/**
 * sc_deal_chance_tell:
 * @self: a deal's chance
 *
 * Returns: (transfer full): how many of such deals were won, and within what time
 */
char *
sc_deal_chance_tell (const ScDealChance *self)
{
  g_autofree char *share = NULL;

  if (self->is_outlived)
    return g_strdup_printf (ngettext ("Older than the longest decision, %u day: close or park it.",
                                      "Older than the longest decision, %u days: close or park it.", self->longest),
                            self->longest);

  share = sc_share_of_to_text (self->learned, self->n);
  if (self->is_by_stage)
    /* Translators: %1$s is a share such as “42 of 100” */
    return g_strdup_printf (ngettext ("%1$s such deals that stood in the stage for as long were won within %2$u day.",
                                      "%1$s such deals that stood in the stage for as long were won within %2$u days.",
                                      self->within),
                            share, self->within);

  /* Translators: %1$s is a share such as “42 of 100” */
  return g_strdup_printf (ngettext ("%1$s such deals of this age were won within %2$u day.",
                                    "%1$s such deals of this age were won within %2$u days.", self->within),
                          share, self->within);
}

/**
 * sc_deal_chance_tell_short:
 * @self: a deal's chance
 *
 * Returns: (transfer full): the same in a few words, for where there is little room
 */
char *
sc_deal_chance_tell_short (const ScDealChance *self)
{
  g_autofree char *share = NULL;

  if (self->is_outlived)
    return g_strdup (_("outlived every decided deal"));

  share = sc_share_of_to_text (self->learned, self->n);

  /* Translators: %s is a share such as “42 of 100” */
  return g_strdup_printf (_("by the history %s won"), share);
}
