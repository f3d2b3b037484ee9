/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first line of a table that is pasted among the stages: does it say what stands below, and
 * which column goes where. It may be of our own table, in either language, or of anybody's. */

#include "draft/sc-cell-headings.h"

#include <string.h>

#include "method/sc-stage-names.h"
#include "method/sc-table-columns.h"
#include "model/sc-name.h"
#include "model/sc-version.h"

#define NONE -1

struct _ScCellHeadings
{
  char **cells;
  int place[SC_N_STAGE_COLUMNS];
  gboolean has_shares; /* 0.1 for 10 %: so that 1 is all */
};

/* Whole headings, our own title first in both languages: a word of them may be in a name, too. */
static const char *const known[SC_N_STAGE_COLUMNS][12] = {
  [SC_STAGE_NAME] = { "Stage", "Этап" },
  [SC_STAGE_KINDS] = { "Kinds of Step", "Виды шага", "Kind of Step", "Вид шага", "Kinds", "Kind", "Виды", "Вид" },
  [SC_STAGE_RESPONSIBLE] = { "Responsible", "Ответственный", "Ответственные", "Owner", "Assignee", "Исполнитель" },
  [SC_STAGE_TIME] = { "Target Time", "Норматив", "Days", "Дней", "Дни", "Hours", "Часов", "Часы", "Duration", "Срок", "SLA" },
  [SC_STAGE_PROBABILITY] = { "Probability", "Вероятность", "Win Probability", "Chance", "Шанс" },
  [SC_STAGE_CRITERIA] = { "Criteria", "Критерии", "Exit Criteria", "Критерии выхода" },
};

#define N_TITLES 2

/* What our columns are called in a table of somebody else's. */
static const struct {
  ScStageColumn column;
  ScTableColumn sort;
} sorts[] = {
  { SC_STAGE_TIME, SC_TABLE_TIME },
  { SC_STAGE_PROBABILITY, SC_TABLE_PROBABILITY },
  { SC_STAGE_RESPONSIBLE, SC_TABLE_OWNER },
};

static gboolean
is_title (const char   *cell,
          ScStageColumn column)
{
  for (guint i = 0; i < N_TITLES; i++)
    if (sc_name_equal (cell, known[column][i]))
      return TRUE;

  return sc_name_equal (cell, sc_stage_column_get_title (column));
}

static gboolean
is_known (const char   *cell,
          ScStageColumn column)
{
  for (guint i = 0; known[column][i] != NULL; i++)
    if (sc_name_equal (cell, known[column][i]))
      return TRUE;

  return is_title (cell, column) || (column == SC_STAGE_NAME && sc_stage_name_is_heading (cell));
}

static gboolean
has_word (const char   *cell,
          ScStageColumn column)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (sorts[i].column == column)
      return sc_table_heading_tells (cell, sorts[i].sort);

  return FALSE;
}

static gboolean
is_number (ScStageColumn column)
{
  return column == SC_STAGE_TIME || column == SC_STAGE_PROBABILITY;
}

static gboolean
has_digit (const char *line)
{
  return strpbrk (line, "0123456789") != NULL;
}

/* A column of its own: in that of its heading it is no value; what may be one elsewhere is. */
static gboolean
is_one_heading (const char   *cell,
                ScStageColumn begin)
{
  for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
    if (is_title (cell, column) || ((column == begin || is_number (column)) && is_known (cell, column)))
      return TRUE;

  return is_number (begin) && has_word (cell, begin);
}

/* Several: one of them is surely a heading. Where names would stand, a word is not enough. */
static gboolean
are_headings (char        **cells,
              ScStageColumn begin)
{
  for (guint i = 0; cells[i] != NULL; i++)
    for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
      if (is_known (cells[i], column) || (begin + i != SC_STAGE_NAME && is_number (column) && has_word (cells[i], column)))
        return TRUE;

  return FALSE;
}

static gboolean
is_taken (const ScCellHeadings *self,
          guint                 place)
{
  for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
    if (self->place[column] == (int) place)
      return TRUE;

  return FALSE;
}

