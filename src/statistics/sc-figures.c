/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all figures share: which deals they are made of and as of which day, and the words
 * that programs know reasons and units by. */

#include "statistics/sc-figures.h"

static const char *const reason_ids[] = {
  [SC_REASON_NONE] = NULL,
  [SC_REASON_TOO_FEW] = "too-few",
  [SC_REASON_NOT_REACHED] = "not-reached",
  [SC_REASON_HISTORY_INFERRED] = "history-inferred",
  [SC_REASON_SEPARATED] = "separated",
  [SC_REASON_NO_DISCOVERY] = "no-discovery",
  [SC_REASON_TOO_EARLY] = "too-early",
};

static const char *const unit_ids[] = {
  [SC_COUNT_WORKING_DAYS] = "working-days",
  [SC_COUNT_DAYS] = "days",
};

/**
 * sc_reason_get_id:
 * @reason: why a figure can't be given
 *
 * Returns: (nullable): the word that programs know it by; %NULL where the figure is there
 */
const char *
sc_reason_get_id (ScReason reason)
{
  return reason_ids[reason];
}

/**
 * sc_day_count_get_id:
 * @unit: what times are counted in
 *
 * Returns: the word that programs know it by
 */
const char *
sc_day_count_get_id (ScDayCount unit)
{
  return unit_ids[unit];
}

/**
 * sc_day_count_from_id:
 * @id: a word
 * @unit: (out): what it means
 *
 * Returns: whether it means a unit
 */
gboolean
sc_day_count_from_id (const char *id,
                      ScDayCount *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_ids); i++)
    if (g_strcmp0 (unit_ids[i], id) == 0)
      {
        *unit = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_figures_query_new:
 * @process_id: a process
 *
 * Returns: (transfer full): a query for all its deals as of today, in working days
 */
ScFiguresQuery *
sc_figures_query_new (const char *process_id)
{
  ScFiguresQuery *self = g_new0 (ScFiguresQuery, 1);

  self->process_id = g_strdup (process_id);

  return self;
}

/**
 * sc_figures_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same query
 */
ScFiguresQuery *
sc_figures_query_copy (const ScFiguresQuery *self)
{
  ScFiguresQuery *copy = g_memdup2 (self, sizeof *self);

  copy->process_id = g_strdup (self->process_id);
  copy->owner = g_strdup (self->owner);
  copy->source = g_strdup (self->source);
  copy->label = g_strdup (self->label);

  return copy;
}

/**
 * sc_figures_query_equal:
 * @a: a query
 * @b: another
 *
 * Returns: whether they ask for the same
 */
gboolean
sc_figures_query_equal (const ScFiguresQuery *a,
                        const ScFiguresQuery *b)
{
  return g_strcmp0 (a->process_id, b->process_id) == 0
         && a->as_of == b->as_of && a->from == b->from && a->to == b->to
         && g_strcmp0 (a->owner, b->owner) == 0
         && g_strcmp0 (a->source, b->source) == 0
         && g_strcmp0 (a->label, b->label) == 0
         && sc_money_equal (a->low, b->low) && sc_money_equal (a->high, b->high)
         && a->version == b->version && a->unit == b->unit;
}

/**
 * sc_figures_query_has_day:
 * @self: a query
 * @started: when a deal was started, or none
 *
 * Returns: whether it asks for deals of that day; one of which nobody knows when it began
 *   is of no period
 */
gboolean
sc_figures_query_has_day (const ScFiguresQuery *self,
                          ScDate                started)
{
  if (started == SC_DATE_NONE)
    return self->from == SC_DATE_NONE && self->to == SC_DATE_NONE;

  return started >= self->from && (self->to == SC_DATE_NONE || started <= self->to);
}

/**
 * sc_figures_query_free:
 * @self: (transfer full): a query
 */
void
sc_figures_query_free (ScFiguresQuery *self)
{
  g_free (self->process_id);
  g_free (self->owner);
  g_free (self->source);
  g_free (self->label);
  g_free (self);
}
