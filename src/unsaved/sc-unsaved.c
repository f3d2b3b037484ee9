/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds something that a person entered: a field, a form, a view. Whoever
* closes it, or makes room for another, asks here what is to be saved first. */

#include "unsaved/sc-unsaved.h"

enum {
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ScUnsaved, sc_unsaved, GTK_TYPE_WIDGET);

static void
sc_unsaved_default_init (ScUnsavedInterface *iface)
{
  /**
   * ScUnsaved::settled:
   *
   * Nothing of it, or of something inside it, is being saved any more, whatever
   * came of it.
   */
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", SC_TYPE_UNSAVED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * sc_unsaved_get_state:
 * @self: what holds something
 *
 * Returns: whether what was entered in it is saved
 */
ScSaveState
sc_unsaved_get_state (ScUnsaved *self)
{
  ScUnsavedInterface *iface;

  g_return_val_if_fail (SC_IS_UNSAVED (self), SC_SAVE_STATE_SAVED);

  iface = SC_UNSAVED_GET_IFACE (self);

  return iface->get_state != NULL ? iface->get_state (self) : SC_SAVE_STATE_SAVED;
}

/**
 * sc_unsaved_describe:
 * @self: what holds something that is not saved
 *
 * Returns: (transfer full): what it is, for people
 */
char *
sc_unsaved_describe (ScUnsaved *self)
{
  ScUnsavedInterface *iface;

  g_return_val_if_fail (SC_IS_UNSAVED (self), NULL);

  iface = SC_UNSAVED_GET_IFACE (self);

  if (iface->describe != NULL)
    return iface->describe (self);

  return g_strdup (ADW_IS_PREFERENCES_ROW (self) ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) : "");
}

/**
 * sc_unsaved_commit:
 * @self: what holds something
 *
 * Has it saved, as far as that can be done without asking a person.
 */
void
sc_unsaved_commit (ScUnsaved *self)
{
  g_return_if_fail (SC_IS_UNSAVED (self));

  if (SC_UNSAVED_GET_IFACE (self)->commit != NULL)
    SC_UNSAVED_GET_IFACE (self)->commit (self);
}

/**
 * sc_unsaved_give_up:
 * @self: what holds something
 *
 * Lets what is not saved be lost.
 */
void
sc_unsaved_give_up (ScUnsaved *self)
{
  g_return_if_fail (SC_IS_UNSAVED (self));

  if (SC_UNSAVED_GET_IFACE (self)->give_up != NULL)
    SC_UNSAVED_GET_IFACE (self)->give_up (self);
}

/* One step on the way to a widget. */
static void
turn_to (GtkWidget *parent,
         GtkWidget *child)
{
  if (GTK_IS_STACK (parent))
    gtk_stack_set_visible_child (GTK_STACK (parent), child);
  else if (ADW_IS_VIEW_STACK (parent))
    adw_view_stack_set_visible_child (ADW_VIEW_STACK (parent), child);
}

static gboolean
is_within (GtkWidget *widget,
           GtkWidget *part)
{
  return part != NULL && (widget == part || gtk_widget_is_ancestor (widget, part));
}

static void
open_part (GtkWidget *parent,
           GtkWidget *widget)
{
  if (ADW_IS_OVERLAY_SPLIT_VIEW (parent) &&
      is_within (widget, adw_overlay_split_view_get_sidebar (ADW_OVERLAY_SPLIT_VIEW (parent))))
    adw_overlay_split_view_set_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (parent), TRUE);
  else if (ADW_IS_BOTTOM_SHEET (parent) && is_within (widget, adw_bottom_sheet_get_sheet (ADW_BOTTOM_SHEET (parent))))
    adw_bottom_sheet_set_open (ADW_BOTTOM_SHEET (parent), TRUE);
  else if (ADW_IS_EXPANDER_ROW (parent))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (parent), TRUE);
}

/**
 * sc_unsaved_reveal:
 * @self: what holds something, in a page that is shown
 *
 * Turns to it, and gives it the focus.
 */
