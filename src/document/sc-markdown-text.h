/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of one paragraph, heading or cell, written in Markdown. */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

/* Where words stand: what is one line can't have a line break. */
typedef enum {
  SC_MARKDOWN_IN_PARAGRAPH,
  SC_MARKDOWN_IN_HEADING,
  SC_MARKDOWN_IN_CELL,
} ScMarkdownWhere;

void sc_markdown_append_spans (GString         *markdown,
                               const GPtrArray *spans,
                               ScMarkdownWhere  where,
                               GHashTable      *anchors);
void sc_markdown_append_text (GString        *markdown,
                              const char     *text,
                              ScMarkdownWhere where);

G_END_DECLS
