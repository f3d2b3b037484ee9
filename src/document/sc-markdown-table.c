/* SPDX-License-Identifier: GPL-3.0-or-later */

/* cmark knows no tables, which GitHub's own version of it adds (GitHub Flavored Markdown,
 * 4.10; the one that distributions have is slow on hostile ones). What they are to cmark
 * is a paragraph, so that it still decides where code, lists and quotes are. */

#include "document/sc-markdown-table.h"

#include <string.h>

#include "document/sc-markdown-spans.h"

#define MAX_COLUMNS 64

/* A line may be shorter than the cells that it is filled up to. */
#define MAX_CELLS 100000

/* Letters between which a column's share of the width follows its longest cell. */
#define MIN_LETTERS 5
#define MAX_LETTERS 48

/* Returns the line's cells. A bar behind a backslash is one of the words. */
static GPtrArray *
split_cells (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *trimmed = g_strstrip (g_strdup (line));
  GString *cell = g_string_new (NULL);
  const char *p = *trimmed == '|' ? trimmed + 1 : trimmed;

  for (; *p != '\0'; p++)
    if (p[0] == '\\' && p[1] == '|')
      g_string_append_c (cell, *++p);
    else if (*p == '|')
      {
        g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
        g_string_truncate (cell, 0);
        if (p[1] == '\0')
          break;
      }
    else
      g_string_append_c (cell, *p);
  if (*p == '\0')
    g_ptr_array_add (cells, g_strstrip (g_strdup (cell->str)));
  g_string_free (cell, TRUE);

  return cells;
}

/* `---`, `:--`, `--:`, `:-:` */
static gboolean
is_dashes (const char *cell)
{
  const char *p = *cell == ':' ? cell + 1 : cell;
  gsize n_dashes = strspn (p, "-");

  p += n_dashes;
  if (*p == ':')
    p++;

  return n_dashes > 0 && *p == '\0';
}

/* Returns how many columns a line of dashes has, 0 where it is none. */
static guint
count_columns (const char *line)
{
  g_autoptr (GPtrArray) cells = NULL;

  if (strchr (line, '|') == NULL || line[strspn (line, "|:- \t")] != '\0')
    return 0;

  cells = split_cells (line);
  for (guint i = 0; i < cells->len; i++)
    if (!is_dashes (cells->pdata[i]))
      return 0;

  return cells->len <= MAX_COLUMNS ? cells->len : 0;
}

/**
 * sc_markdown_find_table:
 * @lines: the lines of a paragraph
 * @first: (out): the line of a table's header
 *
 * Returns: whether there is a table in it; it ends with the paragraph
 */
gboolean
sc_markdown_find_table (char **lines,
                        guint *first)
{
  guint n_lines = g_strv_length (lines);

  for (guint i = 1; i < n_lines; i++)
    {
      guint n_columns = count_columns (lines[i]);
      g_autoptr (GPtrArray) header = n_columns > 0 ? split_cells (lines[i - 1]) : NULL;

      if (header != NULL && header->len == n_columns && (gsize) n_columns * (n_lines - i) <= MAX_CELLS)
        {
          *first = i - 1;
          return TRUE;
        }
    }

  return FALSE;
}

/* Cells beyond the header's are no less words: they stay in the last. */
static char *
take_cell (const GPtrArray *cells,
           guint            position,
           guint            n_columns)
{
  GString *text;

  if (position >= cells->len)
    return g_strdup ("");

  text = g_string_new (cells->pdata[position]);
  for (guint i = n_columns; position == n_columns - 1 && i < cells->len; i++)
    g_string_append_printf (text, " \\| %s", (const char *) cells->pdata[i]);

  return g_string_free (text, FALSE);
}

static void
add_row (ScTable    *table,
         const char *line,
         gboolean    is_header)
{
  g_autoptr (GPtrArray) cells = split_cells (line);
  GPtrArray *row = sc_table_add_row (table);

  for (guint i = 0; i < table->widths->len; i++)
    {
      g_autofree char *text = take_cell (cells, i, table->widths->len);

      sc_markdown_add_line (text, sc_row_add_cell (row, NULL, is_header)->spans);
    }
}

static double *
measure_columns (char **lines,
                 guint  n_columns)
{
  double *widths = g_new0 (double, n_columns);

  for (guint i = 0; i < n_columns; i++)
    widths[i] = MIN_LETTERS;
  for (guint line = 0; lines[line] != NULL; line++)
    {
      g_autoptr (GPtrArray) cells = split_cells (lines[line]);

      for (guint i = 0; line != 1 && i < MIN (cells->len, n_columns); i++)
        widths[i] = MAX (widths[i], MIN (g_utf8_strlen (cells->pdata[i], -1), MAX_LETTERS));
    }

  return widths;
}

/**
 * sc_markdown_add_table:
 * @lines: header, dashes and rows
 * @blocks: (element-type ScBlock): what the table is put behind
 */
void
sc_markdown_add_table (char     **lines,
                       GPtrArray *blocks)
{
  guint n_columns = count_columns (lines[1]);
  g_autofree double *widths = measure_columns (lines, n_columns);
  ScTable *table = sc_blocks_add_table (blocks, widths, n_columns);

  table->n_header_rows = 1;
  add_row (table, lines[0], TRUE);
  for (guint i = 2; lines[i] != NULL; i++)
    add_row (table, lines[i], FALSE);
}
