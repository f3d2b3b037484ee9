/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal and how it was answered, for whoever shows the deal. */

#include "cli/sc-cli-deal-criteria.h"

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-call.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-values.h"
#include "exchange/sc-process-file.h"
#include "store/sc-deal-criteria.h"

static void
write_answer (ScJsonWriter   *writer,
              const ScAnswer *answer)
{
  if (answer == NULL)
    sc_json_writer_add_null (writer, "answer");
  else if (answer->type == SC_ANSWER_NUMBER)
    sc_json_writer_add_number (writer, "answer", sc_answer_get_number (answer));
  else if (answer->type == SC_ANSWER_MONEY)
    sc_cli_write_money (writer, "answer", sc_answer_get_money (answer));
  else if (answer->type == SC_ANSWER_YES_NO)
    sc_json_writer_add_bool (writer, "answer", sc_answer_is_yes (answer));
  else
    sc_json_writer_add_text (writer, "answer", answer->value);
}

static void
write_criterion (ScJsonWriter          *writer,
                 const ScDealCriterion *row)
{
  const ScCriterion *criterion = row->criterion;
  g_autofree char *at = sc_cli_format_instant (row->answered_at);

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", criterion->id);
  sc_json_writer_add_text (writer, "text", criterion->text);
  sc_json_writer_add_text (writer, "stage", row->stage->name);
  sc_json_writer_add_bool (writer, "is_required", criterion->is_required);
  sc_json_writer_add_text (writer, "asked", criterion->is_asked_at_entry ? "entry" : "exit");
  sc_process_write_question (writer, criterion);
  sc_json_writer_add_text (writer, "state", sc_answer_state_get_id (row->state));
  sc_json_writer_add_bool (writer, "is_met", row->is_met);
  write_answer (writer, row->answer);
  sc_json_writer_add_text (writer, "note", row->note[0] != '\0' ? row->note : NULL);
  sc_json_writer_add_text (writer, "answered_at", at);
  sc_json_writer_add_text (writer, "answered_by", row->answered_by);
  sc_json_writer_end (writer);
}

/**
 * sc_cli_write_deal_criteria:
 * @writer: a writer in a deal's object
 * @version: the published version of its process
 * @criteria: (element-type ScDealCriterion): where the criteria of all stages stand
 *
 * Writes the members `criteria` and `discovery`.
 */
void
sc_cli_write_deal_criteria (ScJsonWriter    *writer,
                            const ScVersion *version,
                            GPtrArray       *criteria)
{
  ScDiscovery discovery;

  sc_json_writer_begin_array (writer, "criteria");
  for (guint i = 0; i < criteria->len; i++)
    write_criterion (writer, criteria->pdata[i]);
  sc_json_writer_end (writer);

  if (!sc_discovery_count (version, criteria, &discovery))
    {
      sc_json_writer_add_null (writer, "discovery");
      return;
    }

  sc_json_writer_begin_object (writer, "discovery");
  sc_json_writer_add_int (writer, "answered", discovery.n_answered);
  sc_json_writer_add_int (writer, "of", discovery.n_questions);
  sc_json_writer_add_bool (writer, "confirmed", discovery.is_confirmed);
  sc_json_writer_end (writer);
}

static const char *
get_state_text (const ScDealCriterion *row)
{
  if (row->state == SC_ANSWER_STATE_NOT_TOLD)
    return C_("criterion", "not told");
  if (row->is_met)
    return C_("criterion", "met");
  if (row->from_deal_id != 0)
    return C_("criterion", "to be confirmed");

  return row->criterion->is_required ? C_("criterion", "required") : C_("criterion", "open");
}

/* A tick says no more than that it is met. */
static char *
make_answer_text (const ScDealCriterion *row)
{
  gboolean has_answer = row->answer != NULL && row->criterion->type != SC_ANSWER_TICK;
  g_autofree char *answer = has_answer ? sc_answer_to_text (row->answer) : g_strdup ("");

  if (row->note[0] == '\0')
    return g_steal_pointer (&answer);
  if (!has_answer)
    return g_strdup (row->note);

  /* Translators: an answer, and a note on it */
  return g_strdup_printf (C_("criterion", "%1$s (%2$s)"), answer, row->note);
}

/* Of its own stage all of it, of others what was told. */
static gboolean
is_shown (const ScDealCriterion *row,
          const ScDeal          *deal)
{
  return g_strcmp0 (row->stage->id, deal->stage_id) == 0 || row->state != SC_ANSWER_STATE_OPEN || row->answer != NULL;
}

/**
 * sc_cli_print_deal_criteria:
 * @version: the published version of the deal's process
 * @deal: the deal
 * @criteria: (element-type ScDealCriterion): where the criteria of all stages stand
 *
 * Prints what its stage asks, and what was told in all of them.
 */
void
sc_cli_print_deal_criteria (const ScVersion *version,
                            const ScDeal    *deal,
                            GPtrArray       *criteria)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);
  ScDiscovery discovery;
  guint n_shown = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ScDealCriterion *row = criteria->pdata[i];
      g_autofree char *answer = make_answer_text (row);

      if (!is_shown (row, deal))
        continue;
      sc_cli_table_add (table, row->stage->name, get_state_text (row), row->criterion->text, answer, NULL);
      n_shown++;
    }
  if (n_shown == 0)
    return;

  sc_cli_print ("\n%s\n", _("Exit criteria"));
  sc_cli_table_print (table);
  if (sc_discovery_count (version, criteria, &discovery) && discovery.n_questions > 0)
    /* Translators: questions that the client has answered, of how many */
    sc_cli_print (_("Needs discovery: %1$u of %2$u answered\n"), discovery.n_answered, discovery.n_questions);
}
