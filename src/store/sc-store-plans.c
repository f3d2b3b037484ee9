/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads plans beside what came of them. */

#include "store/sc-store-plans.h"

#include "store/sc-store-private.h"
#include "store/tables/sc-plan-table-private.h"
#include "store/tables/sc-process-table-private.h"

/**
 * sc_store_list_plans:
 * @self: a store
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScPlan): its plans with what came of them, by
 *   month; in each that of all together first, then by name
 */
GPtrArray *
sc_store_list_plans (ScStore    *self,
                     const char *process_id,
                     GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  gint64 process_key = 0;

  if (reader != NULL)
    process_key = sc_process_table_get_key (sc_reader_get_connection (reader), process_id, error);

  return process_key != 0 ? sc_plan_table_list (sc_reader_get_connection (reader), process_key, error) : NULL;
}
