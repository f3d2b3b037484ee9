/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the rows of a list in its order, such as the stages of a version: finds
 * the row of each element, deletes those whose element is gone, and gives as few
 * as can be a new key to sort by. */

#include "store/tables/sc-ordered-rows-private.h"

#include <string.h>

#include "store/sc-sort-key.h"

static void
clear (gpointer data)
{
  ScOrderedRow *row = data;

  g_free (row->key);
}

static GArray *
rows_new (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (ScOrderedRow));

  g_array_set_clear_func (rows, clear);

  return rows;
}

static void
add_row (GArray     *rows,
         gint64      number,
         const char *key)
{
  ScOrderedRow row = { .row = number, .key = g_strdup (key), .is_moved = key == NULL };

  g_array_append_val (rows, row);
}

/* Marks as moved all but a longest run of keys that rise already. */
static void
mark_moved (GArray *rows)
{
  g_autofree guint *length = g_new0 (guint, rows->len + 1);
  g_autofree int *previous = g_new0 (int, rows->len + 1);
  int last = -1;

  for (guint i = 0; i < rows->len; i++)
    {
      ScOrderedRow *row = &g_array_index (rows, ScOrderedRow, i);

      previous[i] = -1;
      length[i] = row->key != NULL ? 1 : 0;
      for (guint j = 0; j < i && row->key != NULL; j++)
        {
          ScOrderedRow *other = &g_array_index (rows, ScOrderedRow, j);

          if (other->key != NULL && length[j] >= length[i] && strcmp (other->key, row->key) < 0)
            {
              length[i] = length[j] + 1;
              previous[i] = (int) j;
            }
        }
      if (length[i] > 0 && (last < 0 || length[i] > length[last]))
        last = (int) i;
      row->is_moved = TRUE;
    }

  for (; last >= 0; last = previous[last])
    g_array_index (rows, ScOrderedRow, last).is_moved = FALSE;
}

static const char *
find_next_key (GArray *rows,
               guint   position)
{
  for (guint i = position + 1; i < rows->len; i++)
    if (!g_array_index (rows, ScOrderedRow, i).is_moved)
      return g_array_index (rows, ScOrderedRow, i).key;

  return NULL;
}

/* Gives keys that rise in the order of the rows, changing as few as can be. */
static void
arrange (GArray *rows)
{
  const char *before = NULL;

  mark_moved (rows);
  for (guint i = 0; i < rows->len; i++)
    {
      ScOrderedRow *row = &g_array_index (rows, ScOrderedRow, i);

      if (row->is_moved)
        {
          g_free (row->key);
          row->key = sc_sort_key_between (before, find_next_key (rows, i));
        }
      before = row->key;
    }
}

/* The rows that are there: UUID to place, counted from 1. */
static GHashTable *
load_rows (ScStatement *statement,
           GArray      *found,
           GError     **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (sc_statement_step (statement, error))
    {
      add_row (found, sc_statement_get_int (statement, 0), sc_statement_get_text (statement, 2));
      g_hash_table_insert (by_id, sc_statement_dup_text (statement, 1), GUINT_TO_POINTER (found->len));
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&by_id);
}

static gboolean
delete_others (ScWrite    *write,
               const char *table,
               GArray     *found,
               GError    **error)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, ScOrderedRow, i).row != 0
        && !sc_write_delete (write, table, g_array_index (found, ScOrderedRow, i).row, 0, error))
      return FALSE;

  return TRUE;
}

/**
 * sc_ordered_rows_save:
 * @write: a write
 * @table: the table that the list stands in
 * @statement: gives the rows that are there as row, UUID and key
 * @list: the list's elements, in order
 * @get_id: tells an element's UUID
 * @put: writes one of them to its place
 * @data: for @put
 * @error: why it can't be written
 *
 * Returns: whether the rows say what the list does now
 */
gboolean
sc_ordered_rows_save (ScWrite        *write,
                      const char     *table,
                      ScStatement    *statement,
                      GPtrArray      *list,
                      ScOrderedRowId  get_id,
                      ScOrderedRowPut put,
                      gpointer        data,
                      GError        **error)
{
  g_autoptr (GArray) found = rows_new ();
  g_autoptr (GArray) rows = rows_new ();
  g_autoptr (GHashTable) by_id = load_rows (statement, found, error);

  if (by_id == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (by_id, get_id (list->pdata[i])));
      ScOrderedRow *row = number > 0 ? &g_array_index (found, ScOrderedRow, number - 1) : NULL;

      add_row (rows, row != NULL ? row->row : 0, row != NULL ? row->key : NULL);
      if (row != NULL)
        row->row = 0;
    }
  if (!delete_others (write, table, found, error))
    return FALSE;

  arrange (rows);
  for (guint i = 0; i < list->len; i++)
    if (!put (write, list->pdata[i], &g_array_index (rows, ScOrderedRow, i), data, error))
      return FALSE;

  return TRUE;
}
