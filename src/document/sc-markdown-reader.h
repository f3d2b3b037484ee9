/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a manager's own words, lightly formatted, as blocks of a document. */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

/* Longer words than these are shown as they were written. */
#define SC_MARKDOWN_MAX_BYTES (2 * 1024 * 1024)

/* What lies deeper in lists and quotes is shown in the last of these. */
#define SC_MARKDOWN_MAX_DEPTH 8

void sc_markdown_read (const char *text,
                       GPtrArray  *blocks);

G_END_DECLS
