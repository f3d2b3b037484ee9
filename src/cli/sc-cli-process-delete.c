/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deleting a process and bringing it back. */

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deletion.h"
#include "cli/sc-cli-process.h"
#include "store/sc-deleted.h"

static void
print_json (const ScProcess *process,
            GPtrArray       *notices)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_process (writer, process);
  if (notices != NULL)
    sc_cli_write_notices (writer, notices);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/* What is deleted with it is to be known. */
static gboolean
check_deals (const ScProcess *process,
             gboolean         with_deals,
             GError         **error)
{
  if (process->n_deals == 0 || with_deals)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               ngettext ("“%1$s” has %2$u deal. With “--with-deals” it is deleted too.",
                         "“%1$s” has %2$u deals. With “--with-deals” they are deleted too.", process->n_deals),
               process->name, process->n_deals);

  return FALSE;
}

static int
tell_deleted (ScCliCall       *call,
              ScStore         *store,
              const ScProcess *process)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) deleted = sc_store_find_deleted_process (store, process->id, &error);
  g_autofree char *until = NULL;

  if (deleted == NULL)
    return sc_cli_call_fail (call, error);
  if (call->is_json)
    {
      print_json (deleted, NULL);
      return SC_CLI_DONE;
    }

  until = sc_date_to_text (sc_deleted_get_until (deleted->deleted_at));
  if (process->n_deals > 0)
    sc_cli_print (ngettext ("“%1$s” is deleted with its %2$u deal.\n", "“%1$s” is deleted with its %2$u deals.\n",
                            process->n_deals),
                  process->name, process->n_deals);
  else
    sc_cli_print (_("“%s” is deleted.\n"), process->name);
  /* Translators: a date */
  sc_cli_print (_("“stagecraft process undelete” brings it back until %s.\n"), until);

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_delete:
 * @call: the call
 *
 * `process delete PROCESS [--with-deals]`: deletes a process.
 *
 * Returns: an exit status
 */
int
sc_cli_process_delete (ScCliCall *call)
{
  gboolean with_deals = FALSE;
  const GOptionEntry entries[] = {
    SC_CLI_FLAG ("with-deals", &with_deals, N_("Even where it has deals, which are deleted with it")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  if (store != NULL && check_deals (process, with_deals, &error))
    outcome = sc_command_run (sc_command_delete_process (process, with_deals ? G_MAXUINT : 0), store, NULL, &error);

  return outcome != NULL ? tell_deleted (call, store, process) : sc_cli_call_fail (call, error);
}

/**
 * sc_cli_process_undelete:
 * @call: the call
 *
 * `process undelete PROCESS`: brings back a process that was deleted, with its
 * deals.
 *
 * Returns: an exit status
 */
int
sc_cli_process_undelete (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) deleted = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open (call, &error);
  deleted = store != NULL ? sc_store_find_deleted_process (store, call->words[0], &error) : NULL;
  outcome = deleted != NULL ? sc_command_run (sc_command_undelete_process (deleted), store, NULL, &error) : NULL;
  process = outcome != NULL ? sc_store_load_process (store, deleted->id, &error) : NULL;
  if (process == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    {
      print_json (process, outcome->notices);
      return SC_CLI_DONE;
    }

  if (process->n_deals > 0)
    sc_cli_print (ngettext ("“%1$s” is back with its %2$u deal.\n", "“%1$s” is back with its %2$u deals.\n",
                            process->n_deals),
                  process->name, process->n_deals);
  else
    sc_cli_print (_("“%s” is back.\n"), process->name);
  sc_cli_print_notices (outcome->notices);

  return SC_CLI_DONE;
}
