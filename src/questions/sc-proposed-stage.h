/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for a stage that is proposed, or was read from pasted text. */

#pragma once

#include <adwaita.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_TYPE_PROPOSED_STAGE (sc_proposed_stage_get_type ())
G_DECLARE_FINAL_TYPE (ScProposedStage, sc_proposed_stage, SC, PROPOSED_STAGE, AdwBin)

ScProposedStage *sc_proposed_stage_new (ScKindSet kinds);
ScKindSet sc_proposed_stage_get_kinds (ScProposedStage *self);
gboolean sc_proposed_stage_is_shown (ScProposedStage *self);
void sc_proposed_stage_show (ScProposedStage *self,
                             const ScVersion *proposal,
                             guint            position);
void sc_proposed_stage_leave (ScProposedStage *self);

G_END_DECLS
