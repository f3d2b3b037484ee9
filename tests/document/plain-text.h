/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document's words as lines, for tests that read it. */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

char *plain_text_of_section (const ScSection *section);
char *plain_text_of_document (const ScDocument *document);

G_END_DECLS
