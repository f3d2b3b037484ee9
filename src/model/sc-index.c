/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds a stage or a role of a version by its id without looking at all of
 * them. Whoever fills a version puts things into its arrays as they like, so
 * what the index says is only a hint, which is looked at before it is
 * believed: nothing has to be told when an array changes, and versions that
 * are made from one another share an index as long as it serves. */

#include "model/sc-index-private.h"

/* Fewer are looked through in no more time. */
#define MIN_ITEMS 24

/* How far things move when others are inserted or removed in front. */
#define MAX_SHIFT 3

struct _ScIndex {
  gatomicrefcount ref_count;
  GHashTable *places; /* of char * to place */
  guint n_items;
};

/* Versions are shared between threads, and so are indexes. */
static GMutex lock;

static ScIndex *
index_new (void)
{
  ScIndex *self = g_new0 (ScIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/* Adds what has come behind the others. */
static void
extend (ScIndex         *self,
        const GPtrArray *items,
        ScIndexGetId     get_id)
{
  for (; self->n_items < items->len; self->n_items++)
    g_hash_table_insert (self->places, g_strdup (get_id (items->pdata[self->n_items])),
                         GUINT_TO_POINTER (self->n_items));
}

static gboolean
stands_at (const GPtrArray *items,
           ScIndexGetId     get_id,
           const char      *id,
           guint            place)
{
  return place < items->len && g_str_equal (get_id (items->pdata[place]), id);
}

static int
scan (const GPtrArray *items,
      ScIndexGetId     get_id,
      const char      *id)
{
  for (guint i = 0; i < items->len; i++)
    if (stands_at (items, get_id, id, i))
      return (int) i;

  return -1;
}

static int
look_up (const ScIndex   *self,
         const GPtrArray *items,
         ScIndexGetId     get_id,
         const char      *id)
{
  gpointer found;
  guint place;

  if (!g_hash_table_lookup_extended (self->places, id, NULL, &found))
    return -1;

  place = GPOINTER_TO_UINT (found);
  for (guint shift = 0; shift <= MAX_SHIFT; shift++)
    {
      if (stands_at (items, get_id, id, place + shift))
        return (int) (place + shift);
      if (shift <= place && stands_at (items, get_id, id, place - shift))
        return (int) (place - shift);
    }

  return -1;
}

/**
 * sc_index_find:
 * @index: (inout) (nullable): an index, which is made where it is missing and
 *   made anew where it serves no more
 * @items: what to look in
 * @get_id: tells the id of an item; no two have the same
 * @id: (nullable): the id to look for
 *
 * Returns: the place of the item, from 0; -1 where there is none
 */
int
sc_index_find (ScIndex        **index,
               const GPtrArray *items,
               ScIndexGetId     get_id,
               const char      *id)
{
  int place;

  if (id == NULL)
    return -1;
  if (items->len < MIN_ITEMS)
    return scan (items, get_id, id);

  g_mutex_lock (&lock);
  if (*index == NULL)
    *index = index_new ();
  extend (*index, items, get_id);
  place = look_up (*index, items, get_id, id);
  if (place < 0 && (place = scan (items, get_id, id)) >= 0)
    {
      sc_index_unref (*index);
      *index = index_new ();
      extend (*index, items, get_id);
    }
  g_mutex_unlock (&lock);

  return place;
}

/**
 * sc_index_ref:
 * @self: (nullable): an index
 *
 * Returns: (transfer full) (nullable): the same index
 */
ScIndex *
sc_index_ref (ScIndex *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sc_index_unref:
 * @self: (transfer full): an index
 */
void
sc_index_unref (ScIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->places);
  g_free (self);
}
