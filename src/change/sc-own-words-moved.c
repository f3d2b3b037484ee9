/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A manager's own words follow what they speak of: into the stage that theirs was merged
 * into, and into a process that is made like theirs. */

#include "change/sc-own-words-private.h"

#include "change/sc-successor-private.h"
#include "store/sc-document-write.h"

static gboolean
leave_stage (ScWrite         *write,
             const char      *process_id,
             const ScVersion *before,
             const char      *stage_id,
             const ScStage   *heir,
             GPtrArray       *words,
             GError         **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      ScKeptWord *word = words->pdata[i];
      g_autofree char *stands_with = sc_kept_word_find_stage (word, before);

      if (g_strcmp0 (stands_with, stage_id) != 0)
        continue;

      sc_kept_word_leave_stage (word, stage_id, heir != NULL ? heir->id : NULL);
      if (!sc_write_put_kept_word (write, process_id, word, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_own_words_follow:
 * @write: a write
 * @process_id: a process
 * @before: its draft before an edit
 * @after: its draft as it is now
 * @error: why it can't be written
 *
 * Returns: whether words about stages that were merged into others are theirs now; those of
 *   a stage that is gone without a trace wait for it
 */
gboolean
sc_own_words_follow (ScWrite         *write,
                     const char      *process_id,
                     const ScVersion *before,
                     const ScVersion *after,
                     GError         **error)
{
  g_autoptr (GPtrArray) words = NULL;

  for (guint i = 0; i < before->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (before, i);

      if (sc_version_find_stage (after, stage->id, NULL) != NULL)
        continue;

      if (words == NULL)
        words = sc_write_list_kept_words (write, process_id, error);
      if (words == NULL
          || !leave_stage (write, process_id, before, stage->id, sc_successor_find (before, after, i), words, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_own_words_list:
 * @write: a write
 * @process_id: a process
 * @version: one of its versions
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScOwnWord): what stands at which place in it
 */
GPtrArray *
sc_own_words_list (ScWrite         *write,
                   const char      *process_id,
                   const ScVersion *version,
                   GError         **error)
{
  g_autoptr (GPtrArray) kept = sc_write_list_kept_words (write, process_id, error);

  return kept != NULL ? sc_kept_words_show (kept, version) : NULL;
}

/**
 * sc_own_words_take_over:
 * @words: (element-type ScOwnWord): a process's own words
 * @from: the version that they stand in
 * @to: one that says the same, with stages of its own in the same order
 *
 * Lets the words be about the stages of @to. What has no place in @from is left out: nobody
 * could say there what it was about.
 */
void
sc_own_words_take_over (GPtrArray       *words,
                        const ScVersion *from,
                        const ScVersion *to)
{
  for (guint i = words->len; i > 0; i--)
    {
      ScOwnWord *word = words->pdata[i - 1];
      g_autofree char *stage_id = NULL;
      g_autofree char *place = NULL;
      guint position;

      sc_place_parse (word->place, NULL, &stage_id, NULL);
      if (stage_id == NULL)
        continue;

      if (sc_version_find_stage (from, stage_id, &position) == NULL)
        {
          g_ptr_array_remove_index (words, i - 1);
          continue;
        }
      place = sc_place_rename (word->place, sc_version_get_stage (to, position)->id);
      g_set_str (&word->place, place);
    }
}

/**
 * sc_own_words_add:
 * @write: a write
 * @process_id: a new process
 * @version: its version
 * @words: (element-type ScOwnWord): what stands at which place
 * @error: why it can't be written
 *
 * What is stale stays so until it is looked through.
 *
 * Returns: whether it has the words
 */
gboolean
sc_own_words_add (ScWrite         *write,
                  const char      *process_id,
                  const ScVersion *version,
                  GPtrArray       *words,
                  GError         **error)
{
  for (guint i = 0; i < words->len; i++)
    {
      const ScOwnWord *word = words->pdata[i];
      g_autoptr (ScKeptWord) kept = sc_kept_word_new (word->place, word->text);

      if (!word->is_stale)
        sc_kept_word_look_through (kept, version, NULL);
      if (!sc_write_put_kept_word (write, process_id, kept, error))
        return FALSE;
    }

  return TRUE;
}
