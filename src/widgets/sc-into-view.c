/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings what has just come, or was just given the focus, to where it is seen. GTK scrolls
 * to what has the focus at once: what is not laid out yet, or moves on with what is revealed
 * above it, is then somewhere else. */

#include "widgets/sc-into-view.h"

/* So many frames without a move mean that it has its place. */
#define N_QUIET_FRAMES 3
#define N_FRAMES_AT_MOST 120

/* What was asked for last takes the place of what was asked for before. */
static guint n_asked;

typedef struct {
  graphene_rect_t place;
  guint number;
  guint n_frames;
  guint n_quiet;
} Coming;

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Coming *coming = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t place;

  if (viewport == NULL || ++coming->n_frames > N_FRAMES_AT_MOST || coming->number != n_asked)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0
      || !gtk_widget_compute_bounds (widget, gtk_widget_get_parent (viewport), &place))
    return G_SOURCE_CONTINUE;

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);
  coming->n_quiet = graphene_rect_equal (&place, &coming->place) ? coming->n_quiet + 1 : 0;
  coming->place = place;

  return coming->n_quiet < N_QUIET_FRAMES;
}

/**
 * sc_into_view_bring:
 * @widget: what is to be seen, within a #GtkViewport
 *
 * Scrolls to @widget once it is laid out, and for as long as what is around it moves, or
 * until something else is to be seen.
 */
void
sc_into_view_bring (GtkWidget *widget)
{
  const Coming coming = { .number = ++n_asked };

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, frame_cb, g_memdup2 (&coming, sizeof coming), g_free);
}
