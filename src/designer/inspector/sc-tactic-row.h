/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic: a titled text that a rep works with, what it is, and when it fits. */

#pragma once

#include <adwaita.h>

#include "model/sc-stage.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_TACTIC_ROW (sc_tactic_row_get_type ())
G_DECLARE_FINAL_TYPE (ScTacticRow, sc_tactic_row, SC, TACTIC_ROW, AdwExpanderRow)

GtkWidget *sc_tactic_row_new (void);
void sc_tactic_row_set_value (ScTacticRow    *self,
                              const ScTactic *tactic);
void sc_tactic_row_set_questions (ScTacticRow *self,
                                  GMenuModel  *questions);
void sc_tactic_row_set_source (ScTacticRow *self,
                               ScStore     *store,
                               const char  *process_id,
                               const char  *stage_id);
const char *sc_tactic_row_get_tactic_id (ScTacticRow *self);
ScTacticKind sc_tactic_row_get_kind (ScTacticRow *self);
ScTactic *sc_tactic_row_find (ScTacticRow *self,
                              ScStage     *stage,
                              guint        position);
void sc_tactic_row_take (ScTacticRow *self);
char *sc_tactic_row_dup_title (ScTacticRow *self);
char *sc_tactic_row_dup_text (ScTacticRow *self);
void sc_tactic_row_start (ScTacticRow *self);
void sc_tactic_row_commit (ScTacticRow *self);
void sc_tactic_row_revert (ScTacticRow *self);

G_END_DECLS
