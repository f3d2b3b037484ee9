/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SC_TYPE_CARD_TEXT (sc_card_text_get_type ())
G_DECLARE_FINAL_TYPE (ScCardText, sc_card_text, SC, CARD_TEXT, GtkWidget)

GtkWidget *sc_card_text_new (int         max_lines,
                             const char *sign);
void sc_card_text_set_text (ScCardText *self,
                            const char *text);
const char *sc_card_text_get_text (ScCardText *self);
gboolean sc_card_text_is_cut (ScCardText *self);
int sc_card_text_measure_width (ScCardText *self);
int sc_card_text_measure_height (ScCardText *self,
                                 int         width);

G_END_DECLS
