/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files of data/documents: what the formats look like. */

char *sc_document_data_read (const char *name);

G_END_DECLS
