/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sc_inscription_set_text (GtkInscription *inscription,
                              const char     *text,
                              gboolean        is_end);

G_END_DECLS
