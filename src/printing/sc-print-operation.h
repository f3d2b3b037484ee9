/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a scheme, or writes its pages as a PDF. */

#pragma once

#include <gtk/gtk.h>

#include "model/sc-version.h"
#include "printing/sc-print-setup.h"

G_BEGIN_DECLS

#define SC_TYPE_PRINT_OPERATION (sc_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (ScPrintOperation, sc_print_operation, SC, PRINT_OPERATION, GtkPrintOperation)

ScPrintOperation *sc_print_operation_new (const ScVersion *version,
                                          const char      *title,
                                          ScPrintSetup    *setup);
gboolean sc_print_operation_is_previewed (ScPrintOperation *self);

G_END_DECLS
