/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the tactics of a deal’s stage, for the commands that show them. */

#include "cli/sc-cli-tactics.h"

#include "model/sc-tactic-choice.h"
#include "model/sc-tactic-fill.h"
#include "store/sc-deal-criteria.h"

/**
 * sc_cli_fill_tactics:
 * @version: the published version of a deal's process
 * @deal: the deal
 * @criteria: (element-type ScDealCriterion): where the version's exit criteria stand for it
 *
 * Returns: (transfer full) (element-type ScTactic): the tactics of the deal's stage, filled
 *   in for the deal, those that fit it best first; none where the version has no such
 *   stage any more
 */
GPtrArray *
sc_cli_fill_tactics (const ScVersion *version,
                     const ScDeal    *deal,
                     GPtrArray       *criteria)
{
  const ScStage *stage = sc_version_find_stage (version, deal->stage_id, NULL);
  g_autoptr (GPtrArray) tactics = stage != NULL ? sc_tactics_order (stage, deal, NULL) : g_ptr_array_new ();
  g_autoptr (GHashTable) answers = sc_deal_criteria_tell_answers (criteria);
  GPtrArray *filled = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_tactic_free);

  for (guint i = 0; i < tactics->len; i++)
    {
      ScTactic *tactic = sc_tactic_copy (tactics->pdata[i]);
      g_autofree char *text = g_steal_pointer (&tactic->text);

      tactic->text = sc_tactic_fill (text, deal, answers);
      g_ptr_array_add (filled, tactic);
    }

  return filled;
}

/**
 * sc_cli_write_tactics:
 * @writer: a writer in an object
 * @tactics: (element-type ScTactic): tactics that are filled in
 *
 * Writes the member `tactics`.
 */
void
sc_cli_write_tactics (ScJsonWriter *writer,
                      GPtrArray    *tactics)
{
  sc_json_writer_begin_array (writer, "tactics");
  for (guint i = 0; i < tactics->len; i++)
    {
      const ScTactic *tactic = tactics->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "id", tactic->id);
      sc_json_writer_add_text (writer, "kind", sc_tactic_kind_get_id (tactic->kind));
      sc_json_writer_add_text (writer, "title", tactic->title);
      sc_json_writer_add_text (writer, "text", tactic->text);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}
