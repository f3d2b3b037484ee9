/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `undo` and `redo`: take the last change back, or make it again. */

#include <glib/gi18n-lib.h>

#include "change/sc-undo.h"
#include "cli/sc-cli-commands.h"
#include "files/sc-json-writer.h"

static void
print_json (const ScOutcome *outcome,
            gboolean         is_redo)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, is_redo ? "redone" : "undone", outcome->name);
  sc_json_writer_add_int (writer, "change", outcome->taken_id);
  sc_json_writer_begin_array (writer, "left_alone");
  for (guint i = 0; i < outcome->left_alone->len; i++)
    sc_json_writer_add_text (writer, NULL, outcome->left_alone->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (const ScOutcome *outcome,
            gboolean         is_redo)
{
  /* Translators: %s is the name of a change, such as Delete “Printer for Acme” */
  g_autofree char *text = g_strdup_printf (is_redo ? _("Redone: %s") : _("Undone: %s"), outcome->name);

  sc_cli_print ("%s\n", text);
  for (guint i = 0; i < outcome->left_alone->len; i++)
    {
      sc_cli_print (_("Not undone, changed since: %s"), (const char *) outcome->left_alone->pdata[i]);
      sc_cli_print ("\n");
    }
}

static ScOutcome *
run (ScCliCall  *call,
     const char *process,
     gboolean    is_redo,
     GError    **error)
{
  g_autoptr (ScStore) store = sc_cli_call_open (call, error);
  g_autofree char *process_id = NULL;
  ScCommand *command;

  if (store == NULL)
    return NULL;

  /* A process may be gone by the very change that is to be taken back. */
  process_id = process != NULL ? sc_store_find_process_ever (store, process, error) : NULL;
  if (process != NULL && process_id == NULL)
    return NULL;

  command = is_redo ? sc_command_redo (SC_CHANGES_OF_USER, process_id)
            : sc_command_undo (SC_CHANGES_OF_USER, process_id);

  return sc_command_run (command, store, NULL, error);
}

static int
take_back (ScCliCall *call,
           gboolean   is_redo)
{
  g_autofree char *process = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("process", &process, N_("Only what was done in this process"), N_("PROCESS")),
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 0, 0, &status))
    return status;

  outcome = run (call, process, is_redo, &error);
  if (outcome == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (outcome, is_redo);
  else
    print_text (outcome, is_redo);

  return SC_CLI_DONE;
}

/**
 * sc_cli_undo:
 * @call: the call
 *
 * `undo`: takes back this user's last change, made in any window or here.
 *
 * Returns: an exit status
 */
int
sc_cli_undo (ScCliCall *call)
{
  return take_back (call, FALSE);
}

/**
 * sc_cli_redo:
 * @call: the call
 *
 * `redo`: makes again what this user took back last.
 *
 * Returns: an exit status
 */
int
sc_cli_redo (ScCliCall *call)
{
  return take_back (call, TRUE);
}
