/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has the focus may go: a row that is done, deleted by another window, read anew.
 * GTK then leaves a window without a focus, in which keys go nowhere, Escape among
 * them, and Tab begins from the first widget. Here the focus goes to what shows the same
 * thing now, which rows tell by their widget's name, or to what has come into the place,
 * or else to what is nearest, for every list of a window. */

#include "app/sc-lost-focus.h"

#include "toolkit/sc-into-view.h"

/* A widget around the one with the focus, and which of its children leads there. */
typedef struct {
  GWeakRef parent;
  guint position;
  char *name; /* of a child that has one of its own */
} Level;

/* The way from the one with the focus outwards. */
typedef struct {
  GWeakRef focus;
  GPtrArray *levels;
} Place;

typedef struct {
  AdwApplicationWindow *window;
  GSignalGroup *focus_signals;
  GSignalGroup *menu_signals;
  Place *in_dialog;
  Place *in_content; /* to which a dialog that closes leads back, or a menu */
  GWeakRef menu;
  gboolean is_in_menu; /* or on its button, to which GTK gives the focus as it closes */
  Place *before_menu; /* what the menu was of that has opened the dialog in front */
  GWeakRef left_at;   /* where the focus was as that closed */
  gboolean leads_back;
  guint tick;
} Finder;

static void
level_free (gpointer data)
{
  Level *level = data;

  g_weak_ref_clear (&level->parent);
  g_free (level->name);
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
      if (!g_str_equal (gtk_widget_get_name (widget), G_OBJECT_TYPE_NAME (widget)))
        level->name = g_strdup (gtk_widget_get_name (widget));
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

static gboolean
focus_named (GtkWidget  *parent,
             const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), name) == 0)
      return gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);

  return FALSE;
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

      if (is_shown (self, parent) && (focus_named (parent, level->name) || focus_near (parent, level->position)))
        {
          GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

          /* What is around it may have come with it, and have no place yet. Whoever was given
           * the focus may have let go of it at once, as a page that turns does. */
          if (focus != NULL)
            sc_into_view_bring (focus);
          return;
        }
    }
}

/* A dialog that a menu has opened can't give the focus back: the menu has gone. Unless a
 * view has led it somewhere since, it goes to what the menu was of. */
static void
lead_back (Finder    *self,
           GtkWidget *focus)
{
  g_autoptr (GtkWidget) left_at = g_weak_ref_get (&self->left_at);
  g_autoptr (GtkWidget) before = g_weak_ref_get (&self->before_menu->focus);

  if (focus == NULL || focus == left_at)
    {
      if (!is_shown (self, before) || !gtk_widget_grab_focus (before))
        focus_nearest (self, self->before_menu);
    }
  self->leads_back = FALSE;
  g_clear_pointer (&self->before_menu, place_free);
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

/* Keys that go to what is behind a dialog are lost as well. A widget that has gone keeps
 * the focus until the frame ends, when GTK gives it to the first one around. */
static gboolean
is_outside (Finder    *self,
            GtkWidget *focus,
            AdwDialog *dialog)
{
  return focus == NULL || gtk_widget_get_root (focus) != GTK_ROOT (self->window)
         || (dialog != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog)));
}

/* GTK gives the focus to the button of a menu that closes, also where a key of something
 * else has opened it. */
static gboolean
is_on_menu_button (Finder    *self,
                   GtkWidget *focus)
{
  g_autoptr (GtkWidget) menu = g_weak_ref_get (&self->menu);
  GtkWidget *button = menu != NULL ? gtk_widget_get_parent (menu) : NULL;

  return button != NULL && GTK_IS_MENU_BUTTON (button) && focus != NULL && gtk_widget_is_ancestor (focus, button)
         && !gtk_widget_is_ancestor (focus, menu);
}

/* A menu that closes from a submenu keeps the focus, in which keys go nowhere. */
static gboolean
is_in_closed_menu (Finder    *self,
                   GtkWidget *focus)
{
  g_autoptr (GtkWidget) menu = g_weak_ref_get (&self->menu);

  return menu != NULL && focus != NULL && gtk_widget_is_ancestor (focus, menu) && !gtk_widget_get_mapped (menu);
}

static void
lead_back_from_menu (Finder *self)
{
  g_autoptr (GtkWidget) before = self->in_content != NULL ? g_weak_ref_get (&self->in_content->focus) : NULL;

  self->is_in_menu = FALSE;
  if (is_shown (self, before))
    gtk_widget_grab_focus (before);
}

