/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as PDF. */

#pragma once

#include <gio/gio.h>

#include "document/sc-document.h"

G_BEGIN_DECLS

GBytes *sc_document_to_pdf (const ScDocument *self,
                            GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
