/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a manager writes into a process's documents, and how its places are named. */

#include "model/sc-own-word.h"

#define STAGE "stage:"

static const char *const where_ids[SC_N_WORD_WHERES] = {
  [SC_WORD_BEFORE] = "before",
  [SC_WORD_AFTER] = "after",
  [SC_WORD_INSTEAD] = "instead",
};

/**
 * sc_own_word_new:
 * @place: where they stand
 * @text: the words
 *
 * Returns: (transfer full): words that are not stale
 */
ScOwnWord *
sc_own_word_new (const char *place,
                 const char *text)
{
  ScOwnWord *self = g_new0 (ScOwnWord, 1);

  self->place = g_strdup (place);
  self->text = g_strdup (text);

  return self;
}

/**
 * sc_own_word_free:
 * @self: (transfer full): somebody's own words
 */
void
sc_own_word_free (ScOwnWord *self)
{
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

/**
 * sc_place_parse:
 * @place: (nullable): the name of a place
 * @section: (out) (optional) (nullable): the id of its section, %NULL where it is a stage's
 * @stage_id: (out) (optional) (nullable): the id of its stage, %NULL where it is a section's
 * @where: (out) (optional): on which side of it
 *
 * Whether there is such a section or stage is not looked at.
 *
 * Returns: whether it is the name of a place; a stage's own subsection can't be replaced
 */
gboolean
sc_place_parse (const char  *place,
                char       **section,
                char       **stage_id,
                ScWordWhere *where)
{
  const char *colon = place != NULL ? strrchr (place, ':') : NULL;
  gboolean is_stage = place != NULL && g_str_has_prefix (place, STAGE);
  const char *subject = is_stage ? place + strlen (STAGE) : place;

  if (colon == NULL || colon <= subject)
    return FALSE;

  for (guint i = 0; i < SC_N_WORD_WHERES; i++)
    if (g_str_equal (colon + 1, where_ids[i]))
      {
        if (is_stage && i == SC_WORD_INSTEAD)
          return FALSE;

        if (section != NULL)
          *section = is_stage ? NULL : g_strndup (subject, colon - subject);
        if (stage_id != NULL)
          *stage_id = is_stage ? g_strndup (subject, colon - subject) : NULL;
        if (where != NULL)
          *where = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_place_of_section:
 * @section: the id of a section
 * @where: on which side of it
 *
 * Returns: (transfer full): the name of the place, such as `general:after`
 */
char *
sc_place_of_section (const char *section,
                     ScWordWhere where)
{
  return g_strdup_printf ("%s:%s", section, where_ids[where]);
}

/**
 * sc_place_of_stage:
 * @stage_id: the id of a stage
 * @where: before or after what is said of it
 *
 * Returns: (transfer full): the name of the place
 */
char *
sc_place_of_stage (const char *stage_id,
                   ScWordWhere where)
{
  return g_strdup_printf (STAGE "%s:%s", stage_id, where_ids[where]);
}
