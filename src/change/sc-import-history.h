/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the deals of a table that has a row for each thing that happened to them. */

#pragma once

#include "change/sc-import-deals.h"

G_BEGIN_DECLS

/* A row of a history of stages: a deal came into a stage, or was lost, which is no
 * stage. The text needs to last only until the next row is asked for; the stage's id
 * belongs to the published version. */
typedef struct {
  const char *external_id;
  const char *stage_id;
  gboolean is_lost;
  ScInstant entered_at;
  gboolean is_day;
} ScImportHistoryRow;

/* As ScImportNext. */
typedef gboolean (*ScImportHistoryNext) (ScImportHistoryRow *row,
                                         gpointer            user_data,
                                         GError            **error);

/* That the row asked for last is not taken, because there is no such deal. */
typedef void (*ScImportHistoryRefuse) (gpointer user_data);

ScCommand *sc_command_import_history (const char           *process_id,
                                      const char           *name,
                                      ScImportHistoryNext   next,
                                      ScImportHistoryRefuse refuse,
                                      gpointer              user_data,
                                      gboolean              is_dry,
                                      ScImportCounts       *counts);

G_END_DECLS
