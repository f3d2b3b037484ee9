/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the deals of a table that tells where each stands now. */

#pragma once

#include "change/sc-command.h"
#include "change/sc-import-beside.h"
#include "change/sc-import-counts.h"

G_BEGIN_DECLS

/* A deal as a file has it. Its texts are lent by whoever fills it, and need to last
 * only until the next row is asked for. */
typedef ScDeal ScImportRow;

/* Returns FALSE at the end, and with @error set where the file is bad: then
 * nothing of it is imported. */
typedef gboolean (*ScImportNext) (ScImportRow *row,
                                  gpointer     user_data,
                                  GError     **error);

/* The whole import is one change. Deals with an external id that the process
 * has already are updated, without one always added. @counts is filled before
 * the command has run; both it and @user_data have to last that long. */
ScCommand *sc_command_import_deals (const char     *process_id,
                                    const char     *name,
                                    ScImportNext    next,
                                    gpointer        user_data,
                                    ScImportCounts *counts);

/* That the row asked for last is not taken. */
typedef void (*ScImportRefuse) (ScImportFault fault,
                                gpointer      user_data);

/* The same, with @beside, into which @next puts what else a row tells. */
ScCommand *sc_command_import_deals_with_more (const char           *process_id,
                                              const char           *name,
                                              ScImportNext          next,
                                              ScImportRefuse        refuse,
                                              gpointer              user_data,
                                              const ScImportBeside *beside,
                                              gboolean              is_dry,
                                              ScImportCounts       *counts);

G_END_DECLS
