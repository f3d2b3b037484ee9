/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a database, and databases of copies. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "files/sc-json-writer.h"

static ScJsonWriter *
begin_result (const char *database,
              const char *copy)
{
  ScJsonWriter *writer = sc_json_writer_new ();

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "database", database);
  sc_json_writer_add_text (writer, "copy", copy);

  return writer;
}

static void
print_result (ScJsonWriter *writer)
{
  g_autofree char *text = NULL;

  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static int
fail_to_back_up (ScCliCall    *call,
                 const GError *error)
{
  g_autoptr (GError) with_advice = NULL;

  if (!g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS))
    return sc_cli_call_fail (call, error);

  /* Translators: %s is a sentence, such as “x” is a database that is worked in, not a copy of one. */
  with_advice = g_error_new (error->domain, error->code, _("%s With --force it is replaced."), error->message);

  return sc_cli_call_fail (call, with_advice);
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
  gboolean is_forced = FALSE;
  const GOptionEntry entries[] = {
    SC_CLI_FLAG ("force", &is_forced, N_("Replace a file that is not a backup, unless it is in use")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autofree char *path = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  path = sc_cli_call_get_database (call);
  store = sc_store_open (path, SC_STORE_OPEN_EXISTING | SC_STORE_OPEN_READ_ONLY, &error);
  if (store == NULL)
    return sc_cli_call_fail (call, error);
  if (!sc_store_backup (store, call->words[0], is_forced, &error))
    return fail_to_back_up (call, error);

  if (call->is_json)
    {
      g_autoptr (ScJsonWriter) writer = begin_result (path, call->words[0]);

      print_result (writer);
    }
  else
    /* Translators: the first is a database, the second a file. */
    sc_cli_print (_("The database “%1$s” is copied to “%2$s”.\n"), path, call->words[0]);

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
  g_autofree char *kept_as = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  path = sc_cli_call_get_database (call);
  if (!sc_store_restore (call->words[0], path, &kept_as, &error))
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    {
      g_autoptr (ScJsonWriter) writer = begin_result (path, call->words[0]);

      sc_json_writer_add_text (writer, "kept_as", kept_as);
      print_result (writer);
      return SC_CLI_DONE;
    }

  /* Translators: the first is a database, the second a file. */
  sc_cli_print (_("The database “%1$s” is what it was in “%2$s”.\n"), path, call->words[0]);
  if (kept_as != NULL)
    /* Translators: %s is a file. */
    sc_cli_print (_("What it was before is kept as “%s”.\n"), kept_as);

  return SC_CLI_DONE;
}
