/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a pasted table hold beside the stages' names: how long a stage
 * takes, how likely a deal is won there, who is responsible. A heading says so, or what
 * stands in the cells; what could be anything is left alone. */

#include "method/sc-table-columns.h"

#include <math.h>
#include <string.h>

#include "model/sc-duration-entry.h"
#include "model/sc-name.h"

#define NONE -1

/* A name of a role or a person is not longer; what is, is a description. */
#define MAX_OWNER_CHARS 60

#define N_COLUMNS (SC_TABLE_OWNER + 1)

struct _ScTableColumns {
  GPtrArray *rows; /* of GPtrArray of char * */
  guint first; /* row without a heading */
  int place[N_COLUMNS];
  ScUnit unit;
  gboolean is_share; /* 0.1 for 10 % */
};

/* What a heading has in it. */
static const char *const headings[N_COLUMNS][16] = {
  [SC_TABLE_TIME] = { "срок", "дни", "дней", "дн.", "длит", "время", "норматив", "часов", "day", "time", "duration", "hours", "sla" },
  [SC_TABLE_PROBABILITY] = { "вероятн", "шанс", "%", "процент", "probab", "chance", "likel", "win rate", "percent" },
  [SC_TABLE_OWNER] = { "ответств", "исполнит", "роль", "кто", "менеджер", "сотрудник", "owner", "responsib", "role", "who",
                       "assignee" },
};

static const char *
get_cell (GPtrArray *rows,
          guint      row,
          guint      column)
{
  return ((GPtrArray *) rows->pdata[row])->pdata[column];
}

static char *
tidy_cell (GPtrArray *rows,
           guint      row,
           guint      column)
{
  char *cell = g_strstrip (g_strdup (get_cell (rows, row, column)));
  gsize length = strlen (cell);

  if (length > 1 && cell[0] == '"' && cell[length - 1] == '"')
    {
      cell[length - 1] = '\0';
      memmove (cell, cell + 1, length - 1);
    }

  return cell;
}

/* “10 %”, “10”, “0,1”: 10, 10 and 0.1. */
static gboolean
read_percent (const char *cell,
              gboolean   *has_sign,
              double     *number)
{
  g_autofree char *digits = g_strdelimit (g_strdup (cell), ",", '.');
  char *end;

  if (!g_ascii_isdigit (*digits))
    return FALSE;
  *number = g_ascii_strtod (digits, &end);
  while (*end != '\0' && g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *has_sign = *end == '%';

  return *number <= 100 && (*end == '\0' || (*has_sign && end[1] == '\0'));
}

/* How many cells of a column speak for its being of a sort, by their look alone. */
static guint
count_speaking (const ScTableColumns *self,
                guint                 place,
                ScTableColumn         column)
{
  guint n = 0;

  for (guint row = self->first; row < self->rows->len; row++)
    {
      g_autofree char *cell = tidy_cell (self->rows, row, place);
      gboolean has_sign = FALSE;
      double number;

      if (column == SC_TABLE_TIME)
        n += sc_duration_names_unit (cell);
      else
        n += read_percent (cell, &has_sign, &number) && has_sign;
    }

  return n;
}

/* Short names of which one is known as a role's, or of people who stand in several
 * rows. */
static gboolean
holds_owners (const ScTableColumns *self,
              guint                 place)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_role = FALSE;
  guint n = 0;

  for (guint row = self->first; row < self->rows->len; row++)
    {
      g_autofree char *cell = tidy_cell (self->rows, row, place);

      if (*cell == '\0')
        continue;
      if (!sc_text_has_letter (cell) || sc_duration_names_unit (cell) || g_utf8_strlen (cell, -1) > MAX_OWNER_CHARS)
        return FALSE;
      n++;
      is_role |= sc_function_guess (cell) != SC_FUNCTION_OTHER;
      g_hash_table_add (seen, g_utf8_casefold (cell, -1));
    }

  return n > 1 && (is_role || g_hash_table_size (seen) < n);
}

static gboolean
speaks_for (const ScTableColumns *self,
            guint                 place,
            ScTableColumn         column)
{
  guint n_rows = self->rows->len - self->first;

  if (column == SC_TABLE_OWNER)
    return holds_owners (self, place);

  return n_rows > 0 && 2 * count_speaking (self, place, column) > n_rows;
}

static gboolean
is_taken (const ScTableColumns *self,
          guint                 place)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    if (self->place[column] == (int) place)
      return TRUE;

  return FALSE;
}

