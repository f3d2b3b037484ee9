/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: which words lead to which subcommand, and what help says of them. */

#include "config.h"

#include "cli/sc-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/sc-cli-commands.h"

/* A command that is one word has no verb. */
static const struct {
  const char *group;
  const char *verb;
  const char *parameters;
  const char *summary;
  ScCliRun run;
} commands[] = {
  { "process", "list", NULL, N_("List the processes."), sc_cli_process_list },
  { "process", "new", NULL, N_("Create a process from six answers."), sc_cli_process_new },
  { "process", "show", N_("PROCESS"), N_("Show the stages of a process."), sc_cli_process_show },
  { "process", "check", N_("PROCESS"), N_("Check a process."), sc_cli_process_check },
  { "process", "fix", N_("PROCESS"), N_("Fix the errors of a process."), sc_cli_process_fix },
  { "process", "import", N_("FILE"), N_("Create a process from a JSON file."), sc_cli_process_import },
  { "process", "export", N_("PROCESS"), N_("Write a process, or the drawing of its scheme, to a file."),
    sc_cli_process_export },
  { "process", "print", N_("PROCESS"), N_("Print the scheme of a process with lp."), sc_cli_process_print },
  { "process", "publish", N_("PROCESS"), N_("Publish the draft of a process, so that deals are worked along it."),
    sc_cli_process_publish },
  { "process", "delete", N_("PROCESS"), N_("Delete a process, with its deals."), sc_cli_process_delete },
  { "process", "undelete", N_("PROCESS"), N_("Bring back a process that was deleted, with its deals."),
    sc_cli_process_undelete },
  { "process", "regulations", N_("PROCESS"), N_("Write the sales regulations of a process."), sc_cli_process_regulations },
  { "process", "tactics", N_("PROCESS"), N_("Write the tactics book of a process."), sc_cli_process_tactics },
  { "process", "words", N_("PROCESS [PLACE [FILE]]"), N_("Show your own words in the documents of a process, or write them."),
    sc_cli_process_words },
  { "process", "organisation", N_("PROCESS"), N_("Show or change who gives out the documents of a process."),
    sc_cli_process_organisation },
  { "deal", "list", N_("PROCESS"), N_("List the deals of a process."), sc_cli_deal_list },
  { "deal", "add", N_("PROCESS"), N_("Add a deal to a process."), sc_cli_deal_add },
  { "deal", "edit", N_("ID"), N_("Change fields of a deal."), sc_cli_deal_edit },
  { "deal", "answer", N_("ID CRITERION [VALUE]"), N_("Answer what a stage asks of a deal, or tick it."), sc_cli_deal_answer },
  { "deal", "show", N_("ID"), N_("Show a deal with its history."), sc_cli_deal_show },
  { "deal", "move", N_("ID STAGE"), N_("Move a deal to a stage, to @won, @lost or @completed, or back to @open."), sc_cli_deal_move },
  { "deal", "win", N_("ID"), N_("Move a deal past the client mark."), sc_cli_deal_win },
  { "deal", "lose", N_("ID"), N_("Mark a deal as lost."), sc_cli_deal_lose },
  { "deal", "refuse", N_("ID"), N_("Record a refusal: the deal is lost, goes back or is parked."),
    sc_cli_deal_refuse },
  { "deal", "park", N_("ID"), N_("Park a deal until a day."), sc_cli_deal_park },
  { "deal", "unpark", N_("ID"), N_("Take a parked deal back to work."), sc_cli_deal_unpark },
  { "deal", "tactics", N_("ID"), N_("Show what to ask, say and send in the stage of a deal."), sc_cli_deal_tactics },
  { "deal", "import", N_("PROCESS FILE"), N_("Import deals from a table."), sc_cli_deal_import },
  { "deal", "export", N_("PROCESS"), N_("Export the deals of a process to a table."), sc_cli_deal_export },
  { "deal", "delete", N_("ID"), N_("Delete a deal."), sc_cli_deal_delete },
  { "deal", "undelete", N_("ID"), N_("Bring back a deal that was deleted."), sc_cli_deal_undelete },
  { "insight", "cycle", N_("PROCESS"), N_("Tell how long the cycle of a process is."), sc_cli_insight_cycle },
  { "insight", "flow", N_("PROCESS"), N_("Tell how deals go through the stages of a process."), sc_cli_insight_flow },
  { "insight", "discovery", N_("PROCESS"), N_("Tell how complete needs discovery is, and how that goes with winning."),
    sc_cli_insight_discovery },
  { "insight", "forecast", N_("PROCESS"), N_("Tell what will come in, and how that came true before."), sc_cli_insight_forecast },
  { "insight", "calibration", N_("PROCESS"), N_("Tell how far what was said of deals came true."), sc_cli_insight_calibration },
  { "insight", "versions", N_("PROCESS"), N_("Tell whether a change of the process helped."), sc_cli_insight_versions },
  { "plan", "set", N_("PROCESS"), N_("Say what is to be won in a month."), sc_cli_plan_set },
  { "plan", "show", N_("PROCESS"), N_("Tell what is to be won by month, beside what was."), sc_cli_plan_show },
  { "plan", "fact", N_("PROCESS"), N_("Tell what has come of plans, and what may still come."), sc_cli_plan_fact },
  { "calendar", "show", NULL, N_("Show which days are worked on."), sc_cli_calendar_show },
  { "calendar", "set", NULL, N_("Say which days of the week are worked on, and for how long."), sc_cli_calendar_set },
  { "calendar", "holiday", N_("DAY[..DAY]"), N_("Say that days are off, or worked on."), sc_cli_calendar_holiday },
  { "calendar", "import", N_("FILE"), N_("Take holidays from an iCalendar file."), sc_cli_calendar_import },
  { "undo", NULL, NULL, N_("Undo your last change."), sc_cli_undo },
  { "redo", NULL, NULL, N_("Redo the change that you undid last."), sc_cli_redo },
  { "database", "check", NULL, N_("Check the whole database."), sc_cli_database_check },
  { "database", "backup", N_("FILE"), N_("Copy the database as it is now."), sc_cli_database_backup },
  { "database", "restore", N_("FILE"), N_("Restore the database from a copy."), sc_cli_database_restore },
  { "database", "sample", NULL, N_("Add made-up processes and deals, to try things out."), sc_cli_database_sample },
};

