/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of an ODT file, and its contents. */

#pragma once

#include "document/sc-document.h"
#include "document/sc-markup.h"

G_BEGIN_DECLS

void sc_odt_add_text (ScMarkup   *markup,
                      const char *text);
void sc_odt_add_spans (ScMarkup        *markup,
                       const GPtrArray *spans,
                       GHashTable      *places);
void sc_odt_add_contents (ScMarkup         *markup,
                          const ScDocument *document,
                          GHashTable       *places);

G_END_DECLS
