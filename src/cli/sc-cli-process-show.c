/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process show`: tells a process with its stages. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "cli/sc-cli-table.h"
#include "exchange/sc-process-file.h"
#include "method/sc-question.h"
#include "model/sc-noun.h"
#include "model/sc-percent.h"

static void
print_aspects (const ScVersion *version)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (2);

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (version->aspects.value[i] != SC_ASPECT_UNSET && sc_question_is_asked (i, &version->aspects))
      sc_cli_table_add (table, sc_question_get_title (i), sc_question_get_value_title (i, version->aspects.value[i]), NULL);
  sc_cli_table_print (table);
}

static void
print_stages (const ScVersion *version)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (5);
  int mark = sc_version_get_mark_position (version);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);
      const ScRole *role = sc_version_find_role (version, stage->responsible, NULL);
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      g_autofree char *duration = sc_duration_to_text (stage->duration, version->calendar);
      g_autofree char *probability = sc_percent_to_text (stage->probability);

      sc_cli_table_add (table, number, stage->name, role != NULL ? role->name : "", duration, probability, NULL);
      if ((int) i == mark)
        sc_cli_table_add (table, "", _("── client ──"), "", "", "", NULL);
    }
  sc_cli_table_print (table);
}

/* “text, when a deal comes in”; a tick is nothing to speak of. */
static char *
describe_question (const ScCriterion *criterion)
{
  const char *type = criterion->type != SC_ANSWER_TICK ? sc_answer_type_get_title (criterion->type) : NULL;

  if (criterion->is_asked_at_entry && type != NULL)
    /* Translators: %s is what is answered: a date */
    return g_strdup_printf (_("%s, when a deal comes in"), type);

  return g_strdup (criterion->is_asked_at_entry ? _("when a deal comes in") : type != NULL ? type : "");
}

static void
print_criteria (const ScStage *stage)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];
      g_autofree char *question = describe_question (criterion);

      sc_cli_table_add (table, "", criterion->is_required ? C_("criterion", "required") : C_("criterion", "advised"),
                        criterion->text, question, NULL);
    }
  sc_cli_table_print (table);
}

static char *
describe_refusal (const ScVersion *version,
                  guint            position)
{
  const ScStage *stage = sc_version_get_stage (version, position);
  const ScStage *back = stage->refusal.stage_id != NULL ? sc_version_find_stage (version, stage->refusal.stage_id, NULL) : NULL;
  g_autofree char *after = sc_duration_to_text (stage->refusal.after, version->calendar);

  if (stage->refusal.kind == SC_REFUSAL_PARK && stage->refusal.after.value > 0)
    /* Translators: %s is a duration, such as “60 working days” */
    return g_strdup_printf (_("If the client refuses: parked for %s"), after);
  if (stage->refusal.kind == SC_REFUSAL_PARK)
    return g_strdup (_("If the client refuses: parked"));
  if ((int) position > sc_version_get_mark_position (version))
    return g_strdup (_("If the client refuses: ended early"));
  if (stage->refusal.kind == SC_REFUSAL_BACK && back != NULL)
    /* Translators: %s is a stage */
    return g_strdup_printf (_("If the client refuses: back to “%s”"), back->name);

  return g_strdup (_("If the client refuses: lost"));
}

static void
print_tactics (const ScStage *stage)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  for (guint i = 0; i < stage->tactics->len; i++)
    {
      const ScTactic *tactic = stage->tactics->pdata[i];

      sc_cli_table_add (table, "", sc_tactic_kind_get_title (tactic->kind), tactic->title, NULL);
    }
  sc_cli_table_print (table);
}

/* What a rep is led by in the stage. */
static void
print_stage (const ScVersion *version,
             guint            position)
{
  const ScStage *stage = sc_version_get_stage (version, position);
  g_autofree char *refusal = describe_refusal (version, position);

  sc_cli_print ("\n%u. %s\n", position + 1, stage->name);
  print_criteria (stage);
  sc_cli_print ("  %s\n", refusal);
  print_tactics (stage);
}

static const char *
get_status_title (ScVersionStatus status)
{
  static const char *const titles[] = { N_("draft"), N_("published"), N_("retired") };

  return _(titles[status]);
}

static void
print_text (const ScProcessFile *file)
{
  ScDuration time = sc_version_get_cycle_time (file->version);
  g_autofree char *cycle = sc_version_is_timed (file->version) ? sc_duration_to_text (time, file->version->calendar)
                                                               : sc_noun_at_least (time, file->version->calendar);

  sc_cli_print ("%s (%s)\n", file->name, get_status_title (file->version->status));
  if (file->description[0] != '\0')
    sc_cli_print ("%s\n", file->description);
  sc_cli_print ("\n");
  print_aspects (file->version);
  sc_cli_print ("\n");
  print_stages (file->version);
  if (time.value > 0)
    /* Translators: %s is a duration, such as “55 working days”. */
    sc_cli_print (_("\nLength of the cycle as designed: %s\n"), cycle);
  for (guint i = 0; i < file->version->stages->len; i++)
    print_stage (file->version, i);
}

/**
 * sc_cli_show_process:
 * @call: a call
 * @store: the database
 * @process: one of its processes
 *
 * Prints the process: its draft, or its published version where there is none.
 *
 * Returns: an exit status
 */
int
sc_cli_show_process (ScCliCall       *call,
                     ScStore         *store,
                     const ScProcess *process)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcessFile) file = sc_process_file_load (store, process, FALSE, &error);
  g_autofree char *json = NULL;

  if (file == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    {
      json = sc_process_file_to_json (file);
      sc_cli_print_exact (json);
    }
  else
    {
      print_text (file);
    }

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_show:
 * @call: the call
 *
 * `process show PROCESS`: prints a process.
 *
 * Returns: an exit status
 */
int
sc_cli_process_show (ScCliCall *call)
{
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);

  return store != NULL ? sc_cli_show_process (call, store, process) : sc_cli_call_fail (call, error);
}
