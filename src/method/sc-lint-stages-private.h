/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules and merges ask of single stages. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_MAX_STAGES 10
#define SC_BEST_MIN_STAGES 5
#define SC_BEST_MAX_STAGES 7

ScRole *sc_lint_get_responsible (const ScVersion *version,
                                 const ScStage   *stage);
gboolean sc_lint_is_natural_order (ScKind last_kind,
                                   ScKind first_kind);
gboolean sc_lint_is_natural_pair (const ScVersion *version,
                                  const ScStage   *first,
                                  const ScStage   *second);
gboolean sc_lint_covers_gate (const ScVersion *version,
                              const ScStage   *stage);
ScStage *sc_lint_find_discovery_in_front (const ScVersion *version,
                                          guint            position);
gboolean sc_lint_is_blank (const char *text);
const char *sc_lint_get_title (const ScStage *stage);

G_END_DECLS
