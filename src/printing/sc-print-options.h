/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The part of the print dialog that says how a scheme stands on its pages. */

#pragma once

#include <adwaita.h>

#include "printing/sc-print-setup.h"

G_BEGIN_DECLS

#define SC_TYPE_PRINT_OPTIONS (sc_print_options_get_type ())
G_DECLARE_FINAL_TYPE (ScPrintOptions, sc_print_options, SC, PRINT_OPTIONS, AdwPreferencesGroup)

GtkWidget *sc_print_options_new (ScPrintSetup *setup);
void sc_print_options_set_setup (ScPrintOptions *self,
                                 ScPrintSetup   *setup);
void sc_print_options_set_reading (ScPrintOptions *self,
                                   gboolean        is_reading);

G_END_DECLS
