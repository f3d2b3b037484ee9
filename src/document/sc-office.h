/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What ODT and DOCX have in common: names of places, the page number's words, and the
 * pictures that are packed besides. */

#pragma once

#include "document/sc-picture.h"
#include "document/sc-zip.h"

G_BEGIN_DECLS

/* What is written on of a page, in points: A4, 30 mm at the left and 15 at the right. */
#define SC_OFFICE_WIDTH 467.7
#define SC_OFFICE_HEIGHT 600.0

/**
 * ScPageWords:
 * @before: what stands before the number of a page
 * @between: what stands between it and the number of pages
 * @behind: what stands behind that
 */
typedef struct {
  char *before;
  char *between;
  char *behind;
} ScPageWords;

/**
 * ScOfficePicture:
 * @svg_start: where it begins as SVG in the scratch file that it is kept in
 * @svg_length: how long that is, 0 for none
 * @png_start: the same as PNG
 * @png_length: the same
 *
 * A picture that is to be packed.
 */
typedef struct {
  goffset svg_start;
  gsize svg_length;
  goffset png_start;
  gsize png_length;
} ScOfficePicture;

GHashTable *sc_office_name_places (const ScDocument *document);
gboolean sc_office_has_title_page (const ScDocument *document);
gboolean sc_office_leads_on (const GPtrArray *blocks,
                             guint            position);
void sc_office_keep_picture (GArray          *pictures,
                             ScOutput        *scratch,
                             const ScPicture *picture);
void sc_page_words_init (ScPageWords *self,
                         const char  *page_format);
void sc_page_words_clear (ScPageWords *self);

G_END_DECLS
