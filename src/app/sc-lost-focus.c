/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has the focus may go: a row that is done, deleted by another window, read anew.
 * GTK then leaves a window without a focus, in which keys go nowhere, Escape among
 * them, and Tab begins from the first widget. Here the focus goes to what has come
 * into the place, or else to what is nearest, for every list of a window. */

#include "app/sc-lost-focus.h"

/* A widget around the one with the focus, and which of its children leads there. */
typedef struct {
  GWeakRef parent;
  guint position;
} Level;

/* The way from the one with the focus outwards. */
typedef struct {
  GWeakRef focus;
  GPtrArray *levels;
} Place;

typedef struct {
  AdwApplicationWindow *window;
  Place *in_dialog;
  Place *in_content; /* to which a dialog that closes leads back */
  guint tick;
} Finder;

static void
level_free (gpointer data)
{
  Level *level = data;

  g_weak_ref_clear (&level->parent);
  g_free (level);
}

static void
place_free (Place *place)
{
  g_weak_ref_clear (&place->focus);
  g_ptr_array_unref (place->levels);
  g_free (place);
}

static guint
count_before (GtkWidget *widget)
{
  guint n = 0;

  while ((widget = gtk_widget_get_prev_sibling (widget)) != NULL)
    n++;

  return n;
}

static Place *
place_new (GtkWidget *focus)
{
  Place *place = g_new0 (Place, 1);

  g_weak_ref_init (&place->focus, focus);
  place->levels = g_ptr_array_new_with_free_func (level_free);
  for (GtkWidget *widget = focus; gtk_widget_get_parent (widget) != NULL; widget = gtk_widget_get_parent (widget))
    {
      Level *level = g_new0 (Level, 1);

      g_weak_ref_init (&level->parent, gtk_widget_get_parent (widget));
      level->position = count_before (widget);
      g_ptr_array_add (place->levels, level);
    }

  return place;
}

static gboolean
is_shown (Finder    *self,
          GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_root (widget) == GTK_ROOT (self->window) && gtk_widget_get_mapped (widget);
}

/* What follows comes first, as it moves into the place of what is gone. */
static gboolean
focus_near (GtkWidget *parent,
            guint      position)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);
  GtkWidget *before = NULL;

  for (guint i = 0; i < position && child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    before = child;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
      return TRUE;
  for (; before != NULL; before = gtk_widget_get_prev_sibling (before))
    if (gtk_widget_child_focus (before, GTK_DIR_TAB_FORWARD))
      return TRUE;

  return FALSE;
}

static void
focus_nearest (Finder      *self,
               const Place *place)
{
  for (guint i = 0; i < place->levels->len; i++)
    {
      Level *level = place->levels->pdata[i];
      g_autoptr (GtkWidget) parent = g_weak_ref_get (&level->parent);

      if (is_shown (self, parent) && focus_near (parent, level->position))
        return;
    }
}

static gboolean
is_within (const Place *place,
           gpointer     widget)
{
  for (guint i = 0; i < place->levels->len; i++)
    {
      Level *level = place->levels->pdata[i];
      g_autoptr (GtkWidget) parent = g_weak_ref_get (&level->parent);

      if (parent == widget)
        return TRUE;
    }

  return FALSE;
}

/* A focus that was taken away, as to have saved what is typed, is not lost. */
static gboolean
is_lost (Finder      *self,
         const Place *place)
{
  g_autoptr (GtkWidget) focus = g_weak_ref_get (&((Place *) place)->focus);

  return !is_shown (self, focus);
}

/* Keys that go to what is behind a dialog are lost as well. */
static gboolean
is_outside (GtkWidget *focus,
            AdwDialog *dialog)
{
  return focus == NULL || (dialog != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
}

/* With the next frame, before which a view may lead the focus somewhere itself. */
static gboolean
frame_cb (GtkWidget     *window,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Finder *self = user_data;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (self->window);
  const Place *place = dialog != NULL ? self->in_dialog : self->in_content;

  self->tick = 0;
  if (!is_outside (gtk_window_get_focus (GTK_WINDOW (window)), dialog))
    return G_SOURCE_REMOVE;

  /* Where a dialog begins is its own affair. */
  if (place != NULL && (dialog == NULL || is_within (place, dialog)) && is_lost (self, place))
    focus_nearest (self, place);

  return G_SOURCE_REMOVE;
}

static void
focus_changed_cb (GtkWindow  *window,
                  GParamSpec *pspec,
                  Finder     *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  Place **place;

  if (is_outside (focus, adw_application_window_get_visible_dialog (self->window)))
    {
      if (self->tick == 0)
        self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, self, NULL);
      return;
    }

  place = gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL ? &self->in_dialog : &self->in_content;
  g_clear_pointer (place, place_free);
  *place = place_new (focus);
}

static void
finder_free (gpointer  data,
             GClosure *closure)
{
  Finder *self = data;

  g_clear_pointer (&self->in_dialog, place_free);
  g_clear_pointer (&self->in_content, place_free);
  g_free (self);
}

/**
 * sc_lost_focus_find:
 * @window: a window
 *
 * Where what has the focus goes, gives the focus to what is nearest: in the dialog in
 * front, and in the window where there is none.
 */
void
sc_lost_focus_find (AdwApplicationWindow *window)
{
  Finder *self = g_new0 (Finder, 1);

  self->window = window;
  g_signal_connect_data (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, finder_free,
                         G_CONNECT_DEFAULT);
}
