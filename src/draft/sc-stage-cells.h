/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages of a draft as a table: what stands in a cell, and what is typed there. */

#pragma once

#include <gio/gio.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_CELL_ERROR (sc_cell_error_quark ())

typedef enum {
  SC_CELL_ERROR_NOT_UNDERSTOOD,
} ScCellError;

GQuark sc_cell_error_quark (void);

/* The columns, in their order; the last can only be read. */
typedef enum {
  SC_STAGE_NAME,
  SC_STAGE_KINDS,
  SC_STAGE_RESPONSIBLE,
  SC_STAGE_TIME,
  SC_STAGE_PROBABILITY,
  SC_STAGE_CRITERIA,
} ScStageColumn;

#define SC_N_STAGE_COLUMNS (SC_STAGE_CRITERIA + 1)

const char *sc_stage_column_get_title (ScStageColumn column);
char *sc_stage_cell_get_text (const ScVersion *version,
                              const ScStage   *stage,
                              ScStageColumn    column);
gboolean sc_stage_cell_set_text (const ScVersion *version,
                                 ScStage         *stage,
                                 ScStageColumn    column,
                                 const char      *text,
                                 ScRole         **new_role,
                                 GError         **error);
char *sc_stage_cells_copy (const ScVersion *version,
                           GPtrArray       *stage_ids);

G_END_DECLS
