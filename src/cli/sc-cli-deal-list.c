/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal list`: lists deals of a process. */

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "cli/sc-cli-table.h"
#include "store/sc-contacts.h"
#include "store/sc-deal-query.h"

/* JSON is put out whenever this much has come together. */
#define CHUNK_BYTES 65536
/* Columns are as wide as these rows need; they only become wider. */
#define CHUNK_ROWS 1000

typedef struct {
  char *stage;
  char *status;
  char *search;
  char *sort;
  gboolean is_descending;
  gboolean is_deleted;
  int limit;
} Options;

typedef struct {
  GHashTable *stage_names;
  GHashTable *contacts; /* of deals that have any beside their persons */
  ScJsonWriter *writer;
  ScCliTable *table;
  guint n_deals;
  guint n_printed;
} Output;

static void
put_out (ScJsonWriter *writer)
{
  GString *text = sc_json_writer_get_text (writer);

  fwrite (text->str, 1, text->len, stdout);
  g_string_truncate (text, 0);
}

static void
write_deal (ScDeal  *deal,
            gpointer user_data)
{
  Output *output = user_data;
  g_autoptr (GPtrArray) contacts = sc_contacts_join (deal, g_hash_table_lookup (output->contacts, &deal->id));

  sc_json_writer_begin_object (output->writer, NULL);
  sc_cli_write_deal (output->writer, deal, contacts, output->stage_names);
  sc_json_writer_end (output->writer);
  if (sc_json_writer_get_text (output->writer)->len > CHUNK_BYTES)
    put_out (output->writer);
}

/* As many as were asked for, behind the number of all. */
static gboolean
each_deal (Output            *output,
           ScStore           *store,
           const ScDealQuery *query,
           int                limit,
           ScDealsCounted     counted,
           ScDealFound        found,
           GError           **error)
{
  GError *own_error = NULL;

  if (limit != 0)
    return sc_store_each_deal_counted (store, query, limit == G_MAXINT ? 0 : (guint) limit, counted, found, output, error);

  counted (sc_store_count_deals (store, query, NULL, &own_error), output);
  if (own_error != NULL)
    g_propagate_error (error, own_error);

  return own_error == NULL;
}

static void
write_count (guint    n_deals,
             gpointer user_data)
{
  Output *output = user_data;

  sc_json_writer_begin_object (output->writer, NULL);
  sc_json_writer_add_int (output->writer, "total", n_deals);
  sc_json_writer_begin_array (output->writer, "deals");
}

static gboolean
print_json (Output            *output,
            ScStore           *store,
            const ScDealQuery *query,
            int                limit,
            GError           **error)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autoptr (GHashTable) contacts = sc_store_list_process_contacts (store, query->process_id, error);
  g_autofree char *rest = NULL;

  if (contacts == NULL)
    return FALSE;
  output->contacts = contacts;

  output->writer = writer;
  if (!each_deal (output, store, query, limit, write_count, write_deal, error))
    return FALSE;
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  rest = sc_json_writer_finish (writer);
  sc_cli_print_exact (rest);

  return TRUE;
}

static void
add_deleted_row (ScDeal  *deal,
                 gpointer user_data)
{
  Output *output = user_data;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, deal->id);
  g_autofree char *value = sc_money_to_text (deal->value);
  g_autofree char *day = sc_date_to_text (sc_date_from_instant (deal->deleted_at));

  sc_cli_table_add (output->table, number, deal->title, deal->company != NULL ? deal->company : "", value, day,
                    deal->deleted_by != NULL ? deal->deleted_by : "", NULL);
  if (++output->n_printed % CHUNK_ROWS == 0)
    sc_cli_table_print (output->table);
}

static void
add_row (ScDeal  *deal,
         gpointer user_data)
{
  Output *output = user_data;
  const char *stage = g_hash_table_lookup (output->stage_names, deal->stage_id);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, deal->id);
  g_autofree char *value = sc_money_to_text (deal->value);

  sc_cli_table_add (output->table, number, deal->title, deal->company != NULL ? deal->company : "",
                    stage != NULL ? stage : "", sc_deal_status_get_title (deal->status), value, NULL);
  if (++output->n_printed % CHUNK_ROWS == 0)
    sc_cli_table_print (output->table);
}

static void
keep_count (guint    n_deals,
            gpointer user_data)
{
  ((Output *) user_data)->n_deals = n_deals;
}

static gboolean
print_text (Output            *output,
            ScStore           *store,
            const ScDealQuery *query,
            int                limit,
            GError           **error)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (6);

  output->table = table;
  if (!each_deal (output, store, query, limit, keep_count, query->is_deleted ? add_deleted_row : add_row, error))
    return FALSE;
  sc_cli_table_print (table);
  if (output->n_printed < output->n_deals)
    sc_cli_print (_("%1$u of %2$u deals\n"), output->n_printed, output->n_deals);

  return TRUE;
}

/* A stage's name, or what an import calls the ends of the way. */
static gboolean
choose_stage (ScDealQuery *query,
              ScStore     *store,
              const char  *name,
              GError     **error)
{
  g_autoptr (ScVersion) version = NULL;
  const ScStage *stage;

  if (g_str_equal (name, "@lost"))
    query->statuses = 1u << SC_DEAL_LOST;
  else if (g_str_equal (name, "@completed"))
    query->statuses = 1u << SC_DEAL_COMPLETED;
  else if (g_str_equal (name, "@won"))
    query->statuses = 1u << SC_DEAL_WON;
  if (query->statuses != 0)
    return TRUE;

  version = sc_store_load_readable_version (store, query->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  stage = version != NULL ? sc_cli_find_stage (version, name, error) : NULL;
  query->stage_id = stage != NULL ? g_strdup (stage->id) : NULL;

  return stage != NULL;
}

static gboolean
fill_query (ScDealQuery   *query,
            ScStore       *store,
            const Options *options,
            GError       **error)
{
  ScDealStatus status;

  query->search = g_strdup (options->search);
  query->is_deleted = options->is_deleted;
  if (options->stage != NULL && !choose_stage (query, store, options->stage, error))
    return FALSE;
  if (options->status != NULL && sc_deal_status_from_id (options->status, &status))
    query->statuses = 1u << status;
  /* The board's order is a column's; all of a million deals had to be sorted
   * to begin with the first stage. */
  if (query->stage_id == NULL)
    query->order = SC_DEAL_ORDER_NEWEST;
  sc_deal_order_from_id (options->sort, &query->order);
  query->is_descending = options->is_descending;

  return TRUE;
}

static int
list (ScCliCall     *call,
      const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, &error);
  g_autoptr (ScDealQuery) query = store != NULL ? sc_deal_query_new (process->id) : NULL;
  g_autoptr (GHashTable) names = NULL;
  Output output = { 0 };

  if (query != NULL && fill_query (query, store, options, &error))
    names = sc_store_list_stage_names (store, process->id, &error);
  if (error != NULL)
    return sc_cli_call_fail (call, error);

  output.stage_names = names;
  if (!(call->is_json ? print_json (&output, store, query, options->limit, &error)
                      : print_text (&output, store, query, options->limit, &error)))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}

static int
check_options (ScCliCall     *call,
               const Options *options)
{
  ScDealStatus status;
  ScDealOrder order = SC_DEAL_ORDER_NEWEST;

  if (options->status != NULL && !sc_deal_status_from_id (options->status, &status))
    return sc_cli_call_misuse (call, _("“%s” is not a status; use open, won, completed, ended-early or lost."), options->status);
  if (options->sort != NULL && !sc_deal_order_from_id (options->sort, &order))
    return sc_cli_call_misuse (call, _("Deals can’t be sorted by “%s”; use newest, title, company, value, stage, "
                                       "status, owner, started or closed."), options->sort);
  if (options->is_descending && order == SC_DEAL_ORDER_NEWEST)
    return sc_cli_call_misuse (call, _("“--descending” reverses the order: name that with “--sort”."));
  if (options->limit < 0)
    return sc_cli_call_misuse (call, _("“--limit” is how many deals to list, 0 or more."));

  return SC_CLI_DONE;
}

/**
 * sc_cli_deal_list:
 * @call: the call
 *
 * `deal list PROCESS [--deleted]`: prints the deals of a process.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_list (ScCliCall *call)
{
  Options options = { .limit = G_MAXINT };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("stage", &options.stage, N_("Only those in this stage"), N_("STAGE")),
    SC_CLI_TEXT ("status", &options.status, N_("Only those of this status"), N_("open|won|completed|ended-early|lost")),
    SC_CLI_TEXT ("search", &options.search, N_("Only those with these words in a text of theirs, these digits of a phone, or this number"), N_("TEXT")),
    SC_CLI_TEXT ("sort", &options.sort, N_("Sort by this (default: newest first)"), N_("FIELD")),
    { "descending", 0, 0, G_OPTION_ARG_NONE, &options.is_descending, N_("Reverse the order"), NULL },
    SC_CLI_FLAG ("deleted", &options.is_deleted, N_("Those that were deleted and can be brought back")),
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_("At most this many"), N_("COUNT") },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (sc_cli_call_parse (call, entries, 1, 1, &status))
    {
      status = check_options (call, &options);
      if (status == SC_CLI_DONE)
        status = list (call, &options);
    }
  g_free (options.stage);
  g_free (options.status);
  g_free (options.search);
  g_free (options.sort);

  return status;
}