/* With the next frame, before which a view may lead the focus somewhere itself. */
static gboolean
frame_cb (GtkWidget     *window,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Finder *self = user_data;
  AdwDialog *dialog = adw_application_window_get_visible_dialog (self->window);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  const Place *place;

  self->tick = 0;
  if (self->leads_back && dialog == NULL)
    lead_back (self, focus);
  if (self->is_in_menu && dialog == NULL && (is_on_menu_button (self, focus) || is_in_closed_menu (self, focus)))
    lead_back_from_menu (self);
  if (!is_outside (self, gtk_window_get_focus (GTK_WINDOW (window)), dialog))
    return G_SOURCE_REMOVE;

  /* Where a dialog begins is its own affair. */
  place = dialog != NULL ? self->in_dialog : self->in_content;
  if (place != NULL && (dialog == NULL || is_within (place, dialog)) && is_lost (self, place))
    focus_nearest (self, place);

  return G_SOURCE_REMOVE;
}

static void
look_in_a_frame (Finder *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->window), frame_cb, self, NULL);
}

static void
focus_changed_cb (GtkWindow  *window,
                  GParamSpec *pspec,
                  Finder     *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) : NULL;
  gboolean is_in_dialog;
  Place **place;

  if (is_outside (self, focus, adw_application_window_get_visible_dialog (self->window)))
    {
      look_in_a_frame (self);
      return;
    }

  is_in_dialog = gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL;
  if (!is_in_dialog && menu != NULL)
    {
      self->is_in_menu = TRUE;
      g_weak_ref_set (&self->menu, menu);
      g_signal_group_set_target (self->menu_signals, menu);
      return;
    }
  if (!is_in_dialog && self->is_in_menu && is_on_menu_button (self, focus))
    {
      look_in_a_frame (self);
      return;
    }

  self->is_in_menu = FALSE;
  place = is_in_dialog ? &self->in_dialog : &self->in_content;
  g_clear_pointer (place, place_free);
  *place = place_new (focus);
  g_signal_group_set_target (self->focus_signals, focus);
}

static void
rooted_cb (GtkWidget  *focus,
           GParamSpec *pspec,
           Finder     *self)
{
  if (gtk_widget_get_root (focus) == NULL)
    look_in_a_frame (self);
}

static void
menu_unmapped_cb (GtkWidget *menu,
                  Finder    *self)
{
  if (self->is_in_menu)
    look_in_a_frame (self);
}

static void
visible_dialog_changed_cb (GtkWindow  *window,
                           GParamSpec *pspec,
                           Finder     *self)
{
  gboolean is_open = adw_application_window_get_visible_dialog (self->window) != NULL;

  if (is_open && self->is_in_menu)
    {
      g_clear_pointer (&self->before_menu, place_free);
      self->before_menu = g_steal_pointer (&self->in_content);
    }
  self->is_in_menu = FALSE;
  self->leads_back = !is_open && self->before_menu != NULL;
  if (!self->leads_back)
    return;

  g_weak_ref_set (&self->left_at, gtk_window_get_focus (window));
  look_in_a_frame (self);
}

static void
finder_free (gpointer  data,
             GClosure *closure)
{
  Finder *self = data;

  g_object_unref (self->focus_signals);
  g_object_unref (self->menu_signals);
  g_clear_pointer (&self->in_dialog, place_free);
  g_clear_pointer (&self->in_content, place_free);
  g_clear_pointer (&self->before_menu, place_free);
  g_weak_ref_clear (&self->menu);
  g_weak_ref_clear (&self->left_at);
  g_free (self);
}

/**
 * sc_lost_focus_find:
 * @window: a window
 *
 * Where what has the focus goes, gives the focus to what is nearest: in the dialog in
 * front, and in the window where there is none. A menu, and a dialog that one has opened,
 * leads back to what had the focus before.
 */
void
sc_lost_focus_find (AdwApplicationWindow *window)
{
  Finder *self = g_new0 (Finder, 1);

  self->window = window;
  self->focus_signals = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect (self->focus_signals, "notify::root", G_CALLBACK (rooted_cb), self);
  self->menu_signals = g_signal_group_new (GTK_TYPE_POPOVER_MENU);
  g_signal_group_connect (self->menu_signals, "unmap", G_CALLBACK (menu_unmapped_cb), self);
  g_weak_ref_init (&self->menu, NULL);
  g_weak_ref_init (&self->left_at, NULL);
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), self);
  g_signal_connect_data (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self, finder_free,
                         G_CONNECT_DEFAULT);
}
