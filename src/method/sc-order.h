/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order in which steps of a sale usually come. */

#pragma once

#include "method/sc-stage-facts-private.h"

G_BEGIN_DECLS

/* The rank of a kind that has no place in the order. */
#define SC_RANK_NONE (-1)

int sc_order_get_rank (ScKind           kind,
                       const ScAspects *aspects);
ScKind sc_order_get_first_kind (ScKindSet        kinds,
                                const ScAspects *aspects);
ScKind sc_order_get_last_kind (ScKindSet        kinds,
                               const ScAspects *aspects);
guint sc_order_list_kinds (ScKindSet        kinds,
                           const ScAspects *aspects,
                           ScKind           list[SC_N_KINDS]);
void sc_order_rank_stages (const ScVersion           *version,
                           const ScStageFacts *const *facts,
                           int                       *ranks,
                           gboolean                  *passed_over);
guint sc_order_find_place (const ScVersion *version,
                           ScKind           kind);

G_END_DECLS
