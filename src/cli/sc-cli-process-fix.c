/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process fix`: does what the method suggests about its findings. */

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "method/sc-fix.h"
#include "method/sc-lint.h"

static void
print_json (const ScProcess *process,
            GPtrArray       *fixes,
            const ScVersion *fixed)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autoptr (GPtrArray) findings = sc_lint (fixed);
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "process", process->name);
  sc_json_writer_begin_array (writer, "fixes");
  for (guint i = 0; i < fixes->len; i++)
    {
      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "label", ((const ScFix *) fixes->pdata[i])->label);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
  sc_cli_write_findings (writer, findings, fixed);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (const ScProcess *process,
            GPtrArray       *fixes,
            const ScVersion *fixed)
{
  g_autoptr (GPtrArray) findings = sc_lint (fixed);

  if (fixes->len == 0)
    sc_cli_print (_("“%s” has no errors.\n"), process->name);
  for (guint i = 0; i < fixes->len; i++)
    sc_cli_print ("%u. %s\n", i + 1, ((const ScFix *) fixes->pdata[i])->label);
  sc_cli_print_findings (findings);
}

/* All fixes are one change, which can be taken back as one. */
static ScCommand *
make_command (const ScProcess *process,
              GPtrArray       *fixes)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autofree char *name = g_strdup_printf (_("Fix the errors of “%s”"), process->name);

  for (guint i = 0; i < fixes->len; i++)
    {
      ScFix *fix = fixes->pdata[i];

      while (fix->edits->len > 0)
        g_ptr_array_add (edits, g_ptr_array_steal_index (fix->edits, 0));
    }

  return sc_command_edit_version (process->id, name, edits);
}

/**
 * sc_cli_process_fix:
 * @call: the call
 *
 * `process fix PROCESS`: takes first fixes until no error is left, on the
 * draft, which is made where there is none.
 *
 * Returns: an exit status
 */
int
sc_cli_process_fix (ScCliCall *call)
{
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScVersion) fixed = NULL;
  g_autoptr (GPtrArray) fixes = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  version = store != NULL ? sc_store_load_version (store, process->id, SC_VERSION_WANTED_CURRENT, &error) : NULL;
  if (version == NULL)
    return sc_cli_call_fail (call, error);

  fixes = sc_fix_all (version, SC_FIX_ERRORS, &fixed);
  if (fixes->len > 0)
    {
      outcome = sc_command_run (make_command (process, fixes), store, NULL, &error);
      if (outcome == NULL)
        return sc_cli_call_fail (call, error);
    }

  if (call->is_json)
    print_json (process, fixes, fixed);
  else
    print_text (process, fixes, fixed);

  return SC_CLI_DONE;
}
