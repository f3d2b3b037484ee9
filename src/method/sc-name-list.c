/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list of stages as people paste it: a line or a cell each, with bullets or
 * numbers, or all in one line. */

#include "method/sc-stage-names.h"
#include "method/sc-table-columns.h"
#include "model/sc-duration-entry.h"
#include "model/sc-name.h"

#include <string.h>

/* Longer than any name; what is more is a text about stages. */
#define MAX_NAME_CHARS 200

static const char *const bullets[] = {
  "•", "·", "▪", "◦", "‣", "●", "○", "■", "□", "◆", "►", "▶", "✓", "✔", "☐", "☑", "–", "—", "-", "*", "+", "[ ]", "[x]",
  "№", "#",
  /* Word’s own, from its symbol font, and those of its second level. */
  "\xef\x82\xb7", "\xef\x82\xa7", "o ",
};

/* What makes a digit a key with a number on it, in chats. */
static const char key_cap[] = "\xef\xb8\x8f\xe2\x83\xa3";

static const char *const arrows[] = { "→", "➔", "➜", "➡", "⇒", "⟶", "->", "=>", "›", " » ", ">" };

static const char *const step_words[] = { "этап", "шаг", "стадия", "stage", "step", "phase" };

static const char *const headings[] = {
  "этап", "этапы", "этапы продаж", "стадия", "стадии", "название", "наименование", "воронка", "воронка продаж", "stage",
  "stages", "name", "pipeline", "sales stages", "step", "steps", "шаг", "шаги",
};

static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)) && *text != '\0')
    text = g_utf8_next_char (text);

  return text;
}

static const char *
skip_bullet (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return skip_spaces (text + strlen (bullets[i]));

  return text;
}

/* “1.”, “2)”, “(3)”, “1.2.”, “4 –”, “5:” in front of a name; a number that is
 * part of the name, as in “2nd call” or “100 % paid”, stays. */
static const char *
skip_number (const char *text)
{
  const char *c = text;
  gboolean is_open = *c == '(';
  gboolean is_marked = FALSE;

  if (is_open)
    c++;
  if (!g_ascii_isdigit (*c))
    return text;

  while (g_ascii_isdigit (*c) || (*c == '.' && g_ascii_isdigit (c[1])))
    c++;
  if (g_str_has_prefix (c, key_cap))
    {
      is_marked = TRUE;
      c += strlen (key_cap);
    }
  c = skip_spaces (c);
  while (*c != '\0' && strchr (".):,;\t", *c) != NULL)
    {
      is_marked = TRUE;
      c++;
    }
  if (!is_marked)
    for (guint i = 0; i < G_N_ELEMENTS (bullets) && !is_marked; i++)
      if (g_str_has_prefix (c, bullets[i]))
        {
          is_marked = TRUE;
          c += strlen (bullets[i]);
        }

  c = skip_spaces (c);

  return is_marked && *c != '\0' ? c : text;
}

/* “a)”, “б)”, “IV.” in front of a name. */
static const char *
skip_letter (const char *text)
{
  gsize n_roman = strspn (text, "IVX");
  const char *c = n_roman > 0 ? text + n_roman : text;

  if (n_roman == 0 && g_unichar_isalpha (g_utf8_get_char (text)))
    c = g_utf8_next_char (text);
  if (c == text || (*c != ')' && (*c != '.' || n_roman == 0)) || c[1] != ' ')
    return text;

  return skip_spaces (c + 1);
}

/* “Stage 3:” in front of a name. */
static const char *
skip_step_word (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (step_words); i++)
    if (g_str_has_prefix (folded, step_words[i]))
      {
        const char *number = skip_spaces (g_utf8_offset_to_pointer (text, g_utf8_strlen (step_words[i], -1)));
        const char *rest = skip_number (skip_bullet (number));

        return rest != number && g_ascii_isdigit (*skip_bullet (number)) ? rest : text;
      }

  return text;
}

static void
strip_quotes (char *name)
{
  static const char *const quotes[][2] = { { "\"", "\"" }, { "“", "”" }, { "«", "»" }, { "'", "'" }, { "„", "“" } };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gsize length = strlen (name);
      gsize opening = strlen (quotes[i][0]);
      gsize closing = strlen (quotes[i][1]);

      if (length > opening + closing && g_str_has_prefix (name, quotes[i][0]) && g_str_has_suffix (name, quotes[i][1]))
        {
          memmove (name, name + opening, length - opening - closing);
          name[length - opening - closing] = '\0';
        }
    }
}

static char *
collapse_spaces (const char *text)
{
  g_autoptr (GString) collapsed = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (g_unichar_isspace (ch) || g_unichar_iscntrl (ch))
        {
          if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] != ' ')
            g_string_append_c (collapsed, ' ');
        }
      else if (!g_unichar_iszerowidth (ch) || g_unichar_ismark (ch))
        {
          g_string_append_unichar (collapsed, ch);
        }
    }

  return g_strchomp (g_string_free_and_steal (g_steal_pointer (&collapsed)));
}

