/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "diagram/sc-file.h"
#include "exchange/sc-deals-csv.h"
#include "store/sc-deal-query.h"

static GBytes *
make_table (ScStore         *store,
            const ScProcess *process,
            GError         **error)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process->id);
  g_autoptr (GHashTable) names = sc_store_list_stage_names (store, process->id, error);
  g_autoptr (GPtrArray) deals = names != NULL ? sc_store_list_deals (store, query, 0, NULL, error) : NULL;

  return deals != NULL ? sc_deals_to_csv (deals, names) : NULL;
}

static gboolean
put_out (GBytes     *table,
         const char *path,
         GError    **error)
{
  gsize length;
  const char *data = g_bytes_get_data (table, &length);

  if (path != NULL && !g_str_equal (path, "-"))
    return sc_file_replace (path, table, error);

  fwrite (data, 1, length, stdout);

  return TRUE;
}

/**
 * sc_cli_deal_export:
 * @call: the call
 *
 * `deal export PROCESS -o FILE`: writes the deals to a table.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_export (ScCliCall *call)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Where to write it, rather than to standard output"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (GBytes) table = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  table = store != NULL ? make_table (store, process, &error) : NULL;
  if (table == NULL || !put_out (table, path, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}
