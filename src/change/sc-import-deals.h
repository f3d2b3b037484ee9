/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/sc-command.h"

G_BEGIN_DECLS

/* A deal as a file has it. Its texts are lent by whoever fills it, and need to last
 * only until the next row is asked for. */
typedef ScDeal ScImportRow;

/* Returns FALSE at the end, and with @error set where the file is bad: then
 * nothing of it is imported. */
typedef gboolean (*ScImportNext) (ScImportRow *row,
                                  gpointer     user_data,
                                  GError     **error);

typedef struct {
  guint n_added;
  guint n_updated;
  guint n_unchanged;
} ScImportCounts;

/* The whole import is one change. Deals with an external id that the process
 * has already are updated, without one always added. @counts is filled before
 * the command has run; both it and @user_data have to last that long. */
ScCommand *sc_command_import_deals (const char     *process_id,
                                    const char     *name,
                                    ScImportNext    next,
                                    gpointer        user_data,
                                    ScImportCounts *counts);

G_END_DECLS
