/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds to a PDF what cairo can't write into one: its language, what its figures show for
 * who can't see them, and nothing that differs between two runs. */

#include "document/sc-pdf-finish.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

/* Deeper than any structure of ours. */
#define MOST_LEVELS 60

typedef struct {
  qpdf_data pdf;
  const char *const *descriptions; /* those of the figures that are still to be found */
} Finishing;

static void
describe (Finishing *self,
          qpdf_oh    figure)
{
  qpdf_oh words = qpdf_oh_new_unicode_string (self->pdf, *self->descriptions);

  qpdf_oh_replace_key (self->pdf, figure, "/Alt", words);
  qpdf_oh_release (self->pdf, words);
  self->descriptions++;
}

static gboolean
is_figure (Finishing *self,
           qpdf_oh    element)
{
  qpdf_oh name = qpdf_oh_get_key (self->pdf, element, "/S");
  gboolean is = qpdf_oh_is_name_and_equals (self->pdf, name, "/Figure");

  qpdf_oh_release (self->pdf, name);

  return is;
}

static void describe_figures (Finishing *self,
                              qpdf_oh    element,
                              guint      level);

static void
describe_children (Finishing *self,
                   qpdf_oh    children,
                   guint      level)
{
  int n = qpdf_oh_is_array (self->pdf, children) ? qpdf_oh_get_array_n_items (self->pdf, children) : 0;

  if (qpdf_oh_is_dictionary (self->pdf, children))
    describe_figures (self, children, level);
  for (int i = 0; i < n && *self->descriptions != NULL; i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (self->pdf, children, i);

      if (qpdf_oh_is_dictionary (self->pdf, child))
        describe_figures (self, child, level);
      qpdf_oh_release (self->pdf, child);
    }
}

/* Goes through the structure in the order in which it is read until the last figure has
 * its words. */
static void
describe_figures (Finishing *self,
                  qpdf_oh    element,
                  guint      level)
{
  qpdf_oh children;

  if (*self->descriptions == NULL || level > MOST_LEVELS)
    return;
  if (is_figure (self, element))
    {
      describe (self, element);
      return;
    }

  children = qpdf_oh_get_key (self->pdf, element, "/K");
  describe_children (self, children, level + 1);
  qpdf_oh_release (self->pdf, children);
}

static void
set_language (Finishing  *self,
              qpdf_oh     root,
              const char *language)
{
  qpdf_oh_replace_key (self->pdf, root, "/Lang", qpdf_oh_new_unicode_string (self->pdf, language));
  qpdf_oh_replace_key (self->pdf, root, "/ViewerPreferences",
                       qpdf_oh_parse (self->pdf, "<< /DisplayDocTitle true >>"));
}

/* The time of writing would make each file another. */
static void
forget_time (Finishing *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->pdf);
  qpdf_oh info = qpdf_oh_get_key (self->pdf, trailer, "/Info");

  qpdf_oh_remove_key (self->pdf, info, "/CreationDate");
  qpdf_oh_remove_key (self->pdf, info, "/ModDate");
}

static gboolean
write_pdf (Finishing *self,
           ScOutput  *output)
{
  g_autofree char *path = sc_output_make_path (output);

  if (qpdf_init_write (self->pdf, path) & QPDF_ERRORS)
    return FALSE;

  qpdf_set_deterministic_ID (self->pdf, QPDF_TRUE);

  return (qpdf_write (self->pdf) & QPDF_ERRORS) == 0;
}

static gboolean
finish (Finishing  *self,
        ScOutput   *pages,
        const char *language,
        ScOutput   *output)
{
  g_autofree char *path = sc_output_make_path (pages);
  qpdf_oh root;
  qpdf_oh structure;

  /* cairo counts an object for each artifact and writes none; that is all there is to say. */
  qpdf_set_suppress_warnings (self->pdf, QPDF_TRUE);
  qpdf_silence_errors (self->pdf);
  if (qpdf_read (self->pdf, path, NULL) & QPDF_ERRORS)
    return FALSE;

  root = qpdf_get_root (self->pdf);
  set_language (self, root, language);
  forget_time (self);
  structure = qpdf_oh_get_key (self->pdf, root, "/StructTreeRoot");
  if (qpdf_oh_is_dictionary (self->pdf, structure))
    describe_figures (self, structure, 0);

  return write_pdf (self, output);
}

/**
 * sc_pdf_finish:
 * @pages: a file as cairo has written it
 * @language: the language that it is in, such as `ru-RU`
 * @descriptions: (array zero-terminated=1): what its figures show, in order
 * @output: where the whole file is written to, the same for the same document
 * @error: of %G_IO_ERROR
 *
 * Returns: whether it could be completed
 */
gboolean
sc_pdf_finish (ScOutput          *pages,
               const char        *language,
               const char *const *descriptions,
               ScOutput          *output,
               GError           **error)
{
  Finishing finishing = { qpdf_init (), descriptions };
  gboolean is_whole = finish (&finishing, pages, language, output);

  if (!is_whole)
    {
      qpdf_error problem = qpdf_has_error (finishing.pdf) ? qpdf_get_error (finishing.pdf) : NULL;

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %s is what a library says, in English. */
                   _("The PDF could not be completed: %s."),
                   problem != NULL ? qpdf_get_error_message_detail (finishing.pdf, problem) : "?");
    }
  qpdf_cleanup (&finishing.pdf);

  return is_whole;
}
