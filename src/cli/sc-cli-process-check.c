/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process check`: tells what the method finds in a process. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "method/sc-fix.h"
#include "method/sc-lint.h"

static void
write_fixes (ScJsonWriter    *writer,
             const ScFinding *finding,
             ScFixer         *fixer)
{
  gboolean is_all;
  g_autoptr (GPtrArray) fixes = sc_fixer_get_fixes (fixer, finding, &is_all);

  sc_json_writer_begin_array (writer, "fixes");
  for (guint i = 0; i < fixes->len; i++)
    {
      const ScFix *fix = fixes->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "label", fix->label);
      sc_json_writer_add_bool (writer, "is_offer", fix->is_offer);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
  if (!is_all)
    sc_json_writer_add_bool (writer, "fixes_are_complete", FALSE);
}

static void
write_finding (ScJsonWriter    *writer,
               const ScFinding *finding,
               ScFixer         *fixer)
{
  g_autofree char *message = sc_finding_get_message (finding);
  g_autofree char *explanation = sc_finding_get_explanation (finding);

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "rule", sc_rule_get_id (finding->rule));
  sc_json_writer_add_text (writer, "source", sc_source_get_id (sc_rule_get_source (finding->rule)));
  sc_json_writer_add_text (writer, "severity", sc_severity_get_id (sc_rule_get_severity (finding->rule)));
  sc_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < finding->stages->len; i++)
    sc_json_writer_add_text (writer, NULL, ((const ScStage *) finding->stages->pdata[i])->name);
  sc_json_writer_end (writer);
  sc_json_writer_add_text (writer, "message", message);
  sc_json_writer_add_text (writer, "explanation", explanation);
  write_fixes (writer, finding, fixer);
  sc_json_writer_end (writer);
}

/**
 * sc_cli_write_findings:
 * @writer: a writer in an object
 * @findings: (element-type ScFinding): findings
 * @version: the version that they are about
 *
 * Writes the member `findings`.
 */
void
sc_cli_write_findings (ScJsonWriter    *writer,
                       GPtrArray       *findings,
                       const ScVersion *version)
{
  g_autoptr (ScFixer) fixer = sc_fixer_new (version);

  sc_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < findings->len; i++)
    write_finding (writer, findings->pdata[i], fixer);
  sc_json_writer_end (writer);
}

static void
print_json (GPtrArray       *findings,
            const ScVersion *version)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_findings (writer, findings, version);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/**
 * sc_cli_print_findings:
 * @findings: (element-type ScFinding): findings
 *
 * Prints findings for people, a line each.
 */
void
sc_cli_print_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const ScFinding *finding = findings->pdata[i];
      g_autofree char *message = sc_finding_get_message (finding);

      sc_cli_print ("%s: %s [%s, %s]\n", sc_severity_get_title (sc_rule_get_severity (finding->rule)), message,
                    sc_rule_get_id (finding->rule), sc_source_get_title (sc_rule_get_source (finding->rule)));
    }
}

static void
print_text (GPtrArray       *findings,
            const ScProcess *process)
{
  if (findings->len == 0)
    sc_cli_print (_("No findings for “%s”.\n"), process->name);
  else
    sc_cli_print_findings (findings);
}

/**
 * sc_cli_process_check:
 * @call: the call
 *
 * `process check PROCESS`: says what the method finds wrong.
 *
 * Returns: an exit status, %SC_CLI_FAILED where there are errors
 */
int
sc_cli_process_check (ScCliCall *call)
{
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  version = store != NULL ? sc_store_load_readable_version (store, process->id, SC_VERSION_WANTED_CURRENT, &error) : NULL;
  if (version == NULL)
    return sc_cli_call_fail (call, error);

  findings = sc_lint (version);
  if (call->is_json)
    print_json (findings, version);
  else
    print_text (findings, process);

  return sc_findings_count (findings, SC_SEVERITY_ERROR) == 0 ? SC_CLI_DONE : SC_CLI_FAILED;
}