static void
print_usage (const char *group)
{
  sc_cli_print ("%s\n", _("Usage:"));
  if (group == NULL)
    sc_cli_print ("  stagecraft [--database %s] [window]\n", _("FILE"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (group == NULL || g_str_equal (group, commands[i].group))
      sc_cli_print ("  stagecraft [--database %s] %s%s%s%s%s\n", _("FILE"), commands[i].group,
                    commands[i].verb != NULL ? " " : "", commands[i].verb != NULL ? commands[i].verb : "",
                    commands[i].parameters != NULL ? " " : "",
                    commands[i].parameters != NULL ? _(commands[i].parameters) : "");
  sc_cli_print ("\n%s\n", _("Each command has --help, and prints JSON with --json."));
}

/* Takes “--database FILE” off the front. Returns how many arguments it took,
 * -1 where the file is missing. */
static int
take_database (int    argc,
               char **argv,
               char **database)
{
  if (g_str_has_prefix (argv[0], "--database="))
    {
      g_set_str (database, argv[0] + strlen ("--database="));
      return 1;
    }
  if (!g_str_equal (argv[0], "--database"))
    return 0;
  if (argc < 2)
    return -1;

  g_set_str (database, argv[1]);

  return 2;
}

static gboolean
is_group (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (word, commands[i].group))
      return TRUE;

  return FALSE;
}

/* What was printed lacks them. */
static int
report_bad_rows (ScStore *store,
                 int      status)
{
  g_auto (GStrv) problems = sc_bad_rows_list (sc_store_get_bad_rows (store));

  if (problems[0] == NULL)
    return status;

  for (guint i = 0; problems[i] != NULL; i++)
    sc_cli_print_error ("%s", problems[i]);
  sc_cli_print_error ("%s", _("These rows contain invalid values and were skipped. List them all with “stagecraft "
                              "database check”, or restore a backup."));

  return status == SC_CLI_DONE ? SC_CLI_FAILED : status;
}

/* -1 where the group has verbs. */
static int
find_word (const char *group)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].verb == NULL && g_str_equal (group, commands[i].group))
      return (int) i;

  return -1;
}

