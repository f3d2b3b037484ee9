/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"

G_BEGIN_DECLS

gboolean sc_document_write_json (const ScDocument *document,
                                 ScOutput         *output,
                                 GError          **error);

G_END_DECLS
