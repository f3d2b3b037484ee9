/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's place in its column is a key between its neighbours', so that a
 * drop writes one row. Keys grow where things are dropped at the same place
 * again and again, and stages that were merged may hold equal ones; then the
 * deals around that place get short keys anew. */

#include "store/tables/sc-deal-table-private.h"

#include "store/sc-sort-key.h"

#define MAX_KEY_LENGTH 32

/* How many deals on each side get new keys at first; doubled until the keys
 * are short enough. */
#define N_AROUND 16

typedef struct {
  gint64 id;
  char *position;
} Place;

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_free (place->position);
}

static GArray *
places_new (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, place_clear);

  return places;
}

static const char *
get_position (GArray *places,
              guint   i)
{
  return i < places->len ? g_array_index (places, Place, i).position : NULL;
}

/* The deals of the column before or from a place on, the nearest first. */
static GArray *
read_places (ScConnection *connection,
             const char   *sql,
             gint64        stage_key,
             gint64        except_id,
             const Place  *from,
             guint         limit,
             GError      **error)
{
  g_autoptr (GArray) places = places_new ();
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":stage", stage_key);
  sc_statement_bind_int (statement, ":except", except_id);
  sc_statement_bind_int (statement, ":limit", limit);
  if (from != NULL)
    {
      sc_statement_bind_text (statement, ":position", from->position);
      sc_statement_bind_int (statement, ":id", from->id);
    }
  while (sc_statement_step (statement, error))
    {
      Place place = { sc_statement_get_int (statement, 0), sc_statement_dup_text (statement, 1) };

      g_array_append_val (places, place);
    }
  if (sc_statement_has_failed (statement))
    return NULL;

  return g_steal_pointer (&places);
}

#define COLUMN \
        "SELECT id, position FROM deal" \
        " WHERE stage_id = :stage AND status IN ('open', 'won') AND deleted_by IS NULL AND id <> :except"

static GArray *
read_behind (ScConnection *connection,
             gint64        stage_key,
             gint64        except_id,
             const Place  *from,
             guint         limit,
             GError      **error)
{
  return read_places (connection,
                      from != NULL ? COLUMN " AND (position, id) >= (:position, :id) ORDER BY position, id LIMIT :limit"
                                   : COLUMN " ORDER BY position, id LIMIT :limit",
                      stage_key, except_id, from, limit, error);
}

static GArray *
read_before (ScConnection *connection,
             gint64        stage_key,
             gint64        except_id,
             const Place  *from,
             guint         limit,
             GError      **error)
{
  return read_places (connection,
                      from != NULL
                      ? COLUMN " AND (position, id) < (:position, :id) ORDER BY position DESC, id DESC LIMIT :limit"
                      : COLUMN " ORDER BY position DESC, id DESC LIMIT :limit",
                      stage_key, except_id, from, limit, error);
}

/* n keys between two, halving the gap so that they stay short. */
static void
make_keys (const char *low,
           const char *high,
           char      **keys,
           guint       n)
{
  guint middle = n / 2;

  if (n == 0)
    return;

  keys[middle] = sc_sort_key_between (low, high);
  make_keys (low, keys[middle], keys, middle);
  make_keys (keys[middle], high, keys + middle + 1, n - middle - 1);
}

static gboolean
are_short_and_ordered (char      **keys,
                       guint       n,
                       const char *high)
{
  for (guint i = 0; i < n; i++)
    {
      const char *next = i + 1 < n ? keys[i + 1] : high;

      if (strlen (keys[i]) > MAX_KEY_LENGTH || (next != NULL && strcmp (keys[i], next) >= 0))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_position (ScWrite    *write,
                gint64      deal_id,
                const char *position,
                GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "position", position);

  return sc_write_update (write, "deal", deal_id, 0, values, error);
}

/* Gives the deals around a place new keys; returns the one for the place. */
static char *
spread (ScWrite     *write,
        gint64       stage_key,
        gint64       except_id,
        const Place *at,
        GError     **error)
{
  ScConnection *connection = sc_write_get_connection (write);

  for (guint n_around = N_AROUND;; n_around *= 2)
    {
      g_autoptr (GArray) before = read_before (connection, stage_key, except_id, at, n_around + 1, error);
      g_autoptr (GArray) behind = before == NULL || at == NULL ? NULL
                                  : read_behind (connection, stage_key, except_id, at, n_around + 1, error);
      guint n_before = before != NULL ? MIN (before->len, n_around) : 0;
      guint n_behind = behind != NULL ? MIN (behind->len, n_around) : 0;
      guint n = n_before + n_behind + 1;
      gboolean is_all;
      const char *high;
      g_auto (GStrv) keys = NULL;

      if (before == NULL || (at != NULL && behind == NULL))
        return NULL;

      is_all = before->len <= n_around && (behind == NULL || behind->len <= n_around);
      high = behind != NULL ? get_position (behind, n_around) : NULL;
      keys = g_new0 (char *, n + 1);
      make_keys (get_position (before, n_around), high, keys, n);
      if (!is_all && !are_short_and_ordered (keys, n, high))
        continue;

      for (guint i = 0; i < n_before; i++)
        if (!write_position (write, g_array_index (before, Place, i).id, keys[n_before - 1 - i], error))
          return NULL;
      for (guint i = 0; i < n_behind; i++)
        if (!write_position (write, g_array_index (behind, Place, i).id, keys[n_before + 1 + i], error))
          return NULL;

      return g_strdup (keys[n_before]);
    }
}

/* Where a deal stands in the column; no place where it does not. */
static GArray *
find_deal (ScConnection *connection,
           gint64        stage_key,
           gint64        deal_id,
           gint64        except_id,
           GError      **error)
{
  const Place wanted = { deal_id, (char *) "" };

  return read_places (connection, COLUMN " AND id = :id AND position >= :position LIMIT :limit", stage_key, except_id,
                      &wanted, 1, error);
}

/**
 * sc_deal_table_make_position:
 * @write: a write
 * @stage_key: a stage's row
 * @before_id: the deal to stand in front of, 0 for the end of the column, -1
 *   for its top; one that is not in the column is as 0
 * @except_id: the deal that the key is for, 0 for one that is not there yet
 * @error: why it failed
 *
 * Returns: (transfer full): a sortable key for the place
 */
char *
sc_deal_table_make_position (ScWrite *write,
                             gint64   stage_key,
                             gint64   before_id,
                             gint64   except_id,
                             GError **error)
{
  ScConnection *connection = sc_write_get_connection (write);
  g_autoptr (GArray) place = NULL;
  g_autoptr (GArray) before = NULL;
  g_autofree char *key = NULL;
  const Place *at = NULL;
  const char *low;

  if (before_id == -1)
    place = read_behind (connection, stage_key, except_id, NULL, 1, error);
  else
    place = find_deal (connection, stage_key, before_id, except_id, error);
  if (place == NULL)
    return NULL;
  if (place->len > 0)
    at = &g_array_index (place, Place, 0);

  before = read_before (connection, stage_key, except_id, at, 1, error);
  if (before == NULL)
    return NULL;

  low = get_position (before, 0);
  key = sc_sort_key_between (low, at != NULL ? at->position : NULL);
  if ((low == NULL || at == NULL || strcmp (low, at->position) < 0) && strlen (key) <= MAX_KEY_LENGTH)
    return g_steal_pointer (&key);

  return spread (write, stage_key, except_id, at, error);
}
