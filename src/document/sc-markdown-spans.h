/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of one paragraph in Markdown, as spans of a document. */

#pragma once

#include <cmark.h>

#include "document/sc-document.h"

G_BEGIN_DECLS

void sc_markdown_add_spans (cmark_node *parent,
                            GPtrArray  *spans);
void sc_markdown_add_line (const char *line,
                           GPtrArray  *spans);

G_END_DECLS
