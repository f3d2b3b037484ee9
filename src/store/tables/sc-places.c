/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tables/sc-places-private.h"

#include <string.h>

#include "store/sc-sort-key.h"

static void
clear (gpointer data)
{
  ScPlace *place = data;

  g_free (place->key);
}

/**
 * sc_places_new:
 *
 * Returns: (transfer full) (element-type ScPlace): an empty list
 */
GArray *
sc_places_new (void)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (ScPlace));

  g_array_set_clear_func (places, clear);

  return places;
}

/**
 * sc_places_add:
 * @places: (element-type ScPlace): places
 * @row: a row, 0 for one that is new
 * @key: (nullable): its key so far
 */
void
sc_places_add (GArray     *places,
               gint64      row,
               const char *key)
{
  ScPlace place = { .row = row, .key = g_strdup (key), .is_moved = key == NULL };

  g_array_append_val (places, place);
}

/* Marks as moved all but a longest run of keys that rise already. */
static void
mark_moved (GArray *places)
{
  g_autofree guint *length = g_new0 (guint, places->len + 1);
  g_autofree int *previous = g_new0 (int, places->len + 1);
  int last = -1;

  for (guint i = 0; i < places->len; i++)
    {
      ScPlace *place = &g_array_index (places, ScPlace, i);

      previous[i] = -1;
      length[i] = place->key != NULL ? 1 : 0;
      for (guint j = 0; j < i && place->key != NULL; j++)
        {
          ScPlace *other = &g_array_index (places, ScPlace, j);

          if (other->key != NULL && length[j] >= length[i] && strcmp (other->key, place->key) < 0)
            {
              length[i] = length[j] + 1;
              previous[i] = (int) j;
            }
        }
      if (length[i] > 0 && (last < 0 || length[i] > length[last]))
        last = (int) i;
      place->is_moved = TRUE;
    }

  for (; last >= 0; last = previous[last])
    g_array_index (places, ScPlace, last).is_moved = FALSE;
}

static const char *
find_next_key (GArray *places,
               guint   position)
{
  for (guint i = position + 1; i < places->len; i++)
    if (!g_array_index (places, ScPlace, i).is_moved)
      return g_array_index (places, ScPlace, i).key;

  return NULL;
}

/**
 * sc_places_arrange:
 * @places: (element-type ScPlace): places in the order that is wanted
 *
 * Gives keys that rise in that order, changing as few as can be.
 */
void
sc_places_arrange (GArray *places)
{
  const char *before = NULL;

  mark_moved (places);
  for (guint i = 0; i < places->len; i++)
    {
      ScPlace *place = &g_array_index (places, ScPlace, i);

      if (place->is_moved)
        {
          g_free (place->key);
          place->key = sc_sort_key_between (before, find_next_key (places, i));
        }
      before = place->key;
    }
}
