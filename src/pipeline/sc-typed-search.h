/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Begins a search with what is typed where no text is. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sc_typed_search_take_key (GtkSearchBar          *bar,
                                   GtkEditable           *entry,
                                   GtkEventControllerKey *keys,
                                   guint                  keyval,
                                   GdkModifierType        state);

G_END_DECLS
