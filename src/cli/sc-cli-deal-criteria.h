/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal and how it was answered, for whoever shows the deal. */

#pragma once

#include "files/sc-json-writer.h"
#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_cli_write_deal_criteria (ScJsonWriter    *writer,
                                 const ScVersion *version,
                                 GPtrArray       *criteria);
void sc_cli_print_deal_criteria (const ScVersion *version,
                                 const ScDeal    *deal,
                                 GPtrArray       *criteria);

G_END_DECLS
