/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process import`: makes a process of a JSON file. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "exchange/sc-process-file.h"

/* The file is read before the database is opened, so that a bad one does not
 * make a database. */
static int
import (ScCliCall  *call,
        const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcessFile) file = sc_process_file_read (call->words[0], &error);
  g_autoptr (ScStore) store = file != NULL ? sc_cli_call_open (call, &error) : NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  ScCommand *command = store != NULL ? sc_process_file_import (file, store, name, &error) : NULL;

  if (command != NULL)
    outcome = sc_command_run (command, store, NULL, &error);
  if (outcome != NULL)
    process = sc_store_load_process (store, outcome->process_id, &error);
  if (process == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_show_process (call, store, process);
}

/**
 * sc_cli_process_import:
 * @call: the call
 *
 * `process import FILE`: makes a process from a JSON file.
 *
 * Returns: an exit status
 */
int
sc_cli_process_import (ScCliCall *call)
{
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("name", &name, N_("Name (default: the one in the file)"), N_("NAME")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  return import (call, name);
}
