/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remembers where a change is made from, to tell of it there. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _ScOrigin ScOrigin;

ScOrigin *sc_origin_new (GtkWidget *widget);
void sc_origin_free (ScOrigin *self);

GtkWidget *sc_origin_get_widget (ScOrigin *self);
GtkWidget *sc_origin_find_parent (ScOrigin *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOrigin, sc_origin_free)

G_END_DECLS
