/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints rows of texts as columns that line up. */

#include "cli/sc-cli-table.h"

#include "cli/sc-cli-call.h"
#include "cli/sc-cli-text.h"

/* Columns are not widened for a text longer than this. */
#define MAX_WIDTH 40

struct _ScCliTable
{
  guint n_columns;
  GPtrArray *cells;
  guint *widths;
};

/**
 * sc_cli_table_new:
 * @n_columns: how many texts a row has
 *
 * Returns: (transfer full): a table without rows
 */
ScCliTable *
sc_cli_table_new (guint n_columns)
{
  ScCliTable *self = g_new0 (ScCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_new0 (guint, n_columns);

  return self;
}

/**
 * sc_cli_table_free:
 * @self: (transfer full): a table
 */
void
sc_cli_table_free (ScCliTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->widths);
  g_free (self);
}

/**
 * sc_cli_table_add:
 * @self: a table
 * @...: the texts of a row, ended by %NULL
 */
void
sc_cli_table_add (ScCliTable *self,
                  ...)
{
  va_list args;

  va_start (args, self);
  for (guint i = 0; i < self->n_columns; i++)
    /* A row is a line. */
    g_ptr_array_add (self->cells, sc_cli_text_make_safe (va_arg (args, const char *)));
  va_end (args);
}

static guint
get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
print_cell (const char *text,
            guint       width)
{
  sc_cli_print_exact (text);
  for (guint i = get_width (text); i < width; i++)
    sc_cli_print_exact (" ");
  sc_cli_print_exact ("  ");
}

/**
 * sc_cli_table_print:
 * @self: a table
 *
 * Prints the rows that were added since on standard output, a line each; columns
 * are no narrower than before.
 */
void
sc_cli_table_print (ScCliTable *self)
{
  guint *widths = self->widths;

  for (guint i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] = MAX (widths[i % self->n_columns], MIN (get_width (self->cells->pdata[i]), MAX_WIDTH));

  for (guint i = 0; i < self->cells->len; i++)
    if (i % self->n_columns == self->n_columns - 1)
      {
        sc_cli_print_exact (self->cells->pdata[i]);
        sc_cli_print_exact ("\n");
      }
    else
      print_cell (self->cells->pdata[i], widths[i % self->n_columns]);

  g_ptr_array_set_size (self->cells, 0);
}
