/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document's words as lines: a heading, a paragraph, an item of a list and a row of a
 * table are one each. */

#include "plain-text.h"

static void append_blocks (GString         *text,
                           const GPtrArray *blocks,
                           const char      *indent);

static void
append_row (GString         *text,
            const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const ScTableCell *cell = row->pdata[i];
      g_autofree char *words = sc_spans_to_text (cell->spans);

      g_string_append_printf (text, "%s%s", i > 0 ? " | " : "| ", words);
    }
  g_string_append (text, " |\n");
}

static void
append_items (GString       *text,
              const ScBlock *list,
              const char    *indent)
{
  for (guint i = 0; i < list->items->len; i++)
    {
      g_autoptr (GString) item = g_string_new (NULL);

      append_blocks (item, list->items->pdata[i], "");
      if (list->is_ordered)
        g_string_append_printf (text, "%s%u) %s", indent, list->first + i, item->str);
      else
        g_string_append_printf (text, "%s- %s", indent, item->str);
    }
}

static void
append_block (GString       *text,
              const ScBlock *block,
              const char    *indent)
{
  g_autofree char *words = sc_spans_to_text (block->spans);

  if (block->kind == SC_BLOCK_LIST || block->kind == SC_BLOCK_QUOTE)
    append_items (text, block, indent);
  else if (block->kind == SC_BLOCK_TABLE)
    for (guint i = 0; i < block->table->rows->len; i++)
      append_row (text, block->table->rows->pdata[i]);
  else if (block->kind == SC_BLOCK_FIGURE)
    g_string_append_printf (text, "[%s: %s]\n", block->figure->caption, block->figure->description);
  else
    g_string_append_printf (text, "%s%s%s%s\n", indent, block->number, *block->number != '\0' ? " " : "", words);
}

static void
append_blocks (GString         *text,
               const GPtrArray *blocks,
               const char      *indent)
{
  for (guint i = 0; i < blocks->len; i++)
    append_block (text, blocks->pdata[i], indent);
}

/* What stands in a section, below its heading. */
char *
plain_text_of_section (const ScSection *section)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_blocks (text, section->blocks, "");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* All of it, with a # before each heading. */
char *
plain_text_of_document (const ScDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      g_autofree char *heading = sc_section_to_heading (section, document->language);

      if (*heading != '\0')
        g_string_append_printf (text, "\n# %s\n", heading);
      append_blocks (text, section->blocks, "");
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
