/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a DOCX file: paragraphs, runs, fields and links. */

#pragma once

#include "document/sc-document.h"
#include "document/sc-markup.h"

G_BEGIN_DECLS

#define SC_DOCX_NAMESPACES \
        "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", \
        "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships", \
        "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", \
        "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main", \
        "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"

void sc_docx_add_run (ScMarkup   *markup,
                      const char *text,
                      const char *style);
void sc_docx_add_spans (ScMarkup        *markup,
                        const GPtrArray *spans,
                        GHashTable      *places,
                        GPtrArray       *links);
void sc_docx_add_field (ScMarkup   *markup,
                        const char *instruction,
                        const char *result);
void sc_docx_add_contents (ScMarkup         *markup,
                           const ScDocument *document,
                           GHashTable       *places);

G_END_DECLS
