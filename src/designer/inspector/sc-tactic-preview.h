/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic's text as a rep will see it: filled in from a deal of the process, which a
 * person chooses. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_TACTIC_PREVIEW (sc_tactic_preview_get_type ())
G_DECLARE_FINAL_TYPE (ScTacticPreview, sc_tactic_preview, SC, TACTIC_PREVIEW, AdwPreferencesRow)

GtkWidget *sc_tactic_preview_new (void);
void sc_tactic_preview_set_source (ScTacticPreview *self,
                                   ScStore         *store,
                                   const char      *process_id,
                                   const char      *stage_id);
void sc_tactic_preview_set_text (ScTacticPreview *self,
                                 const char      *text);

G_END_DECLS
