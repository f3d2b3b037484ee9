/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals leave stages, and what that is called where it is kept. */

#include "model/sc-visit-end.h"

static const char *const ends[] = {
  [SC_VISIT_ON] = "on",
  [SC_VISIT_BACK] = "back",
  [SC_VISIT_PUBLISHED] = "published",
  [SC_VISIT_COMPLETED] = "completed",
  [SC_VISIT_ENDED_EARLY] = "ended-early",
  [SC_VISIT_LOST] = "lost",
};

/**
 * sc_visit_end_get_id:
 * @end: how a deal left a stage
 *
 * Returns: (nullable): its id, %NULL where it stands there
 */
const char *
sc_visit_end_get_id (ScVisitEnd end)
{
  return ends[end];
}

/**
 * sc_visit_end_from_id:
 * @id: an id
 * @end: (out): how a deal left a stage
 *
 * Returns: whether there is such an id
 */
gboolean
sc_visit_end_from_id (const char *id,
                      ScVisitEnd *end)
{
  for (guint i = SC_VISIT_ON; i < G_N_ELEMENTS (ends); i++)
    if (g_str_equal (id, ends[i]))
      {
        *end = (ScVisitEnd) i;
        return TRUE;
      }

  return FALSE;
}
