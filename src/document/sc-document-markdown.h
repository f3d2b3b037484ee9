/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"

G_BEGIN_DECLS

gboolean sc_document_write_markdown (const ScDocument *document,
                                     ScOutput         *output,
                                     GError          **error);
char *sc_section_to_markdown (const ScSection *section);

G_END_DECLS
