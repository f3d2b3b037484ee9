/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a manager writes into a process's documents, and how its places are named. */

#include "model/sc-own-word.h"

#include <string.h>

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

/* A stage's own subsection is `stage:ID`, a paragraph of it `stage:ID.actions`. */
static gboolean
parse_subject (const char *place,
               const char *colon,
               char      **section,
               char      **stage_id)
{
  gboolean is_stage = g_str_has_prefix (place, STAGE);
  const char *id = is_stage ? place + strlen (STAGE) : place;
  const char *dot = is_stage ? memchr (id, '.', colon - id) : NULL;
  const char *end = dot != NULL ? dot : colon;

  if (end <= id || dot == colon - 1 || memchr (id, ':', colon - id) != NULL)
    return FALSE;

  *section = is_stage && dot == NULL ? NULL : g_strndup (place, colon - place);
  *stage_id = is_stage ? g_strndup (id, end - id) : NULL;

  return TRUE;
}

/**
 * sc_place_parse:
 * @place: (nullable): the name of a place
 * @section: (out) (optional) (nullable): the id of its section, %NULL where it is a stage's
 *   own subsection
 * @stage_id: (out) (optional) (nullable): the id of the stage that it is about, %NULL for
 *   none
 * @where: (out) (optional): on which side of it
 *
 * Whether there is such a section or stage is not looked at.
 *
 * Returns: whether it is the name of a place; a stage's own subsection can't be replaced,
 *   its paragraphs can
 */
gboolean
sc_place_parse (const char  *place,
                char       **section,
                char       **stage_id,
                ScWordWhere *where)
{
  const char *colon = place != NULL ? strrchr (place, ':') : NULL;
  g_autofree char *parsed_section = NULL;
  g_autofree char *parsed_stage = NULL;
  guint i = 0;

  if (colon == NULL)
    return FALSE;

  while (i < SC_N_WORD_WHERES && !g_str_equal (colon + 1, where_ids[i]))
    i++;
  if (i == SC_N_WORD_WHERES || !parse_subject (place, colon, &parsed_section, &parsed_stage)
      || (i == SC_WORD_INSTEAD && parsed_section == NULL))
    return FALSE;

  if (section != NULL)
    *section = g_steal_pointer (&parsed_section);
  if (stage_id != NULL)
    *stage_id = g_steal_pointer (&parsed_stage);
  if (where != NULL)
    *where = i;

  return TRUE;
}

/**
 * sc_place_move:
 * @place: the name of a place
 * @stage_id: a stage
 *
 * Returns: (transfer full) (nullable): the same place of that stage, %NULL where @place is
 *   about no stage; what stands instead of a paragraph stands after the other stage's,
 *   whose own words it would be put in place of
 */
char *
sc_place_move (const char *place,
               const char *stage_id)
{
  g_autofree char *section = NULL;
  g_autofree char *own_stage = NULL;
  ScWordWhere where;

  if (!sc_place_parse (place, &section, &own_stage, &where) || own_stage == NULL)
    return NULL;
  if (g_str_equal (own_stage, stage_id))
    return g_strdup (place);

  return g_strdup_printf (STAGE "%s%s:%s", stage_id, section != NULL ? section + strlen (STAGE) + strlen (own_stage) : "",
                          where_ids[where == SC_WORD_INSTEAD ? SC_WORD_AFTER : where]);
}

/**
 * sc_place_rename:
 * @place: the name of a place
 * @stage_id: what the stage that it is about is known by from now on
 *
 * Returns: (transfer full) (nullable): the same place, %NULL where it is about no stage
 */
char *
sc_place_rename (const char *place,
                 const char *stage_id)
{
  g_autofree char *own_stage = NULL;

  if (!sc_place_parse (place, NULL, &own_stage, NULL) || own_stage == NULL)
    return NULL;

  return g_strconcat (STAGE, stage_id, place + strlen (STAGE) + strlen (own_stage), NULL);
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
