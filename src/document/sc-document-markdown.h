/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

GBytes *sc_document_to_markdown (const ScDocument *document,
                                 GError          **error);
char *sc_section_to_markdown (const ScSection *section);

G_END_DECLS