static ScPastedStage *
add_name (GPtrArray  *stages,
          const char *text)
{
  char *name = sc_stage_name_clean (text);
  ScPastedStage *stage;

  if (name == NULL)
    return NULL;

  stage = g_new0 (ScPastedStage, 1);
  stage->name = name;
  stage->probability = SC_PROBABILITY_UNSET;
  g_ptr_array_add (stages, stage);

  return stage;
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sc_pasted_stage_free);
}

/* Where “@number.” or “@number)” stands at the beginning of a word. */
static const char *
find_number (const char *text,
             const char *start,
             guint       number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  for (const char *c = strstr (text, digits); c != NULL; c = strstr (c + 1, digits))
    {
      const char *behind = c + strlen (digits);
      gboolean begins = c == start || strchr (" \t(;,", c[-1]) != NULL;

      if (begins && (*behind == '.' || *behind == ')') && !g_ascii_isdigit (behind[1]))
        return c;
    }

  return NULL;
}

/* “1. Request 2. Qualification …” in one line. */
static gboolean
split_numbered (const char *line,
                GPtrArray  *parts)
{
  const char *here = skip_spaces (line);
  guint number = (guint) g_ascii_strtoull (here + (*here == '('), NULL, 10);
  const char *next;

  if (!g_ascii_isdigit (here[*here == '(']) || (next = find_number (here + 1, line, number + 1)) == NULL)
    return FALSE;

  while (next != NULL)
    {
      g_ptr_array_add (parts, g_strndup (here, (gsize) (next - here)));
      here = next;
      number++;
      next = find_number (here + 1, line, number + 1);
    }
  g_ptr_array_add (parts, g_strdup (here));

  return TRUE;
}

/* Splits at @separator, but not within double quotes. */
static void
split_at (const char *line,
          const char *separator,
          GPtrArray  *parts)
{
  const char *start = line;
  gboolean is_quoted = FALSE;

  for (const char *c = line; *c != '\0';)
    {
      if (*c == '"')
        is_quoted = !is_quoted;

      if (!is_quoted && g_str_has_prefix (c, separator))
        {
          g_ptr_array_add (parts, g_strndup (start, (gsize) (c - start)));
          c += strlen (separator);
          start = c;
        }
      else
        {
          c++;
        }
    }

  g_ptr_array_add (parts, g_strdup (start));
}

static gboolean
split_at_arrows (const char *line,
                 GPtrArray  *parts)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (strstr (skip_bullet (line), arrows[i]) != NULL)
      {
        split_at (line, arrows[i], parts);
        return TRUE;
      }

  return FALSE;
}

static guint
count_parts_with_letters (GPtrArray *parts)
{
  g_autoptr (GPtrArray) names = make_list ();

  for (guint i = 0; i < parts->len; i++)
    add_name (names, parts->pdata[i]);

  return names->len;
}

/* All stages in one line: numbered, with arrows, or with separators between,
 * those that never stand in a name first. */
static void
split_line (const char *line,
            GPtrArray  *names)
{
  static const char *const separators[] = { "\t", ";", "|", ",", " / ", " — ", " – ", " - " };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean is_split = split_numbered (line, parts) || split_at_arrows (line, parts);

  for (guint i = 0; i < G_N_ELEMENTS (separators) && !is_split; i++)
    {
      g_ptr_array_set_size (parts, 0);
      split_at (line, separators[i], parts);
      is_split = count_parts_with_letters (parts) > 1;
    }

  for (guint i = 0; i < parts->len; i++)
    add_name (names, parts->pdata[i]);
}

/* A line of several: one name, or again a list. */
static void
add_line (const char *line,
          GPtrArray  *names)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (!split_numbered (line, parts) && !split_at_arrows (line, parts))
    g_ptr_array_add (parts, g_strdup (line));

  for (guint i = 0; i < parts->len; i++)
    add_name (names, parts->pdata[i]);
}

/* The cells of each line, where all lines have as many, and more than one;
 * %NULL where they are no table. */
static GPtrArray *
read_table (GPtrArray  *lines,
            const char *separator)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (rows, cells);
      split_at (lines->pdata[i], separator, cells);
      if (cells->len < 2 || cells->len != ((GPtrArray *) rows->pdata[0])->len)
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static char *
read_cell (GPtrArray *rows,
           guint      row,
           guint      column)
{
  return sc_stage_name_clean (((GPtrArray *) rows->pdata[row])->pdata[column]);
}

static guint
count_names (GPtrArray *rows,
             guint      column)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = read_cell (rows, i, column);

      if (name != NULL)
        n++;
    }

  return n;
}

/* The column with the names: the one whose heading says so, else the first in
 * which most cells hold a word. */
static guint
find_column (GPtrArray *rows)
{
  guint n_columns = ((GPtrArray *) rows->pdata[0])->len;

  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *heading = read_cell (rows, 0, column);

      if (heading != NULL && sc_stage_name_is_heading (heading))
        return column;
    }

  for (guint column = 0; column < n_columns; column++)
    if (2 * count_names (rows, column) > rows->len)
      return column;

  return 0;
}

/* Stages side by side, as on a board, above how many deals stand there: a row that tells
 * of a time or a share is one stage. */
