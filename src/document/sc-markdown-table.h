/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in Markdown: lines with bars between their cells, below a line of dashes. */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

gboolean sc_markdown_find_table (char **lines,
                                 guint *first);
void sc_markdown_add_table (char     **lines,
                            GPtrArray *blocks);

G_END_DECLS
