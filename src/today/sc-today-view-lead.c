/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the focus goes in the Today view: to a deal's row, as undo has it, which is scrolled
 * to and gets it once it is there; and on to the next row from one that leaves. */

#include "today/sc-today-view-private.h"

#include "today/sc-due-widget.h"

static GListModel *
get_shown (ScTodayView *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->list_view));
}

/* The row that has the focus, itself or within. */
GtkWidget *
sc_today_view_find_focused_row (ScTodayView *self)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  GtkWidget *widget = focused != NULL ? gtk_widget_get_first_child (focused) : NULL;

  return widget != NULL && SC_IS_DUE_WIDGET (widget) ? widget : NULL;
}

static gboolean
find_deal (ScTodayView *self,
           gint64       deal_id,
           guint       *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_shown (self)); i++)
    {
      g_autoptr (ScDueItem) item = g_list_model_get_item (get_shown (self), i);

      *position = i;
      if (sc_due_item_get_row (item) != NULL && sc_due_item_get_row (item)->deal->id == deal_id)
        return TRUE;
    }

  return FALSE;
}

static GtkWidget *
find_row (ScTodayView *self,
          ScDueItem   *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *widget = gtk_widget_get_first_child (row);

      if (SC_IS_DUE_WIDGET (widget) && sc_due_widget_get_item (SC_DUE_WIDGET (widget)) != NULL
          && sc_due_item_is_about_same (sc_due_widget_get_item (SC_DUE_WIDGET (widget)), item))
        return widget;
    }

  return NULL;
}

/* A row that is scrolled to is made with one of the next frames. */
#define N_FRAMES_AT_MOST 30

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  ScTodayView *self = SC_TODAY_VIEW (widget);
  GtkWidget *row = find_row (self, self->coming);

  if ((row == NULL || !gtk_widget_get_mapped (row) || !gtk_widget_grab_focus (gtk_widget_get_parent (row)))
      && ++self->n_frames < N_FRAMES_AT_MOST)
    return G_SOURCE_CONTINUE;

  g_clear_object (&self->coming);

  return G_SOURCE_REMOVE;
}

/* Scrolls to the row, and gives it the focus as soon as it is there, instead of another
 * that was led to. */
void
sc_today_view_lead_to_row (ScTodayView *self,
                           guint        position)
{
  g_autoptr (ScDueItem) item = g_list_model_get_item (get_shown (self), position);

  if (self->coming == NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  g_set_object (&self->coming, item);
  self->n_frames = 0;
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
}

static gboolean
find_about_same (ScTodayView *self,
                 ScDueItem   *item,
                 guint       *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (get_shown (self)); i++)
    {
      g_autoptr (ScDueItem) other = g_list_model_get_item (get_shown (self), i);

      *position = i;
      if (sc_due_item_is_about_same (item, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_list (ScTodayView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
}

/* Where the focus may go when rows from start to end leave and one of them has it: that
 * row, should it come again, those behind it, and then those before it, the nearest first.
 * NULL where none of them has it. */
GPtrArray *
sc_today_view_list_from_focus (ScTodayView *self,
                               guint        start,
                               guint        end)
{
  GtkWidget *row = is_in_list (self) ? sc_today_view_find_focused_row (self) : NULL;
  ScDueItem *focused = row != NULL ? sc_due_widget_get_item (SC_DUE_WIDGET (row)) : NULL;
  GPtrArray *items;
  guint position;

  if (focused == NULL || !find_about_same (self, focused, &position) || position < start || position >= end)
    return NULL;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = position; i < g_list_model_get_n_items (get_shown (self)); i++)
    g_ptr_array_add (items, g_list_model_get_item (get_shown (self), i));
  for (guint i = position; i > 0; i--)
    g_ptr_array_add (items, g_list_model_get_item (get_shown (self), i - 1));

  return items;
}

/* To the first of what was listed so that is still there, wherever it stands now. */
void
sc_today_view_lead_to_nearest (ScTodayView *self,
                               GPtrArray   *items)
{
  guint position;

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (find_about_same (self, items->pdata[i], &position))
      {
        sc_today_view_lead_to_row (self, position);
        return;
      }
}

/* What leads on from a day on which nothing is due. */
gboolean
sc_today_view_focus_way_on (ScTodayView *self)
{
  GtkWidget *const ways[] = { self->others_button, self->board_button };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (gtk_widget_get_visible (ways[i]) && gtk_widget_grab_focus (ways[i]))
      return TRUE;

  return FALSE;
}

/* The first thing to do, or what leads on where there is none; that which is not read yet
 * has the focus when it is. From what has popped up over a row it comes back to that. */
gboolean
sc_today_view_grab_focus (GtkWidget *widget)
{
  ScTodayView *self = SC_TODAY_VIEW (widget);

  self->wants_focus = !gtk_widget_get_visible (self->due) && !gtk_widget_get_visible (GTK_WIDGET (self->nothing_due));
  if (self->wants_focus)
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      g_set_weak_pointer (&self->focus_before, root != NULL ? gtk_root_get_focus (root) : NULL);
      return FALSE;
    }
  if (!gtk_widget_get_visible (self->due))
    return sc_today_view_focus_way_on (self);

  if (!is_in_list (self))
    sc_today_view_lead_to_row (self, 0);

  return TRUE;
}

/* What is led to, as soon as it is read. */
void
sc_today_view_show_wanted (ScTodayView *self)
{
  gint64 deal_id = self->wanted_deal_id;
  guint position;

  self->wanted_deal_id = 0;
  if (deal_id == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (find_deal (self, deal_id, &position))
    sc_today_view_lead_to_row (self, position);
  else if (self->may_leave)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", self->wanted_process_id, deal_id);
}

/**
 * sc_today_view_lead_to_deal:
 * @self: a view that is shown
 * @process_id: a process
 * @deal_id: one of its deals, which has just changed
 * @may_leave: whether to lead to the deal in its process where nothing is due
 *
 * Gives the focus to what is due for the deal.
 */
void
sc_today_view_lead_to_deal (ScTodayView *self,
                            const char  *process_id,
                            gint64       deal_id,
                            gboolean     may_leave)
{
  g_return_if_fail (SC_IS_TODAY_VIEW (self));

  g_set_str (&self->wanted_process_id, process_id);
  self->wanted_deal_id = deal_id;
  self->may_leave = may_leave;
  sc_today_view_read (self);
}