static gboolean
is_board (GPtrArray *rows)
{
  GPtrArray *cells = rows->pdata[0];

  if (rows->len != 2 || cells->len < 3)
    return FALSE;

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *name = read_cell (rows, 0, i);

      if (sc_duration_names_unit (cells->pdata[i]) || (name == NULL && strchr (cells->pdata[i], '%') != NULL))
        return FALSE;
    }

  return !sc_table_columns_are_headed (rows);
}

/* A table: a row for each stage, or the stages side by side as on a board. */
static gboolean
add_table (GPtrArray *lines,
           GPtrArray *names)
{
  static const char *const separators[] = { "\t", ";", "|", "," };
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators) && rows == NULL; i++)
    rows = read_table (lines, separators[i]);
  if (rows == NULL)
    return FALSE;

  if (is_board (rows))
    {
      GPtrArray *cells = rows->pdata[0];

      for (guint i = 0; i < cells->len; i++)
        add_name (names, cells->pdata[i]);
    }
  else
    {
      guint column = find_column (rows);
      g_autofree char *heading = read_cell (rows, 0, column);
      gboolean has_heading = (heading != NULL && sc_stage_name_is_heading (heading)) || sc_table_columns_are_headed (rows);
      g_autoptr (ScTableColumns) columns = sc_table_columns_new (rows, column, has_heading);

      for (guint i = has_heading ? 1 : 0; i < rows->len && names->len < SC_MAX_STAGE_NAMES; i++)
        {
          ScPastedStage *stage = add_name (names, ((GPtrArray *) rows->pdata[i])->pdata[column]);

          if (stage != NULL)
            sc_table_columns_fill (columns, i, stage);
        }
    }

  return TRUE;
}

/* The lines that say something. */
static GPtrArray *
list_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (g_str_has_prefix (valid, "\xef\xbb\xbf") ? valid + 3 : valid, "\r\n\v\f", -1);
  GPtrArray *filled = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*skip_spaces (lines[i]) != '\0')
      g_ptr_array_add (filled, g_strdup (lines[i]));

  return filled;
}

/**
 * sc_stage_name_clean:
 * @text: a line or a cell that a person pasted
 *
 * Returns: (transfer full) (nullable): the name in it, without bullets, numbers and quotes;
 *   %NULL where there is none
 */
char *
sc_stage_name_clean (const char *text)
{
  g_autofree char *collapsed = collapse_spaces (text);
  g_autofree char *name = NULL;

  strip_quotes (collapsed);
  name = g_strdup (skip_step_word (skip_letter (skip_number (skip_bullet (skip_bullet (skip_spaces (collapsed)))))));
  while (name[0] != '\0' && strchr (";,:. ", name[strlen (name) - 1]) != NULL)
    name[strlen (name) - 1] = '\0';
  strip_quotes (name);

  /* A bullet that stands in a cell of its own. */
  if (!sc_text_has_letter (name) || g_str_equal (name, "o"))
    return NULL;

  if (g_utf8_strlen (name, -1) > MAX_NAME_CHARS)
    *g_utf8_offset_to_pointer (name, MAX_NAME_CHARS) = '\0';

  return g_steal_pointer (&name);
}

/**
 * sc_stage_name_is_heading:
 * @name: a name that was pasted
 *
 * Returns: whether it is no stage's, but what stands over a list of stages
 */
gboolean
sc_stage_name_is_heading (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (folded, headings[i]))
      return TRUE;

  return FALSE;
}

/**
 * sc_pasted_stages_parse:
 * @text: what a person pasted
 *
 * Reads a list of stages as it stands in a document, a table, a message: a
 * line or a cell each, with or without bullets and numbers, or all in one line
 * with numbers, arrows, semicolons or commas between. Of a table with a row for each
 * stage, the other columns are read too.
 *
 * Returns: (transfer full) (element-type ScPastedStage): the stages, in order,
 *   %SC_MAX_STAGE_NAMES at most; also those that are only outcomes
 */
GPtrArray *
sc_pasted_stages_parse (const char *text)
{
  g_autoptr (GPtrArray) lines = list_lines (text);
  g_autoptr (GPtrArray) stages = make_list ();

  if (lines->len == 1)
    split_line (lines->pdata[0], stages);
  else if (lines->len < 2 || !add_table (lines, stages))
    for (guint i = 0; i < lines->len && stages->len < SC_MAX_STAGE_NAMES; i++)
      add_line (lines->pdata[i], stages);

  if (stages->len > 1 && sc_stage_name_is_heading (((ScPastedStage *) stages->pdata[0])->name))
    g_ptr_array_remove_index (stages, 0);
  if (stages->len > SC_MAX_STAGE_NAMES)
    g_ptr_array_set_size (stages, SC_MAX_STAGE_NAMES);

  return g_steal_pointer (&stages);
}

/**
 * sc_stage_names_parse:
 * @text: what a person pasted
 *
 * Returns: (transfer full): the names of sc_pasted_stages_parse()
 */
GStrv
sc_stage_names_parse (const char *text)
{
  g_autoptr (GPtrArray) stages = sc_pasted_stages_parse (text);

  return sc_pasted_stages_list_names (stages);
}
