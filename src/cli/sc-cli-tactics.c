/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/sc-cli-tactics.h"

#include "model/sc-tactic-choice.h"
#include "model/sc-tactic-fill.h"
#include "model/sc-version.h"
#include "store/sc-deal-criteria.h"

/**
 * sc_cli_list_tactics:
 * @store: the database
 * @deal: a deal
 * @error: why they can't be read
 *
 * Returns: (transfer full) (element-type ScTactic): the tactics of the deal's stage, filled
 *   in for the deal, those that fit it best first; none where the published version has no
 *   such stage any more
 */
GPtrArray *
sc_cli_list_tactics (ScStore      *store,
                     const ScDeal *deal,
                     GError      **error)
{
  g_autoptr (ScVersion) version = sc_store_load_readable_version (store, deal->process_id,
                                                                  SC_VERSION_WANTED_PUBLISHED, error);
  g_autoptr (GPtrArray) filled = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_tactic_free);
  g_autoptr (GPtrArray) criteria = NULL;
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (GPtrArray) tactics = NULL;
  const ScStage *stage;

  if (version == NULL)
    return NULL;

  criteria = sc_store_list_deal_criteria (store, version, NULL, &deal->id, 1, error);
  if (criteria == NULL)
    return NULL;

  answers = sc_deal_criteria_tell_answers (criteria);
  stage = sc_version_find_stage (version, deal->stage_id, NULL);
  tactics = stage != NULL ? sc_tactics_order (stage, deal, NULL) : g_ptr_array_new ();
  for (guint i = 0; i < tactics->len; i++)
    {
      ScTactic *tactic = sc_tactic_copy (tactics->pdata[i]);
      g_autofree char *text = g_steal_pointer (&tactic->text);

      tactic->text = sc_tactic_fill (text, deal, answers);
      g_ptr_array_add (filled, tactic);
    }

  return g_steal_pointer (&filled);
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
