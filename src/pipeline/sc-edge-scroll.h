/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolls the board sideways while a card is dragged near its edge. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SC_TYPE_EDGE_SCROLL (sc_edge_scroll_get_type ())
G_DECLARE_FINAL_TYPE (ScEdgeScroll, sc_edge_scroll, SC, EDGE_SCROLL, GObject)

ScEdgeScroll *sc_edge_scroll_new (GtkScrolledWindow *scroller);
void sc_edge_scroll_stop (ScEdgeScroll *self);

G_END_DECLS
