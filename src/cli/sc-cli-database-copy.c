/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a database, and databases of copies. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "exchange/sc-json-writer.h"

static void
print_result (ScCliCall  *call,
              const char *database,
              const char *copy,
              const char *sentence)
{
  g_autoptr (ScJsonWriter) writer = NULL;
  g_autofree char *text = NULL;

  if (!call->is_json)
    {
      sc_cli_print ("%s\n", sentence);
      return;
    }

  writer = sc_json_writer_new ();
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "database", database);
  sc_json_writer_add_text (writer, "copy", copy);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/**
 * sc_cli_database_backup:
 * @call: the call
 *
 * `database backup FILE`: copies the database as it is now.
 *
 * Returns: an exit status
 */
int
sc_cli_database_backup (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  path = sc_cli_call_get_database (call);
  store = sc_store_open (path, SC_STORE_OPEN_EXISTING | SC_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL || !sc_store_backup (store, call->words[0], &error))
    return sc_cli_call_fail (call, error);

  /* Translators: the first is a database, the second a file. */
  sentence = g_strdup_printf (_("The database “%1$s” is copied to “%2$s”."), path, call->words[0]);
  print_result (call, path, call->words[0], sentence);

  return SC_CLI_DONE;
}

/**
 * sc_cli_database_restore:
 * @call: the call
 *
 * `database restore FILE`: makes the database what a copy of it was.
 *
 * Returns: an exit status
 */
int
sc_cli_database_restore (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *sentence = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  path = sc_cli_call_get_database (call);
  if (!sc_store_restore (call->words[0], path, &error))
    return sc_cli_call_fail (call, error);

  /* Translators: the first is a database, the second a file. */
  sentence = g_strdup_printf (_("The database “%1$s” is what it was in “%2$s”."), path, call->words[0]);
  print_result (call, path, call->words[0], sentence);

  return SC_CLI_DONE;
}
