/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a value by what its column may hold. Which columns there are, and
 * what each may hold, stands in sc-tables.c. */

#include "store/tables/sc-column-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-store-error.h"

/* Of a text that is part of a row's key. */
#define MAX_SHOWN_BYTES 40

/**
 * sc_table_find_column:
 * @self: a table
 * @name: a column's name
 *
 * Returns: (nullable): the column
 */
const ScColumn *
sc_table_find_column (const ScTable *self,
                      const char    *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return &self->columns[i];

  return NULL;
}

/**
 * sc_cell_append:
 * @self: a value
 * @text: where to add it as people can read it, whatever it is
 *
 * A space is put between it and what stands there already.
 */
void
sc_cell_append (const ScCell *self,
                GString      *text)
{
  g_autofree char *valid = NULL;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (self->type == SC_CELL_INTEGER)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, self->number);
  else if (self->type == SC_CELL_REAL)
    g_string_append_printf (text, "%g", self->real);
  else if (self->type == SC_CELL_TEXT && self->text != NULL)
    valid = g_strndup (self->text, MIN (self->length, MAX_SHOWN_BYTES));
  if (valid == NULL)
    return;

  /* Nothing in it is to turn a terminal's text around. */
  for (const char *at = valid; *at != '\0'; at++)
    g_string_append_c (text, g_ascii_isprint (*at) ? *at : '?');
}

/* Most texts are ASCII, and millions of them are looked at: eight bytes at once,
 * of which none is above 127 and none is 0. */
static gboolean
is_plain_ascii (const char *text,
                gsize       length)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);

  for (; length >= sizeof (guint64); text += sizeof (guint64), length -= sizeof (guint64))
    {
      guint64 word;

      memcpy (&word, text, sizeof word);
      if (((word | (word - ones)) & tops) != 0)
        return FALSE;
    }
  for (; length > 0; text++, length--)
    if ((guchar) * text - 1u > 126)
      return FALSE;

  return TRUE;
}

/**
 * sc_cell_is_text:
 * @self: a text
 * @problem: (out): a sentence for people
 *
 * Returns: whether it is UTF-8 without a null character
 */
gboolean
sc_cell_is_text (const ScCell *self,
                 const char  **problem)
{
  if (self->text != NULL && is_plain_ascii (self->text, self->length))
    return TRUE;

  if (self->text != NULL && memchr (self->text, '\0', self->length) != NULL)
    *problem = _("This holds a null character.");
  else if (self->text == NULL || !g_utf8_validate_len (self->text, self->length, NULL))
    *problem = _("This is not UTF-8 text.");
  else
    return TRUE;

  return FALSE;
}

static const char *
get_type_complaint (ScCellType type)
{
  switch (type)
    {
    case SC_CELL_INTEGER:
      return _("This has to be a whole number.");
    case SC_CELL_REAL:
      return _("This has to be a number.");
    default:
      return _("This has to be a text.");
    }
}

/* NaN is between nothing. Of millions of cells nothing is translated that nobody is told. */
static gboolean
is_in_range (const ScColumn *self,
             const ScCell   *cell,
             const char    **problem)
{
  gboolean is_in = self->type == SC_CELL_INTEGER
                   ? cell->number >= self->min && cell->number <= self->max
                   : cell->real >= (double) self->min && cell->real <= (double) self->max;

  if (!is_in)
    *problem = _("This is out of range.");

  return is_in;
}

static gboolean
is_accepted_text (const ScColumn *self,
                  const ScCell   *cell,
                  const char    **problem)
{
  if (cell->length > (gsize) self->max)
    *problem = _("This is longer than it can be.");
  else if (self->accepts != NULL && !self->accepts (cell->text))
    *problem = _(self->complaint);
  else
    return TRUE;

  return FALSE;
}

/**
 * sc_column_accepts:
 * @self: a column
 * @cell: a value
 * @problem: (out): a sentence for people
 *
 * Returns: whether the column may hold the value
 */
gboolean
sc_column_accepts (const ScColumn *self,
                   const ScCell   *cell,
                   const char    **problem)
{
  if (cell->type == SC_CELL_NULL && self->is_nullable)
    return TRUE;
  if (cell->type == SC_CELL_NULL)
    *problem = _("This is missing.");
  else if (cell->type != self->type)
    *problem = get_type_complaint (self->type);
  else if (self->type != SC_CELL_TEXT)
    return is_in_range (self, cell, problem);
  else if (sc_cell_is_text (cell, problem))
    return is_accepted_text (self, cell, problem);

  return FALSE;
}

/**
 * sc_key_is_free:
 * @key: the number that a new row would have
 * @error: %SC_STORE_ERROR_INVALID where it can't be read again
 *
 * SQLite counts on from the greatest number that is there, and draws one once
 * there is none above it.
 *
 * Returns: whether a row can have it
 */
gboolean
sc_key_is_free (gint64   key,
                GError **error)
{
  if (key >= 1 && key <= SC_MAX_KEY)
    return TRUE;

  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                       _("The database has no numbers left for new rows: something else has put a row with a number "
                         "there that is far too large. “stagecraft database check” names it."));

  return FALSE;
}

/**
 * sc_table_describe_problem:
 * @table: a table
 * @row: what its row is known by, such as its number
 * @field: a column
 * @problem: a sentence for people
 *
 * Returns: (transfer full): where the problem is, and what it is
 */
char *
sc_table_describe_problem (const char *table,
                           const char *row,
                           const char *field,
                           const char *problem)
{
  /* Translators: %1$s is a table of the database, %2$s the row’s number, %3$s a field of the table, %4$s a sentence. */
  return g_strdup_printf (_("%1$s, row %2$s, %3$s: %4$s"), table, row, field, problem);
}