static void
find_places (ScCellHeadings *self,
             gboolean ( *speaks ) (const char *cell, ScStageColumn column))
{
  for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
    for (guint i = 0; self->cells[i] != NULL && self->place[column] == NONE; i++)
      if (!is_taken (self, i) && speaks (self->cells[i], column))
        self->place[column] = (int) i;
}

/* Shares from 0 to 1 are so in all rows. */
static gboolean
are_shares (char **lines,
            guint  place)
{
  gboolean has_point = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      const char *cell = place < g_strv_length (cells) ? g_strdelimit (g_strstrip (cells[place]), ",", '.') : "";

      if (strchr (cell, '%') != NULL || g_ascii_strtod (cell, NULL) > 1)
        return FALSE;
      has_point |= strchr (cell, '.') != NULL;
    }

  return has_point;
}

/**
 * sc_cell_headings_read:
 * @lines: what is pasted, with tabs between the cells of a line
 * @begin: the column that it is pasted into
 *
 * Returns: (transfer full) (nullable): what the first line says of the columns below; %NULL
 *   where it is a row as the others are
 */
ScCellHeadings *
sc_cell_headings_read (char        **lines,
                       ScStageColumn begin)
{
  g_auto (GStrv) cells = NULL;
  ScCellHeadings *self;

  if (lines[0] == NULL || lines[1] == NULL || has_digit (lines[0]))
    return NULL;

  cells = g_strsplit (lines[0], "\t", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    g_strstrip (cells[i]);
  if (cells[0] == NULL || !(cells[1] == NULL ? is_one_heading (cells[0], begin) : are_headings (cells, begin)))
    return NULL;

  self = g_new0 (ScCellHeadings, 1);
  self->cells = g_steal_pointer (&cells);
  for (ScStageColumn column = 0; column < SC_N_STAGE_COLUMNS; column++)
    self->place[column] = NONE;
  find_places (self, is_title);
  find_places (self, is_known);
  find_places (self, has_word);
  self->has_shares = self->place[SC_STAGE_PROBABILITY] != NONE &&
                     are_shares (lines + 1, (guint) self->place[SC_STAGE_PROBABILITY]);

  return self;
}

/**
 * sc_cell_headings_free:
 * @self: (transfer full): headings
 */
void
sc_cell_headings_free (ScCellHeadings *self)
{
  g_strfreev (self->cells);
  g_free (self);
}

/**
 * sc_cell_headings_find:
 * @self: headings
 * @column: a column of the stages
 * @place: (out): which of the pasted columns goes there, from 0
 *
 * Returns: whether one does
 */
gboolean
sc_cell_headings_find (const ScCellHeadings *self,
                       ScStageColumn         column,
                       guint                *place)
{
  g_return_val_if_fail (column < SC_N_STAGE_COLUMNS, FALSE);

  *place = (guint) MAX (self->place[column], 0);

  return self->place[column] != NONE;
}

static gboolean
has_any (const char        *text,
         const char *const *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sc_cell_headings_complete:
 * @self: headings
 * @column: a column of the stages that sc_cell_headings_find() finds
 * @cell: what stands in a row below
 *
 * Returns: (transfer full): the same as one would type it into the stage's cell: without the
 *   bullet or number before a name, with the unit of a time that stands in its heading, and
 *   with the sign of a share that is whole
 */
char *
sc_cell_headings_complete (const ScCellHeadings *self,
                           ScStageColumn         column,
                           const char           *cell)
{
  static const char *const hours[] = { "час", "hour", NULL };
  static const char *const days[] = { "дн", "день", "day", NULL };
  g_autofree char *trimmed = g_strstrip (g_strdup (cell));
  const char *heading = self->cells[self->place[column]];
  char *name;

  if (column == SC_STAGE_NAME && (name = sc_stage_name_clean (trimmed)) != NULL)
    return name;
  if (column == SC_STAGE_PROBABILITY && self->has_shares && g_str_equal (trimmed, "1"))
    return g_strdup ("100%");
  if (column != SC_STAGE_TIME || !has_digit (trimmed) || sc_text_has_letter (trimmed))
    return g_steal_pointer (&trimmed);
  if (has_any (heading, hours))
    return g_strconcat (trimmed, " hours", NULL);
  if (has_any (heading, days))
    return g_strconcat (trimmed, " days", NULL);

  return g_steal_pointer (&trimmed);
}
