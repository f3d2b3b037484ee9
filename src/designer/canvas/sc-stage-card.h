/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card of a stage. */

#pragma once

#include <adwaita.h>

#include "designer/canvas/sc-card-words.h"
#include "diagram/sc-layout.h"

G_BEGIN_DECLS

#define SC_TYPE_STAGE_CARD (sc_stage_card_get_type ())
G_DECLARE_FINAL_TYPE (ScStageCard, sc_stage_card, SC, STAGE_CARD, GtkWidget)

ScStageCard *sc_stage_card_new (ScTypesetter *typesetter);
void sc_stage_card_show (ScStageCard *self,
                         ScVersion   *version,
                         guint        position,
                         ScBadge      badge);
void sc_stage_card_place (ScStageCard   *self,
                          const ScPlace *place,
                          ScDirection    direction);
const char *sc_stage_card_get_stage_id (ScStageCard *self);
void sc_stage_card_set_selected (ScStageCard *self,
                                 gboolean     is_selected);
void sc_stage_card_set_has_refusal (ScStageCard *self,
                                    gboolean     has_refusal);
void sc_stage_card_set_figures (ScStageCard *self,
                                GPtrArray   *figures);
void sc_stage_card_set_lit (ScStageCard *self,
                            gboolean     is_lit);
void sc_stage_card_set_ghosts (ScStageCard *self,
                               guint        n_ghosts);
guint sc_stage_card_get_ghosts (ScStageCard *self);
void sc_stage_card_edit_name (ScStageCard *self);
gboolean sc_stage_card_is_editing (ScStageCard *self);

G_END_DECLS
