/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal export`: writes deals as a table. */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "exchange/sc-deals-csv.h"
#include "files/sc-file.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-own-id.h"

/* To standard output a table goes whenever this much has come together; a
 * file is replaced as a whole. */
#define CHUNK_BYTES 65536

typedef struct {
  ScStore *store;
  ScVersion *version; /* NULL where nothing was published: then nothing is asked */
  GString *text;
  GHashTable *stage_names;
  gboolean is_raw;
  gboolean is_file;
  GError *error; /* of the first deal that can't be told of */
} Table;

static void
append_deal (ScDeal  *deal,
             gpointer user_data)
{
  Table *table = user_data;
  g_autoptr (GPtrArray) criteria = NULL;

  if (table->error != NULL)
    return;

  criteria = table->version != NULL
             ? sc_store_list_deal_criteria (table->store, table->version, NULL, &deal->id, 1, &table->error)
             : g_ptr_array_new ();
  if (criteria == NULL)
    return;

  sc_deals_csv_append (table->text, deal, table->stage_names, criteria, table->is_raw);
  if (table->is_file || table->text->len < CHUNK_BYTES)
    return;

  fwrite (table->text->str, 1, table->text->len, stdout);
  g_string_truncate (table->text, 0);
}

static gboolean
put_out (ScStore         *store,
         const ScProcess *process,
         const char      *path,
         gboolean         is_raw,
         GError         **error)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process->id);
  g_autoptr (GHashTable) names = sc_store_list_stage_names (store, process->id, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (ScVersion) version = NULL;
  Table table = { store, NULL, text, names, is_raw, path != NULL && !g_str_equal (path, "-"), NULL };

  if (process->has_published)
    version = sc_store_load_readable_version (store, process->id, SC_VERSION_WANTED_PUBLISHED, error);
  if (names == NULL || (version == NULL && process->has_published))
    return FALSE;

  table.version = version;
  sc_deals_csv_append_headers (text, version);
  if (!sc_store_each_deal_with_id (store, query, append_deal, &table, error))
    return FALSE;
  if (table.error != NULL)
    {
      g_propagate_error (error, table.error);
      return FALSE;
    }

  if (!table.is_file)
    {
      fwrite (text->str, 1, text->len, stdout);
      return TRUE;
    }

  contents = g_string_free_to_bytes (g_steal_pointer (&text));

  return sc_file_replace (path, contents, error);
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
  gboolean is_raw = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Where to write it, rather than to standard output"), N_("FILE") },
    SC_CLI_FLAG ("raw", &is_raw, N_("Leave texts as they are that a spreadsheet would run as formulas, without an apostrophe in front")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  if (store == NULL || !put_out (store, process, path, is_raw, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}
