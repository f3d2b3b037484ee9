/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One stage that says what two said. */

#pragma once

#include "model/sc-stage.h"

G_BEGIN_DECLS

GHashTable *sc_join_content (ScStage       *stage,
                             const ScStage *second);
void sc_join_refusal (ScStage       *stage,
                      const ScStage *second);

gboolean sc_join_is_touched (const ScStage *stage,
                             GHashTable    *new_ids);
ScStage *sc_join_follow (const ScStage *stage,
                         GHashTable    *new_ids);

G_END_DECLS
