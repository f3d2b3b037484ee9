/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pieces of a page are to who can't see it: the structure of a tagged PDF. */

#pragma once

#include <cairo.h>

#include "document/sc-paged-parts.h"

G_BEGIN_DECLS

/**
 * ScTags:
 *
 * The structure of a document while its pages are painted, one after the other. A
 * paragraph or table that goes on there stays open over the end of a page. Every function
 * takes %NULL for a page that is painted without structure.
 */
typedef struct _ScTags ScTags;

ScTags *sc_tags_new (const ScPaged *paged);
void sc_tags_free (ScTags *self);

void sc_tags_begin_page (ScTags  *self,
                         cairo_t *cr);
void sc_tags_finish (ScTags *self);

void sc_tags_enter_piece (ScTags        *self,
                          const ScPaged *paged,
                          const ScPiece *piece);
void sc_tags_enter_cell (ScTags            *self,
                         const ScTableCell *cell);
void sc_tags_begin_artifact (ScTags *self);
void sc_tags_end_artifact (ScTags *self);
gboolean sc_tags_begin_link (ScTags        *self,
                             const ScPaged *paged,
                             const char    *link,
                             const ScBox   *box);
void sc_tags_end_link (ScTags *self);
void sc_tags_mark_section (ScTags        *self,
                           const ScPaged *paged,
                           const ScPiece *piece);

char *sc_tags_make_target (const ScPaged *paged,
                           const char    *section_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTags, sc_tags_free)

G_END_DECLS
