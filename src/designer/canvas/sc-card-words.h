/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage's card shows, in words. */

#pragma once

#include "model/sc-stage-figures.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/* How many findings a card shows, by how grave they are. */
typedef struct {
  guint n_errors;
  guint n_warnings;
  guint n_hints;
} ScBadge;

char *sc_card_tell_findings (ScBadge badge);
char *sc_card_tell (const ScVersion *version,
                    guint            position,
                    ScBadge          badge);
char *sc_card_describe (const ScVersion      *version,
                        const ScStage        *stage,
                        gboolean              has_refusal,
                        const ScStageFigures *figures);

G_END_DECLS
