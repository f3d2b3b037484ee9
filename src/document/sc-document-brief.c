/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a document from its beginning to its end, also one that has little of it in
 * memory. */

#include "document/sc-document.h"

/**
 * sc_document_read:
 * @self: a document
 * @func: gets each of its sections, with all that stands in it, in order
 * @data: for @func
 * @error: what @func said
 *
 * Returns: whether @func wanted all sections
 */
gboolean
sc_document_read (const ScDocument *self,
                  ScSectionFunc     func,
                  gpointer          data,
                  GError          **error)
{
  if (self->retell != NULL)
    return self->retell (self, self->recipe, func, data, error);

  for (guint i = 0; i < self->sections->len; i++)
    if (!func (self->sections->pdata[i], data, error))
      return FALSE;

  return TRUE;
}

static gboolean
keep_section (const ScSection *section,
              gpointer         data,
              GError **error   G_GNUC_UNUSED)
{
  ScSection *copy = sc_document_add_section (data, section->id, section->number, section->heading, section->level);

  copy->stage = g_strdup (section->stage);
  copy->is_own = section->is_own;
  copy->is_stale = section->is_stale;
  copy->has_page = section->has_page;
  g_ptr_array_unref (copy->blocks);
  copy->blocks = g_ptr_array_ref (section->blocks);

  return TRUE;
}

/**
 * sc_document_expand:
 * @self: a brief document
 *
 * Returns: (transfer full): a copy that is not brief and that nobody else has
 */
ScDocument *
sc_document_expand (const ScDocument *self)
{
  ScDocument *whole = sc_document_new (self->language, self->title);

  g_set_str (&whole->subject, self->subject);
  g_set_str (&whole->author, self->author);
  g_set_str (&whole->running_head, self->running_head);
  g_set_str (&whole->stamp, self->stamp);
  g_set_str (&whole->page_format, self->page_format);
  whole->version = self->version;
  whole->status = self->status;
  whole->is_dense = self->is_dense;
  whole->max_pages = self->max_pages;
  sc_document_read (self, keep_section, whole, NULL);

  return whole;
}
