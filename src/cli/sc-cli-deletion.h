/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several subcommands say of what was deleted, and brought back. */

#pragma once

#include "files/sc-json-writer.h"
#include "model/sc-date.h"

G_BEGIN_DECLS

/* Nothing where it is there. */
void sc_cli_write_deletion (ScJsonWriter *writer,
                            ScInstant     deleted_at,
                            const char   *deleted_by);
void sc_cli_write_notices (ScJsonWriter *writer,
                           GPtrArray    *notices);
void sc_cli_print_notices (GPtrArray *notices);

G_END_DECLS
