/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be seen is scrolled to, whatever is to be seen in another window at the time. */

#include "widget-test.h"

#include "toolkit/sc-into-view.h"
#include "widgets/sc-widgets.h"

#define N_LABELS 100

typedef struct {
  GtkWidget *window;
  GtkAdjustment *adjustment;
  GtkWidget *labels[N_LABELS];
} Pane;

static void
pane_init (Pane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < N_LABELS; i++)
    {
      self->labels[i] = gtk_label_new ("label");
      gtk_box_append (GTK_BOX (box), self->labels[i]);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 300, 200);
  adw_window_set_content (ADW_WINDOW (self->window), scroller);
}

static gboolean
is_at_end (gpointer data)
{
  const Pane *self = data;
  double end = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  return end > 0 && gtk_adjustment_get_value (self->adjustment) >= end - 1;
}

static gboolean
is_at_start (gpointer data)
{
  const Pane *self = data;

  return gtk_widget_get_height (self->window) > 0 && gtk_adjustment_get_value (self->adjustment) <= 0;
}

static void
scrolls_in_each_window (void)
{
  Pane one, other;

  pane_init (&one);
  pane_init (&other);
  sc_into_view_bring (one.labels[N_LABELS - 1]);
  sc_into_view_bring (other.labels[N_LABELS - 1]);
  gtk_window_present (GTK_WINDOW (one.window));
  gtk_window_present (GTK_WINDOW (other.window));
  widget_test_wait (is_at_end, &one, "the first window to scroll");
  widget_test_wait (is_at_end, &other, "the other window to scroll");
  gtk_window_destroy (GTK_WINDOW (one.window));
  gtk_window_destroy (GTK_WINDOW (other.window));
}

static void
goes_where_was_asked_for_last (void)
{
  Pane pane;

  pane_init (&pane);
  gtk_window_present (GTK_WINDOW (pane.window));
  sc_into_view_bring (pane.labels[N_LABELS - 1]);
  widget_test_wait (is_at_end, &pane, "the window to scroll");
  sc_into_view_bring (pane.labels[N_LABELS - 1]);
  sc_into_view_bring (pane.labels[0]);
  widget_test_wait (is_at_start, &pane, "the window to scroll back");
  gtk_window_destroy (GTK_WINDOW (pane.window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_widgets_init ();

  g_test_add_func ("/into-view/scrolls-in-each-window", scrolls_in_each_window);
  g_test_add_func ("/into-view/goes-where-was-asked-for-last", goes_where_was_asked_for_last);

  return g_test_run ();
}
