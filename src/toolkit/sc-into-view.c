/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings what has just come, or was just given the focus, to where it is seen. GTK scrolls
 * to what has the focus at once: what is not laid out yet, or moves on with what is revealed
 * above it, is then somewhere else. */

#include "toolkit/sc-into-view.h"

/* So many frames without a move mean that it has its place. */
#define N_QUIET_FRAMES 3
#define N_FRAMES_AT_MOST 120

typedef struct {
  GtkWidget *widget; /* which keeps this for as long as it is waited for */
  graphene_rect_t place;
  int width, height; /* of its viewport */
  guint n_frames;
  guint n_quiet;
  gboolean is_over;
} Coming;

/* Of all that is being brought into view. */
static GPtrArray *comings;

static void
coming_free (gpointer data)
{
  g_ptr_array_remove_fast (comings, data);
  g_free (data);
}

static GtkWidget *
find_viewport (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
}

/* What was asked for last takes the place of what was asked for before in the same viewport. */
static void
end_others (GtkWidget *widget)
{
  GtkWidget *viewport = find_viewport (widget);

  for (guint i = 0; i < comings->len; i++)
    {
      Coming *coming = comings->pdata[i];

      if (find_viewport (coming->widget) == viewport)
        coming->is_over = TRUE;
    }
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Coming *coming = user_data;
  GtkWidget *viewport = find_viewport (widget);
  graphene_rect_t place;
  int width, height;

  if (viewport == NULL || ++coming->n_frames > N_FRAMES_AT_MOST || coming->is_over)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_height (widget) == 0
      || !gtk_widget_compute_bounds (widget, gtk_widget_get_parent (viewport), &place))
    return G_SOURCE_CONTINUE;

  gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);
  width = gtk_widget_get_width (viewport);
  height = gtk_widget_get_height (viewport);
  coming->n_quiet = graphene_rect_equal (&place, &coming->place) && width == coming->width && height == coming->height
    ? coming->n_quiet + 1 : 0;
  coming->place = place;
  coming->width = width;
  coming->height = height;

  return coming->n_quiet < N_QUIET_FRAMES;
}

/**
 * sc_into_view_bring:
 * @widget: what is to be seen, within a #GtkViewport
 *
 * Scrolls to @widget once it is laid out, and for as long as what is around it moves, or
 * until something else is to be seen in the same viewport.
 */
void
sc_into_view_bring (GtkWidget *widget)
{
  Coming *coming;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (comings == NULL)
    comings = g_ptr_array_new ();
  end_others (widget);
  coming = g_new0 (Coming, 1);
  coming->widget = widget;
  g_ptr_array_add (comings, coming);
  gtk_widget_add_tick_callback (widget, frame_cb, coming, coming_free);
}
