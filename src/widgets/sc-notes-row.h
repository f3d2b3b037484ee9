/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_NOTES_ROW (sc_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (ScNotesRow, sc_notes_row, SC, NOTES_ROW, AdwPreferencesRow)

void sc_notes_row_set_value (ScNotesRow *self,
                             const char *value);
void sc_notes_row_set_text (ScNotesRow *self,
                            const char *text);
char *sc_notes_row_get_text (ScNotesRow *self);
gboolean sc_notes_row_is_edited (ScNotesRow *self);
void sc_notes_row_commit (ScNotesRow *self);
void sc_notes_row_revert (ScNotesRow *self);
void sc_notes_row_finish_commit (ScNotesRow *self,
                                 const char *saved);

G_END_DECLS
