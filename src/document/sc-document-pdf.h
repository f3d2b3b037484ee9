/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as PDF. */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"

G_BEGIN_DECLS

gboolean sc_document_write_pdf (const ScDocument *document,
                                ScOutput         *output,
                                GError          **error);

G_END_DECLS
