/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How complete needs discovery is, and how that goes with winning, as figures. */

#include "statistics/sc-discovery-figures.h"

/**
 * sc_discovery_figures_new:
 * @query: which deals
 * @as_of: as of which day
 *
 * Returns: (transfer full): what is known of a process without needs discovery
 */
ScDiscoveryFigures *
sc_discovery_figures_new (const ScFiguresQuery *query,
                          ScDate                as_of)
{
  ScDiscoveryFigures *self = g_new0 (ScDiscoveryFigures, 1);

  self->query = sc_figures_query_copy (query);
  self->query->as_of = as_of;
  self->mean_share = SC_FIGURE_NONE;
  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_question_figures_free);
  self->groups = g_array_new (FALSE, FALSE, sizeof (ScDiscoveryGroup));
  self->adjusted_with = self->adjusted_without = SC_FIGURE_NONE;
  self->reason = self->logistic_reason = self->adjusted_reason = SC_REASON_NO_DISCOVERY;
  self->trend = (ScTrend) { .reason = SC_REASON_NO_DISCOVERY, .before = SC_FIGURE_NONE, .after = SC_FIGURE_NONE };

  return self;
}

/**
 * sc_question_figures_free:
 * @self: (transfer full): figures of a question
 */
void
sc_question_figures_free (ScQuestionFigures *self)
{
  g_free (self->criterion_id);
  g_free (self->text);
  g_free (self);
}

/**
 * sc_discovery_figures_free:
 * @self: (transfer full): how complete needs discovery is
 */
void
sc_discovery_figures_free (ScDiscoveryFigures *self)
{
  g_clear_pointer (&self->query, sc_figures_query_free);
  g_clear_pointer (&self->shares, g_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_free (self);
}