static int
run_command (guint      command,
             ScCliCall *call)
{
  g_autofree char **copy = g_memdup2 (call->argv, sizeof (char *) * ((gsize) call->argc + 1));
  int status;

  /* The parser takes arguments out of the list that it is given. */
  call->argv = copy;
  call->verb = commands[command].verb;
  call->parameters = commands[command].parameters != NULL ? _(commands[command].parameters) : NULL;
  call->summary = commands[command].summary;
  status = commands[command].run (call);
  if (call->store != NULL)
    status = report_bad_rows (call->store, status);
  g_clear_object (&call->store);
  g_strfreev (call->words);

  return status;
}

static int
run_verb (ScCliCall *call,
          int        argc,
          char     **argv)
{
  int word = find_word (call->group);

  if (word >= 0)
    {
      /* The parser skips the name in front. */
      call->argc = argc + 1;
      call->argv = argv - 1;
      return run_command ((guint) word, call);
    }
  if (argc == 0)
    return sc_cli_call_misuse (call, _("No command given."));
  if (g_str_equal (argv[0], "--help") || g_str_equal (argv[0], "-h"))
    {
      print_usage (call->group);
      return SC_CLI_DONE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (call->group, commands[i].group) && g_str_equal (argv[0], commands[i].verb))
      {
        call->argc = argc;
        call->argv = argv;
        return run_command (i, call);
      }

  return sc_cli_call_misuse (call, _("Unknown command “%s”."), argv[0]);
}

static gboolean
print_about (const char *argument)
{
  if (g_str_equal (argument, "--version"))
    sc_cli_print ("stagecraft %s\n", PACKAGE_VERSION);
  else if (g_str_equal (argument, "--help") || g_str_equal (argument, "-h"))
    print_usage (NULL);
  else
    return FALSE;

  return TRUE;
}

/* Group and verb may have “--database FILE” in front of them. */
static int
run_words (ScCliCall *call,
           int        argc,
           char     **argv)
{
  while (argc > 0)
    {
      int n_taken = take_database (argc, argv, &call->database);

      if (n_taken < 0)
        return sc_cli_call_misuse (call, _("“--database” needs a file."));
      if (n_taken == 0 && call->group != NULL)
        break;
      if (n_taken == 0)
        {
          if (print_about (argv[0]))
            return SC_CLI_DONE;
          if (!is_group (argv[0]))
            return sc_cli_call_misuse (call, _("Unknown command “%s”."), argv[0]);
          call->group = argv[0];
          n_taken = 1;
        }
      argc -= n_taken;
      argv += n_taken;
    }

  return run_verb (call, argc, argv);
}

/* A program that prints to a full disk has failed. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  sc_cli_print_error (_("The output could not be written: %s."), g_strerror (errno));

  return status == SC_CLI_DONE ? SC_CLI_FAILED : status;
}

/**
 * sc_cli_run:
 * @argc: number of arguments
 * @argv: arguments, the program's name first
 *
 * Carries out what the arguments say, without a display.
 *
 * Returns: the process's exit status: 0, 1 (failed) or 2 (wrong command line)
 */
int
sc_cli_run (int    argc,
            char **argv)
{
  ScCliCall call = { 0 };
  int status = run_words (&call, argc - 1, argv + 1);

  g_free (call.database);

  return finish_output (status);
}
