/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which place of own words a person is led to who has taken a change of them back. */

#include "change/sc-returned-place-private.h"

#include "model/sc-own-word.h"

static const ScOwnWord *
find_at (GPtrArray  *words,
         const char *place)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((ScOwnWord *) words->pdata[i])->place, place))
      return words->pdata[i];

  return NULL;
}

/* The first of @words that is not the same in @others. */
static const ScOwnWord *
find_other (GPtrArray *words,
            GPtrArray *others)
{
  for (guint i = 0; i < words->len; i++)
    {
      const ScOwnWord *word = words->pdata[i];
      const ScOwnWord *other = find_at (others, word->place);

      if (other == NULL || !g_str_equal (word->text, other->text) || word->is_stale != other->is_stale)
        return word;
    }

  return NULL;
}

/**
 * sc_returned_place_find:
 * @before: (element-type ScOwnWord): what stood where before a change was taken back
 * @after: (element-type ScOwnWord): and after it
 *
 * Returns: (transfer full) (nullable): the first place with words that have come back or
 *   are others, or else from which words are gone; %NULL where all stands as it stood
 */
char *
sc_returned_place_find (GPtrArray *before,
                        GPtrArray *after)
{
  const ScOwnWord *word = find_other (after, before);

  if (word == NULL)
    word = find_other (before, after);

  return word != NULL ? g_strdup (word->place) : NULL;
}
