/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a document. */

#pragma once

#include <gtk/gtk.h>

#include "document/sc-document.h"

G_BEGIN_DECLS

GtkPrintOperation *sc_document_print_new (ScDocument *document);

G_END_DECLS