/* Headings first: they say it of columns whose cells could be anything. */
static void
find_columns (ScTableColumns *self,
              guint           name_column)
{
  guint n = ((GPtrArray *) self->rows->pdata[0])->len;

  for (guint by_look = self->first == 0; by_look < 2; by_look++)
    for (guint column = 0; column < N_COLUMNS; column++)
      for (guint place = 0; place < n && self->place[column] == NONE; place++)
        {
          g_autofree char *heading = tidy_cell (self->rows, 0, place);

          if (place != name_column && !is_taken (self, place) &&
              (by_look ? speaks_for (self, place, column) : sc_table_heading_tells (heading, column)))
            self->place[column] = (int) place;
        }
}

/* Shares from 0 to 1 are so in all rows. */
static void
find_scale (ScTableColumns *self)
{
  double most = 0;

  for (guint row = self->first; row < self->rows->len && self->place[SC_TABLE_PROBABILITY] != NONE; row++)
    {
      g_autofree char *cell = tidy_cell (self->rows, row, (guint) self->place[SC_TABLE_PROBABILITY]);
      gboolean has_sign;
      double number;

      if (read_percent (cell, &has_sign, &number))
        most = MAX (most, has_sign ? 100 : number);
    }
  self->is_share = most > 0 && most <= 1;
}

/**
 * sc_table_heading_tells:
 * @heading: what stands over a column
 * @column: a sort of column
 *
 * Returns: whether there is a word in it by which people call that sort
 */
gboolean
sc_table_heading_tells (const char   *heading,
                        ScTableColumn column)
{
  g_autofree char *folded = g_utf8_casefold (heading, -1);

  for (guint i = 0; headings[column][i] != NULL; i++)
    if (strstr (folded, headings[column][i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sc_table_columns_are_headed:
 * @rows: (element-type GPtrArray): the cells of a table
 *
 * Returns: whether its first row says what stands below
 */
gboolean
sc_table_columns_are_headed (GPtrArray *rows)
{
  GPtrArray *cells = rows->pdata[0];
  gboolean is_found = FALSE;

  for (guint place = 0; place < cells->len; place++)
    {
      g_autofree char *cell = tidy_cell (rows, 0, place);

      for (const char *c = cell; *c != '\0'; c++)
        if (g_ascii_isdigit (*c))
          return FALSE;
      for (guint column = 0; column < N_COLUMNS && !is_found; column++)
        is_found = column != SC_TABLE_OWNER && sc_table_heading_tells (cell, column);
    }

  return is_found;
}

/**
 * sc_table_columns_new:
 * @rows: (element-type GPtrArray): the cells of a table, as many in each row
 * @name_column: where the names stand
 * @has_heading: whether the first row says what stands below
 *
 * Returns: (transfer full): what the other columns are found to hold
 */
ScTableColumns *
sc_table_columns_new (GPtrArray *rows,
                      guint      name_column,
                      gboolean   has_heading)
{
  ScTableColumns *self = g_new0 (ScTableColumns, 1);

  self->rows = g_ptr_array_ref (rows);
  self->first = has_heading ? 1 : 0;
  for (guint column = 0; column < N_COLUMNS; column++)
    self->place[column] = NONE;
  find_columns (self, name_column);
  find_scale (self);
  if (has_heading && self->place[SC_TABLE_TIME] != NONE)
    {
      g_autofree char *heading = g_utf8_casefold (get_cell (rows, 0, (guint) self->place[SC_TABLE_TIME]), -1);

      if (strstr (heading, "час") != NULL || strstr (heading, "hour") != NULL)
        self->unit = SC_UNIT_WORKING_HOURS;
    }

  return self;
}

/**
 * sc_table_columns_free:
 * @self: (transfer full): columns
 */
void
sc_table_columns_free (ScTableColumns *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * sc_table_columns_fill:
 * @self: columns
 * @row: a row of the table
 * @stage: the stage that stands there
 *
 * Adds what the row says of it. What can't be read stays unknown.
 */
void
sc_table_columns_fill (const ScTableColumns *self,
                       guint                 row,
                       ScPastedStage        *stage)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *cell = NULL;
      gboolean has_sign;
      double number;
      ScDuration duration;

      if (self->place[column] == NONE)
        continue;

      cell = tidy_cell (self->rows, row, (guint) self->place[column]);
      if (column == SC_TABLE_TIME && sc_duration_parse (cell, self->unit, sc_calendar_get_standard (), &duration))
        stage->duration = duration;
      else if (column == SC_TABLE_PROBABILITY && read_percent (cell, &has_sign, &number))
        stage->probability = self->is_share ? number : number / 100;
      else if (column == SC_TABLE_OWNER && sc_text_has_letter (cell) && g_utf8_strlen (cell, -1) <= MAX_OWNER_CHARS)
        g_set_str (&stage->owner, cell);
    }
}
