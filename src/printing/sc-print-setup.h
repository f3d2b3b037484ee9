/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a scheme is to stand on its pages: paper, scale, what is on it. */

#pragma once

#include <gtk/gtk.h>

#include "diagram/sc-pages.h"

G_BEGIN_DECLS

#define SC_TYPE_PRINT_SETUP (sc_print_setup_get_type ())
G_DECLARE_FINAL_TYPE (ScPrintSetup, sc_print_setup, SC, PRINT_SETUP, GObject)

ScPrintSetup *sc_print_setup_new (void);
GtkPageSetup *sc_print_setup_get_page_setup (ScPrintSetup *self);
void sc_print_setup_set_page_setup (ScPrintSetup *self,
                                    GtkPageSetup *page_setup);
GtkPrintSettings *sc_print_setup_get_printer (ScPrintSetup *self);
void sc_print_setup_set_printer (ScPrintSetup     *self,
                                 GtkPrintSettings *printer);
gboolean sc_print_setup_wants_figures (ScPrintSetup *self);
void sc_print_setup_set_figures (ScPrintSetup *self,
                                 GPtrArray    *figures);
ScPagesOptions sc_print_setup_get_options (ScPrintSetup *self,
                                           const char   *title,
                                           double        width,
                                           double        height);

G_END_DECLS
