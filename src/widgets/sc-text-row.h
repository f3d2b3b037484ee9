/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a text of several lines that is saved by itself, when the focus leaves
 * it. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_TEXT_ROW (sc_text_row_get_type ())
G_DECLARE_FINAL_TYPE (ScTextRow, sc_text_row, SC, TEXT_ROW, AdwPreferencesRow)

GtkWidget *sc_text_row_new (const char *title);
void sc_text_row_set_value (ScTextRow  *self,
                            const char *value);
void sc_text_row_set_text (ScTextRow  *self,
                           const char *text);
void sc_text_row_insert (ScTextRow  *self,
                         const char *text);
const char *sc_text_row_get_base (ScTextRow *self);
gboolean sc_text_row_is_edited (ScTextRow *self);
char *sc_text_row_dup_text (ScTextRow *self);
void sc_text_row_revert (ScTextRow *self);
void sc_text_row_commit (ScTextRow *self);
void sc_text_row_finish_commit (ScTextRow  *self,
                                const char *saved);
int sc_text_row_get_min_height (ScTextRow *self);
void sc_text_row_set_min_height (ScTextRow *self,
                                 int        min_height);

G_END_DECLS
