/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals the store is asked for where figures are. */

#include "statistics/sc-cohort-of.h"

#include "model/sc-version.h"

/* Nobody has it. */
#define OWNER_OF_NOTHING (-1)

static gboolean
find_owner (ScStore    *store,
            const char *name,
            gint64     *owner_id,
            GError    **error)
{
  g_autoptr (GPtrArray) users = sc_store_list_users (store, error);

  *owner_id = OWNER_OF_NOTHING;
  for (guint i = 0; users != NULL && i < users->len; i++)
    {
      const ScUser *user = users->pdata[i];

      if (sc_name_equal (user->name, name))
        *owner_id = user->id;
    }

  return users != NULL;
}

/**
 * sc_cohort_of_query:
 * @store: a store
 * @query: which deals figures are of
 * @cohort: (out caller-allocates): the same for the store; it lives no longer than @query
 * @error: why an owner can't be looked up
 *
 * Returns: whether @cohort is filled; who is not known has no deals
 */
gboolean
sc_cohort_of_query (ScStore              *store,
                    const ScFiguresQuery *query,
                    ScCohort             *cohort,
                    GError              **error)
{
  *cohort = (ScCohort) {
    .process_id = query->process_id,
    .as_of = query->as_of != SC_DATE_NONE ? query->as_of : sc_clock_today (),
    .from = query->from,
    .to = query->to,
    .source = query->source,
    .label = query->label,
    .low = query->low,
    .high = query->high,
    .version = query->version,
  };

  return query->owner == NULL || find_owner (store, query->owner, &cohort->owner_id, error);
}
