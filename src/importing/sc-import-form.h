/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows how a table is about to be read: its columns, the order of its dates, its
 * amounts, where its deals stand, and its first rows as they will come in. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-run.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_FORM (sc_import_form_get_type ())
G_DECLARE_FINAL_TYPE (ScImportForm, sc_import_form, SC, IMPORT_FORM, AdwBin)

/* How a table is read: guessed, and changed by hand. “is-ready” tells whether
 * nothing is left open, “open-question” what is, in a sentence. “encoding-chosen” asks
 * for the table as it is in that encoding. */
void sc_import_form_set_table (ScImportForm    *self,
                               const ScVersion *version,
                               const char      *currency,
                               ScImportScan    *scan);
void sc_import_form_show_encoding (ScImportForm *self);
void sc_import_form_set_version (ScImportForm    *self,
                                 const ScVersion *version);
const ScVersion *sc_import_form_get_version (ScImportForm *self);
const ScImportScan *sc_import_form_get_scan (ScImportForm *self);
ScImportMapping *sc_import_form_get_mapping (ScImportForm *self);
gboolean sc_import_form_is_ready (ScImportForm *self);

G_END_DECLS
