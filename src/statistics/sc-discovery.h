/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads how complete needs discovery is, and how that goes with winning. */

#pragma once

#include "statistics/sc-discovery-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

ScDiscoveryFigures *sc_discovery_read (ScStore              *store,
                                       const ScFiguresQuery *query,
                                       GCancellable         *cancellable,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
