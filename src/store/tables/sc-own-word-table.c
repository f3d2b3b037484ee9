/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about a manager's own words. */

#include "store/tables/sc-own-word-table-private.h"

#include "store/sc-document-write.h"
#include "store/tables/sc-json-private.h"
#include "store/tables/sc-process-table-private.h"

static gpointer
read_word (ScStatement *statement)
{
  ScKeptWord *word = g_new0 (ScKeptWord, 1);

  word->place = sc_statement_dup_text (statement, 0);
  word->text = sc_statement_dup_text (statement, 1);
  word->prints = sc_json_to_texts (sc_statement_get_text (statement, 2));
  word->heirs = sc_json_to_texts (sc_statement_get_text (statement, 3));

  return word;
}

/**
 * sc_own_word_table_list:
 * @connection: a connection
 * @process_key: a process's row
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScKeptWord): its words, the first written first
 */
GPtrArray *
sc_own_word_table_list (ScConnection *connection,
                        gint64        process_key,
                        GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT place, text, prints, heirs FROM own_word"
                           " WHERE process_id = :process AND deleted_by IS NULL"
                           " ORDER BY id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", process_key);

  return sc_statement_collect (statement, read_word, (GDestroyNotify) sc_kept_word_free, error);
}

typedef struct {
  gint64 process_key;
  gint64 key;
  gboolean is_deleted;
} Row;

/* The row of a place, which may have a tombstone; its key is 0 where there is none. */
static gboolean
find_row (ScWrite    *write,
          const char *process_id,
          const char *place,
          Row        *row,
          GError    **error)
{
  ScConnection *connection = sc_write_get_connection (write);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement = NULL;

  *row = (Row) { .process_key = sc_process_table_get_key (connection, process_id, error) };
  if (row->process_key == 0)
    return FALSE;

  statement = sc_connection_prepare (connection,
                                     "SELECT id, deleted_by FROM own_word WHERE process_id = :process AND place = :place",
                                     error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process", row->process_key);
  sc_statement_bind_text (statement, ":place", place);
  if (sc_statement_step (statement, &local_error))
    {
      row->key = sc_statement_get_int (statement, 0);
      row->is_deleted = !sc_statement_is_null (statement, 1);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_write_list_kept_words:
 * @self: a write
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScKeptWord): its words, as the write has left them
 */
GPtrArray *
sc_write_list_kept_words (ScWrite    *self,
                          const char *process_id,
                          GError    **error)
{
  gint64 key = sc_process_table_get_key (sc_write_get_connection (self), process_id, error);

  return key != 0 ? sc_own_word_table_list (sc_write_get_connection (self), key, error) : NULL;
}

/**
 * sc_write_put_kept_word:
 * @self: a write
 * @process_id: a process
 * @word: words
 * @error: why it can't be written
 *
 * Returns: whether they stand at their place, whatever stood there
 */
gboolean
sc_write_put_kept_word (ScWrite          *self,
                        const char       *process_id,
                        const ScKeptWord *word,
                        GError          **error)
{
  g_autofree char *prints = sc_json_from_texts ((const char *const *) word->prints);
  g_autofree char *heirs = sc_json_from_texts ((const char *const *) word->heirs);
  g_autoptr (ScValues) values = sc_values_new ();
  Row row;

  if (!find_row (self, process_id, word->place, &row, error))
    return FALSE;

  sc_values_set_text (values, "text", word->text);
  sc_values_set_text (values, "prints", prints);
  sc_values_set_text (values, "heirs", heirs);
  if (row.is_deleted)
    return sc_write_undelete (self, "own_word", row.key, values, error);
  if (row.key != 0)
    return sc_write_update (self, "own_word", row.key, 0, values, error);

  sc_values_set_int (values, "process_id", row.process_key);
  sc_values_set_text (values, "place", word->place);

  return sc_write_insert (self, "own_word", values, error) != 0;
}

/**
 * sc_write_delete_kept_word:
 * @self: a write
 * @process_id: a process
 * @place: where words were written
 * @error: why it can't be written
 *
 * Returns: whether no words stand there
 */
gboolean
sc_write_delete_kept_word (ScWrite    *self,
                           const char *process_id,
                           const char *place,
                           GError    **error)
{
  Row row;

  return find_row (self, process_id, place, &row, error)
         && (row.key == 0 || row.is_deleted || sc_write_delete (self, "own_word", row.key, 0, error));
}
