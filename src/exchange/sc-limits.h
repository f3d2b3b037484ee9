/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table or a JSON document that comes in may hold at most; how large its
 * file may be stands in files/sc-source.h. */

#pragma once

#define SC_MAX_FIELD_BYTES (1024 * 1024)
#define SC_MAX_ROWS 5000000
#define SC_CSV_MAX_COLUMNS 2000
#define SC_MAX_LEVELS 64
