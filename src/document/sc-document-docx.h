/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

GBytes *sc_document_to_docx (const ScDocument *document,
                             GError          **error);

G_END_DECLS
