/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Word's names of places have letters, digits and underscores, 40 at most; sections are
 * counted therefore. */

#include "document/sc-office.h"

#include <string.h>

/**
 * sc_office_name_places:
 * @document: a document
 *
 * Returns: (transfer full) (element-type utf8 utf8): for the id of each section that is
 *   seen, the name of the place where it begins
 */
GHashTable *
sc_office_name_places (const ScDocument *document)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      if (*section->heading != '\0' || sc_section_has_blocks (section))
        g_hash_table_insert (places, section->id, g_strdup_printf ("section_%u", i + 1));
    }

  return places;
}

/**
 * sc_office_has_title_page:
 * @document: a document
 *
 * Returns: whether its first page is a title, without a head and a foot
 */
gboolean
sc_office_has_title_page (const ScDocument *document)
{
  const ScSection *first = document->sections->len > 0 ? document->sections->pdata[0] : NULL;

  return first != NULL && g_str_equal (first->id, "title");
}

/**
 * sc_office_leads_on:
 * @blocks: (element-type ScBlock): what stands in a section
 * @position: one of them
 *
 * Returns: whether it is the sentence before a table or a list, which is not to be last on
 *   a page
 */
gboolean
sc_office_leads_on (const GPtrArray *blocks,
                    guint            position)
{
  const ScBlock *block = blocks->pdata[position];
  const ScBlock *next = position + 1 < blocks->len ? blocks->pdata[position + 1] : NULL;

  return block->kind == SC_BLOCK_PARAGRAPH && next != NULL &&
         (next->kind == SC_BLOCK_TABLE || next->kind == SC_BLOCK_LIST || next->kind == SC_BLOCK_FIGURE);
}

static gsize
keep (ScOutput *scratch,
      GBytes   *bytes,
      goffset  *start)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  *start = sc_output_tell (scratch);
  sc_output_write (scratch, data, length);

  return length;
}

/**
 * sc_office_keep_picture:
 * @pictures: (element-type ScOfficePicture): pictures that are to be packed
 * @scratch: the file that they are kept in until then
 * @picture: one more
 */
void
sc_office_keep_picture (GArray          *pictures,
                        ScOutput        *scratch,
                        const ScPicture *picture)
{
  ScOfficePicture kept = { 0 };

  if (picture->svg != NULL)
    kept.svg_length = keep (scratch, picture->svg, &kept.svg_start);
  kept.png_length = keep (scratch, picture->png, &kept.png_start);
  g_array_append_val (pictures, kept);
}

/**
 * sc_page_words_init:
 * @self: (out caller-allocates): words around two numbers
 * @page_format: a format with two `%u`
 */
void
sc_page_words_init (ScPageWords *self,
                    const char  *page_format)
{
  g_auto (GStrv) parts = g_strsplit (page_format, "%u", 3);
  guint n_parts = g_strv_length (parts);

  self->before = g_strdup (n_parts > 0 ? parts[0] : "");
  self->between = g_strdup (n_parts > 1 ? parts[1] : "");
  self->behind = g_strdup (n_parts > 2 ? parts[2] : "");
}

/**
 * sc_page_words_clear:
 * @self: words around two numbers
 */
void
sc_page_words_clear (ScPageWords *self)
{
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->between, g_free);
  g_clear_pointer (&self->behind, g_free);
}
