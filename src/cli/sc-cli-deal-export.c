/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal export`: writes deals as a table. */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "exchange/sc-deals-csv.h"
#include "files/sc-file.h"
#include "store/sc-contacts.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-own-id.h"

/* To standard output a table goes whenever this much has come together; a
 * file is replaced as a whole. */
#define CHUNK_BYTES 65536

/* What deals have answered is read for so many at once. */
#define PAGE_DEALS 200

typedef struct {
  ScStore *store;
  ScVersion *version; /* NULL where nothing was published: then nothing is asked */
  GString *text;
  GHashTable *stage_names;
  GHashTable *contacts; /* what is kept of them, by the deal's number */
  GPtrArray *page; /* of ScDeal, that are not in the text yet */
  gboolean is_raw;
  gboolean is_file;
  GError *error; /* of the first deal that can't be told of */
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->page, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static GPtrArray *
list_criteria (Table *table)
{
  g_autofree gint64 *ids = g_new (gint64, table->page->len);

  if (table->version == NULL)
    return g_ptr_array_new ();

  for (guint i = 0; i < table->page->len; i++)
    ids[i] = ((ScDeal *) table->page->pdata[i])->id;

  return sc_store_list_deal_criteria (table->store, table->version, NULL, ids, table->page->len, &table->error);
}

/* The rows of each deal stand together, and each has as many. */
static void
append_page (Table *table)
{
  g_autoptr (GPtrArray) criteria = table->page->len > 0 ? list_criteria (table) : g_ptr_array_new ();
  guint n_each;

  if (criteria == NULL || table->page->len == 0)
    return;

  n_each = criteria->len / table->page->len;
  for (guint i = 0; i < table->page->len; i++)
    {
      ScDeal *deal = table->page->pdata[i];
      GPtrArray *known = g_hash_table_lookup (table->contacts, &deal->id);
      g_autoptr (GPtrArray) contacts = sc_contacts_join (deal, known);
      g_autoptr (GPtrArray) own = g_ptr_array_sized_new (n_each);

      for (guint j = 0; j < n_each; j++)
        g_ptr_array_add (own, criteria->pdata[i * n_each + j]);
      sc_deals_csv_append (table->text, deal, table->stage_names, contacts, own, table->is_raw);
    }
  g_ptr_array_set_size (table->page, 0);
}

static void
append_deal (ScDeal  *deal,
             gpointer user_data)
{
  Table *table = user_data;

  if (table->error != NULL)
    return;

  g_ptr_array_add (table->page, sc_deal_ref (deal));
  if (table->page->len < PAGE_DEALS)
    return;

  append_page (table);
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
  g_autoptr (GHashTable) contacts = names != NULL ? sc_store_list_process_contacts (store, process->id, error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) contents = NULL;
  g_auto (Table) table = {
    .store = store, .text = text, .stage_names = names, .contacts = contacts, .is_raw = is_raw, .is_file = path != NULL && !g_str_equal (path, "-"),
    .page = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref),
  };

  if (contacts == NULL)
    return FALSE;

  query->order = SC_DEAL_ORDER_SCHEME;
  if (process->has_published)
    table.version = sc_store_load_readable_version (store, process->id, SC_VERSION_WANTED_PUBLISHED, error);
  if (table.version == NULL && process->has_published)
    return FALSE;

  sc_deals_csv_append_headers (text, table.version);
  if (!sc_store_each_deal_with_id (store, query, append_deal, &table, error))
    return FALSE;
  append_page (&table);
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
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Where to write it (default: standard output)"), N_("FILE") },
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
