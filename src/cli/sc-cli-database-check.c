/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `database check`: compares what has to agree in a database. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "files/sc-json-writer.h"

static void
print_json (GPtrArray *problems)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "problems");
  for (guint i = 0; i < problems->len; i++)
    sc_json_writer_add_text (writer, NULL, problems->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (GPtrArray  *problems,
            const char *path)
{
  for (guint i = 0; i < problems->len; i++)
    sc_cli_print ("%s\n", (char *) problems->pdata[i]);
  if (problems->len == 0)
    sc_cli_print (_("The database “%s” is sound.\n"), path);
}

/**
 * sc_cli_database_check:
 * @call: the call
 *
 * `database check`: reads the whole database and says what does not hold.
 *
 * Returns: an exit status, %SC_CLI_FAILED where something does not hold
 */
int
sc_cli_database_check (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScStore) store = NULL;
  g_autofree char *path = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 0, 0, &status))
    return status;

  path = sc_cli_call_get_database (call);
  store = sc_store_open (path, SC_STORE_OPEN_EXISTING | SC_STORE_OPEN_READ_ONLY, &error);
  if (store != NULL)
    sc_store_check (store, problems, &error);
  if (error != NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (problems);
  else
    print_text (problems, path);

  return problems->len == 0 ? SC_CLI_DONE : SC_CLI_FAILED;
}
