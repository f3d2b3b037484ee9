/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a value out of a row that SQLite has stepped to. */

#pragma once

#include <sqlite3.h>

#include "store/engine/sc-cell-private.h"

G_BEGIN_DECLS

ScCellType sc_cell_type_from_statement (sqlite3_stmt *statement,
                                        int           column);
ScCell sc_cell_from_statement (sqlite3_stmt *statement,
                               int           column);

G_END_DECLS
