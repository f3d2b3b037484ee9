/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

GBytes *sc_deals_to_csv (GPtrArray  *deals,
                         GHashTable *stage_names);

G_END_DECLS
