/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `insight discovery`: tells how complete needs discovery is. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "statistics/sc-discovery.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-question-words.h"

static void
write_question (ScJsonWriter            *writer,
                const ScQuestionFigures *question)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", question->criterion_id);
  sc_json_writer_add_text (writer, "text", question->text);
  sc_json_writer_add_int (writer, "asked", question->answered.of);
  sc_json_writer_add_int (writer, "answered", question->answered.n);
  sc_json_writer_add_int (writer, "decided_with", question->won_with.of);
  sc_json_writer_add_int (writer, "won_with", question->won_with.n);
  sc_json_writer_add_int (writer, "decided_without", question->won_without.of);
  sc_json_writer_add_int (writer, "won_without", question->won_without.n);
  sc_json_writer_end (writer);
}

static void
write_group (ScJsonWriter           *writer,
             const ScDiscoveryGroup *group)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_number (writer, "share", group->share);
  sc_json_writer_add_int (writer, "n", group->n);
  sc_json_writer_add_int (writer, "won", group->n_won);
  sc_cli_write_share (writer, "won_share", &group->won);
  sc_json_writer_end (writer);
}

static void
write_regressions (ScJsonWriter             *writer,
                   const ScDiscoveryFigures *figures)
{
  if (figures->logistic_reason == SC_REASON_NONE)
    {
      sc_json_writer_begin_object (writer, "logistic");
      sc_json_writer_add_number (writer, "coefficient", figures->coefficient);
      sc_json_writer_add_number (writer, "se", figures->se);
      sc_json_writer_add_number (writer, "intercept", figures->intercept);
      sc_json_writer_end (writer);
    }
  else
    {
      sc_json_writer_add_null (writer, "logistic");
    }

  if (figures->adjusted_reason == SC_REASON_NONE)
    {
      sc_json_writer_begin_object (writer, "adjusted");
      sc_json_writer_add_number (writer, "with", figures->adjusted_with);
      sc_json_writer_add_number (writer, "without", figures->adjusted_without);
      sc_json_writer_end (writer);
    }
  else
    {
      sc_json_writer_add_null (writer, "adjusted");
    }
}

static void
print_json (const ScDiscoveryFigures *figures)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;
  ScReason reason = figures->reason != SC_REASON_NONE ? figures->reason : figures->logistic_reason;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_bool (writer, "not_applicable", figures->reason == SC_REASON_NO_DISCOVERY);
  sc_json_writer_add_int (writer, "n", figures->n);
  sc_cli_write_figure (writer, "mean_share", figures->mean_share);
  sc_json_writer_add_int (writer, "confirmed", figures->confirmed.n);
  sc_json_writer_add_int (writer, "corrected", figures->corrected.n);
  sc_json_writer_add_int (writer, "at_gate", figures->at_gate.n);
  sc_json_writer_add_int (writer, "not_told", figures->not_told.n);
  sc_json_writer_begin_array (writer, "questions");
  for (guint i = 0; i < figures->questions->len; i++)
    write_question (writer, figures->questions->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_begin_array (writer, "groups");
  for (guint i = 0; i < figures->groups->len; i++)
    write_group (writer, &g_array_index (figures->groups, ScDiscoveryGroup, i));
  sc_json_writer_end (writer);
  write_regressions (writer, figures);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (reason));
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static char *
name_share (const ScShare *share)
{
  return share->of >= SC_FEWEST_CASES ? sc_share_to_text (share) : g_strdup ("–");
}

static void
print_questions (const ScDiscoveryFigures *figures)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  sc_cli_print ("\n");
  sc_cli_table_add (table, _("Question"), _("Answered"), _("Won with an answer"), _("Won without"), NULL);
  for (guint i = 0; i < figures->questions->len; i++)
    {
      const ScQuestionFigures *question = figures->questions->pdata[i];
      g_autofree char *answered = name_share (&question->answered);
      g_autofree char *with = name_share (&question->won_with);
      g_autofree char *without = name_share (&question->won_without);

      sc_cli_table_add (table, question->text, answered, with, without, NULL);
    }
  sc_cli_table_print (table);
}

/* Which of them tell winners from losers, and which nobody answers. */
static void
tell_questions (const ScDiscoveryFigures *figures)
{
  g_autoptr (GPtrArray) telling = sc_questions_find_telling (figures);

  sc_cli_print ("\n");
  for (guint i = 0; i < telling->len; i++)
    sc_cli_print_sentence (sc_question_tell (telling->pdata[i]));
  sc_cli_print_sentence (sc_questions_tell_alike (figures));
  for (guint i = 0; i < figures->questions->len; i++)
    if (sc_question_is_never_answered (figures->questions->pdata[i]))
      sc_cli_print_sentence (sc_question_tell_never_answered (figures->questions->pdata[i]));
}

static void
print_text (const ScDiscoveryFigures *figures)
{
  sc_cli_print_sentence (sc_discovery_tell_answered (figures));
  if (figures->reason == SC_REASON_NO_DISCOVERY)
    return;

  sc_cli_print_sentence (sc_discovery_tell_confirmed (figures));
  sc_cli_print_sentence (sc_discovery_tell_corrected (figures));
  sc_cli_print_sentence (sc_discovery_tell_winning (figures));
  sc_cli_print_sentence (sc_discovery_tell_trend (figures));
  sc_cli_print_sentence (sc_discovery_tell_left_out (figures));
  if (figures->n > 0)
    print_questions (figures);
  if (figures->reason == SC_REASON_NONE)
    tell_questions (figures);
}

/**
 * sc_cli_insight_discovery:
 * @call: the call
 *
 * `insight discovery PROCESS [--as-of DATE …]`: tells how complete needs discovery is.
 *
 * Returns: an exit status
 */
int
sc_cli_insight_discovery (ScCliCall *call)
{
  g_auto (ScCliFigures) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_FIGURES_OPTIONS (&options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFiguresQuery) query = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScDiscoveryFigures) figures = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  query = sc_cli_figures_make_query (&options, call, &status);
  if (query == NULL)
    return status;

  store = sc_cli_figures_open (call, query, &error);
  figures = store != NULL ? sc_discovery_read (store, query, NULL, &error) : NULL;
  if (figures == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (figures);
  else
    print_text (figures);

  return SC_CLI_DONE;
}
