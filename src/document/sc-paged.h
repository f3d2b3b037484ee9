/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document laid out on pages, for the view, for a printer and for PDF. */

#pragma once

#include <cairo.h>

#include "document/sc-paged-place.h"

G_BEGIN_DECLS

/* A4, upright, in points. */
#define SC_PAGED_WIDTH 595.28
#define SC_PAGED_HEIGHT 841.89

ScPaged *sc_paged_new (ScDocument *document,
                       double      width,
                       double      height);
void sc_paged_free (ScPaged *self);

ScDocument *sc_paged_get_document (const ScPaged *self);
gboolean sc_paged_layout (ScPaged *self,
                          guint    up_to_page);
guint sc_paged_get_n_pages (const ScPaged *self);
gboolean sc_paged_is_whole (const ScPaged *self);
gboolean sc_paged_is_overfull (const ScPaged *self);
void sc_paged_get_page_size (const ScPaged *self,
                             guint          page,
                             double        *width,
                             double        *height);
void sc_paged_paint (ScPaged *self,
                     guint    page,
                     cairo_t *cr);

guint sc_paged_get_n_places (const ScPaged *self);
const ScPagedPlace *sc_paged_get_place (const ScPaged *self,
                                        guint          position);
const ScPagedPlace *sc_paged_find (const ScPaged *self,
                                   const char    *section_id);
const ScPagedPlace *sc_paged_pick (const ScPaged *self,
                                   guint          page,
                                   double         x,
                                   double         y);
char *sc_paged_pick_link (ScPaged *self,
                          guint    page,
                          double   x,
                          double   y);
GPtrArray *sc_paged_list_descriptions (const ScPaged *self);
void sc_paged_forget_before (ScPaged *self,
                             guint    page);
GArray *sc_paged_search (ScPaged    *self,
                         const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPaged, sc_paged_free)

G_END_DECLS
