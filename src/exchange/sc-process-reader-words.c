/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a manager's own words, once the stages that they are about are known. */

#include <glib/gi18n-lib.h>

#include "exchange/sc-process-reader-private.h"
#include "model/sc-new-ids.h"
#include "model/sc-own-word.h"

/* A stage that is gone may be meant, so that one of the file's needn't be. */
static gboolean
is_place (const char *place)
{
  g_autofree char *stage_id = NULL;

  return sc_place_parse (place, NULL, &stage_id, NULL) && (stage_id == NULL || g_uuid_string_is_valid (stage_id));
}

static void
read_word (ScProcessReader *self,
           GPtrArray       *words,
           GHashTable      *places)
{
  ScOwnWord *word = sc_own_word_new (sc_json_reader_need_text (self->reader, "place"),
                                     sc_json_reader_need_text (self->reader, "text"));

  g_ptr_array_add (words, word);
  word->is_stale = sc_json_reader_get_bool (self->reader, "is_stale", FALSE);
  if (!g_hash_table_add (places, g_strdup (word->place)))
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "place", "%s",
                         _("The file has other words for the same place."));
}

static void
check_places (ScProcessReader *self,
              GPtrArray       *words)
{
  for (guint i = 0; i < words->len; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        if (!is_place (((ScOwnWord *) words->pdata[i])->place))
          sc_process_reader_refuse_value (self, "place", ((ScOwnWord *) words->pdata[i])->place);
        sc_json_reader_leave (self->reader);
      }
}

/**
 * sc_process_reader_read_own_words:
 * @self: a process whose stages have their own ids
 * @words: (element-type ScOwnWord): where to add its own words
 */
void
sc_process_reader_read_own_words (ScProcessReader *self,
                                  GPtrArray       *words)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "own_words", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        read_word (self, words, places);
        sc_json_reader_leave (self->reader);
      }
  sc_new_ids_apply_to_words (self->new_ids, words);
  check_places (self, words);
  sc_json_reader_leave (self->reader);
}
