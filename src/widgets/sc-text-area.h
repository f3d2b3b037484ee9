/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of several lines to be typed, as high as it needs, in a row of a list. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_TEXT_AREA (sc_text_area_get_type ())
G_DECLARE_FINAL_TYPE (ScTextArea, sc_text_area, SC, TEXT_AREA, AdwBin)

GtkWidget *sc_text_area_new (void);
GtkWidget *sc_text_area_get_view (ScTextArea *self);
void sc_text_area_set_text (ScTextArea *self,
                            const char *text);
int sc_text_area_get_cursor (ScTextArea *self);
void sc_text_area_set_cursor (ScTextArea *self,
                              int         cursor);
char *sc_text_area_dup_text (ScTextArea *self);
void sc_text_area_replace (ScTextArea *self,
                           const char *text);
void sc_text_area_insert (ScTextArea *self,
                          const char *text);
void sc_text_area_set_min_height (ScTextArea *self,
                                  int         min_height);
void sc_text_area_set_placeholder (ScTextArea *self,
                                   const char *placeholder);

G_END_DECLS
