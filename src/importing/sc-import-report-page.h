/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what came of an import: how many deals came in, how they stand and what they
 * are worth, and which rows were left out and why. */

#pragma once

#include <adwaita.h>

#include "exchange/sc-import-run.h"

G_BEGIN_DECLS

#define SC_TYPE_IMPORT_REPORT_PAGE (sc_import_report_page_get_type ())
G_DECLARE_FINAL_TYPE (ScImportReportPage, sc_import_report_page, SC, IMPORT_REPORT_PAGE, AdwBin)

/* What came of an import. “save-clicked” is emitted when the rows that were left out
 * are to be saved. */
void sc_import_report_page_show (ScImportReportPage   *self,
                                 const ScImportReport *report);

G_END_DECLS