void
sc_unsaved_reveal (ScUnsaved *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (SC_IS_UNSAVED (self));

  for (GtkWidget *child = widget; gtk_widget_get_parent (child) != NULL; child = gtk_widget_get_parent (child))
    {
      turn_to (gtk_widget_get_parent (child), child);
      open_part (gtk_widget_get_parent (child), widget);
    }

  if (SC_UNSAVED_GET_IFACE (self)->reveal != NULL)
    SC_UNSAVED_GET_IFACE (self)->reveal (self);
  else
    gtk_widget_grab_focus (widget);
}

/**
 * sc_unsaved_settled:
 * @self: what holds something
 *
 * To be called by @self when nothing of it is being saved any more. Tells of it
 * and of all that it is in.
 */
void
sc_unsaved_settled (ScUnsaved *self)
{
  g_autoptr (GPtrArray) tellers = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SC_IS_UNSAVED (self));

  for (GtkWidget *widget = GTK_WIDGET (self); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (SC_IS_UNSAVED (widget))
      g_ptr_array_add (tellers, g_object_ref (widget));
  for (guint i = 0; i < tellers->len; i++)
    g_signal_emit (tellers->pdata[i], signals[SIGNAL_SETTLED], 0);
}

static void
collect (GtkWidget *widget,
         GPtrArray *all)
{
  if (SC_IS_UNSAVED (widget))
    {
      g_ptr_array_add (all, g_object_ref (widget));
      if (SC_UNSAVED_GET_IFACE (SC_UNSAVED (widget))->speaks_for_children)
        return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, all);
}

/**
 * sc_unsaved_list:
 * @root: a part of the interface, also one that is not shown
 *
 * Returns: (transfer full) (element-type ScUnsaved): what can hold something
 *   there, what is outside before what is inside
 */
GPtrArray *
sc_unsaved_list (GtkWidget *root)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (GTK_IS_WIDGET (root), all);

  collect (root, all);

  return all;
}

/**
 * sc_unsaved_get_state_in:
 * @root: a part of the interface
 *
 * Returns: whether all that was entered there is saved
 */
ScSaveState
sc_unsaved_get_state_in (GtkWidget *root)
{
  g_autoptr (GPtrArray) all = sc_unsaved_list (root);
  ScSaveState state = SC_SAVE_STATE_SAVED;

  for (guint i = 0; i < all->len; i++)
    state = MAX (state, sc_unsaved_get_state (all->pdata[i]));

  return state;
}

/**
 * sc_unsaved_commit_in:
 * @root: a part of the interface
 *
 * Has everything saved that was entered there.
 */
void
sc_unsaved_commit_in (GtkWidget *root)
{
  g_autoptr (GPtrArray) all = sc_unsaved_list (root);

  /* What one has saved may make another go. */
  for (guint i = 0; i < all->len; i++)
    if (all->pdata[i] == root || gtk_widget_is_ancestor (all->pdata[i], root))
      sc_unsaved_commit (all->pdata[i]);
}

/**
 * sc_unsaved_give_up_in:
 * @root: a part of the interface
 *
 * Lets everything be lost that was entered there and is not saved.
 */
void
sc_unsaved_give_up_in (GtkWidget *root)
{
  g_autoptr (GPtrArray) all = sc_unsaved_list (root);

  for (guint i = 0; i < all->len; i++)
    sc_unsaved_give_up (all->pdata[i]);
}

/**
 * sc_unsaved_find_owner:
 * @inside: a widget
 *
 * Returns: (transfer none) (nullable): the nearest widget around it that says
 *   whether what is entered there is saved
 */
ScUnsaved *
sc_unsaved_find_owner (GtkWidget *inside)
{
  for (GtkWidget *widget = inside; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (SC_IS_UNSAVED (widget) && SC_UNSAVED_GET_IFACE (SC_UNSAVED (widget))->speaks_for_children)
      return SC_UNSAVED (widget);

  return NULL;
}
