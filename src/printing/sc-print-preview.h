/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the pages of a scheme as they will be printed. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_PRINT_PREVIEW (sc_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (ScPrintPreview, sc_print_preview, SC, PRINT_PREVIEW, AdwDialog)

AdwDialog *sc_print_preview_new (const ScVersion *version,
                                 const char      *title);
void sc_print_preview_set_figures (AdwDialog *preview,
                                   GPtrArray *figures);

G_END_DECLS
