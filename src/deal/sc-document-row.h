/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document of a stage: its name. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_DOCUMENT_ROW (sc_document_row_get_type ())
G_DECLARE_FINAL_TYPE (ScDocumentRow, sc_document_row, SC, DOCUMENT_ROW, AdwActionRow)

gboolean sc_document_is_link (const char *name);
GtkWidget *sc_document_row_new (const char *name);

G_END_DECLS
