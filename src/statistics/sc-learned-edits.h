/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the chances that deals tell into a scheme, in the place of those that are set. */

#pragma once

#include "model/sc-edit.h"

G_BEGIN_DECLS

GPtrArray *sc_learned_edits_new (const ScVersion *version,
                                 GPtrArray       *stages,
                                 const char      *stage_id);

G_END_DECLS
