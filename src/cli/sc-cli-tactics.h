/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tactics of a deal's stage, as commands tell them. */

#pragma once

#include "files/sc-json-writer.h"
#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GPtrArray *sc_cli_fill_tactics (const ScVersion *version,
                                const ScDeal    *deal,
                                GPtrArray       *criteria);
void sc_cli_write_tactics (ScJsonWriter *writer,
                           GPtrArray    *tactics);

G_END_DECLS
