/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process list`: lists the processes. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deletion.h"
#include "cli/sc-cli-process.h"
#include "cli/sc-cli-table.h"
#include "store/sc-deleted.h"

/**
 * sc_cli_write_process:
 * @writer: a writer in an object
 * @process: a process
 *
 * Writes the members of a process as lists have it; of one that is deleted
 * when, and by whom.
 */
void
sc_cli_write_process (ScJsonWriter    *writer,
                      const ScProcess *process)
{
  sc_json_writer_add_text (writer, "id", process->id);
  sc_json_writer_add_text (writer, "name", process->name);
  sc_json_writer_add_text (writer, "description", process->description);
  sc_json_writer_add_bool (writer, "has_draft", process->has_draft);
  sc_json_writer_add_bool (writer, "has_published", process->has_published);
  sc_json_writer_add_bool (writer, "is_archived", process->is_archived);
  sc_json_writer_add_int (writer, "open_deals", process->n_open);
  sc_json_writer_add_int (writer, "deals", process->n_deals);
  sc_cli_write_deletion (writer, process->deleted_at, process->deleted_by);
}

static void
print_json (GPtrArray *processes)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "processes");
  for (guint i = 0; i < processes->len; i++)
    {
      sc_json_writer_begin_object (writer, NULL);
      sc_cli_write_process (writer, processes->pdata[i]);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static const char *
get_state (const ScProcess *process)
{
  if (process->is_archived)
    return _("archived");
  if (process->has_published)
    return process->has_draft ? _("published, with a draft") : _("published");

  return _("draft");
}

static void
print_text (GPtrArray *processes)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  for (guint i = 0; i < processes->len; i++)
    {
      const ScProcess *process = processes->pdata[i];
      g_autofree char *deals = g_strdup_printf (ngettext ("%u open deal", "%u open deals", process->n_open), process->n_open);

      sc_cli_table_add (table, process->name, get_state (process), deals, NULL);
    }
  sc_cli_table_print (table);
}

static void
print_deleted (GPtrArray *processes)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (5);

  for (guint i = 0; i < processes->len; i++)
    {
      const ScProcess *process = processes->pdata[i];
      g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", process->n_deals), process->n_deals);
      g_autofree char *day = sc_date_to_text (sc_date_from_instant (process->deleted_at));

      sc_cli_table_add (table, process->name, deals, day, process->deleted_by != NULL ? process->deleted_by : "",
                        process->id, NULL);
    }
  sc_cli_table_print (table);
}

/**
 * sc_cli_process_list:
 * @call: the call
 *
 * `process list [--deleted]`: prints the processes.
 *
 * Returns: an exit status
 */
int
sc_cli_process_list (ScCliCall *call)
{
  g_autoptr (ScStore) store = NULL;
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_deleted = FALSE;
  const GOptionEntry entries[] = {
    SC_CLI_FLAG ("deleted", &is_deleted, N_("Those that were deleted and can be brought back")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!sc_cli_call_parse (call, entries, 0, 0, &status))
    return status;

  store = sc_cli_call_open (call, &error);
  if (store != NULL)
    processes = is_deleted ? sc_store_list_deleted_processes (store, &error)
                           : sc_store_list_processes (store, SC_PROCESSES_ALL, &error);
  if (processes == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (processes);
  else if (is_deleted)
    print_deleted (processes);
  else
    print_text (processes);

  return SC_CLI_DONE;
}
