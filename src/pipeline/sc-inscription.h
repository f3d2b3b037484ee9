/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text on a card or in a list that is aligned by the way that it is written. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkTextDirection sc_text_find_direction (const char *text);
void sc_inscription_set_text (GtkInscription *inscription,
                              const char     *text,
                              gboolean        is_end);

G_END_DECLS
