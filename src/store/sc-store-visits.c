/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads deals’ ways through their stages, for figures. */

#include "store/sc-store-visits.h"

#include "store/sc-store-private.h"
#include "store/tables/sc-cohort-private.h"

/**
 * sc_store_group_visits:
 * @self: a store
 * @cohort: which deals, and as of when
 * @cancellable: (nullable): ends it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScVisitGroup): the deals' visits to stages up to
 *   that day, those together that are alike
 */
GPtrArray *
sc_store_group_visits (ScStore        *self,
                       const ScCohort *cohort,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_visit_list_group (sc_reader_get_connection (reader), cohort, FALSE, error) : NULL;
}

/**
 * sc_store_group_visits_with_deals:
 * @self: a store
 * @cohort: which deals, and as of when
 * @cancellable: (nullable): ends it
 * @error: why it can't be read
 *
 * The same as sc_store_group_visits() does, for who asks for the deals behind a number.
 *
 * Returns: (transfer full) (element-type ScVisitGroup): the groups, which name their deals
 */
GPtrArray *
sc_store_group_visits_with_deals (ScStore        *self,
                                  const ScCohort *cohort,
                                  GCancellable   *cancellable,
                                  GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_visit_list_group (sc_reader_get_connection (reader), cohort, TRUE, error) : NULL;
}

/**
 * sc_store_list_visits:
 * @self: a store
 * @cohort: which deals, and as of when
 * @stage_id: (nullable): only visits of this stage, %NULL for all
 * @cancellable: (nullable): ends it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScVisit): the deals' visits up to that day, deal by
 *   deal in the order in which they went
 */
GArray *
sc_store_list_visits (ScStore        *self,
                      const ScCohort *cohort,
                      const char     *stage_id,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_visit_list_stage (sc_reader_get_connection (reader), cohort, stage_id, error) : NULL;
}

/**
 * sc_store_group_outcomes:
 * @self: a store
 * @cohort: which deals, and as of when
 * @by: what else than days and outcome tells groups apart
 * @cancellable: (nullable): ends it
 * @error: why it can't be read
 *
 * A deal is won from the day on which it passed the client mark, whatever comes then, and
 * lost from the day on which it was closed as lost. Where a decision was taken back, its
 * history tells how it stood on the day. Deals of which nobody knows when they were
 * started are there on every day.
 *
 * Returns: (transfer full) (element-type ScOutcomeGroup): what had become of the deals by
 *   that day, those together that are alike
 */
GPtrArray *
sc_store_group_outcomes (ScStore        *self,
                         const ScCohort *cohort,
                         ScOutcomesBy    by,
                         GCancellable   *cancellable,
                         GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_outcome_list_group (sc_reader_get_connection (reader), cohort, by, error) : NULL;
}
