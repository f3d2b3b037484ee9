/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leads to a deal in the Today view, as undo does: its row is scrolled to and gets
 * the focus once it is there. */

#include "today/sc-today-view-private.h"

#include "today/sc-due-widget.h"

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
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list_view));

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (ScDueItem) item = g_list_model_get_item (shown, i);

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

      if (SC_IS_DUE_WIDGET (widget) && sc_due_widget_get_item (SC_DUE_WIDGET (widget)) == item)
        return widget;
    }

  return NULL;
}

/* A row that is scrolled to is made with one of the next frames. */
#define N_FRAMES_AT_MOST 30

typedef struct {
  ScDueItem *item;
  guint n_frames;
} Coming;

static void
coming_free (gpointer data)
{
  Coming *coming = data;

  g_object_unref (coming->item);
  g_free (coming);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Coming *coming = user_data;
  GtkWidget *row = find_row (SC_TODAY_VIEW (widget), coming->item);

  if (row != NULL && gtk_widget_get_mapped (row) && gtk_widget_grab_focus (gtk_widget_get_parent (row)))
    return G_SOURCE_REMOVE;

  return ++coming->n_frames < N_FRAMES_AT_MOST;
}

/* Scrolls to the row, and gives it the focus as soon as it is there. */
void
sc_today_view_lead_to_row (ScTodayView *self,
                           guint        position)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, coming, coming_free);
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
