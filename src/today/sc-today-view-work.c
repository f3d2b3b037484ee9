/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works from the Today view: what is due is done, received or postponed there. */

#include "today/sc-today-view-private.h"

#include <glib/gi18n-lib.h>

#include "model/sc-date-text.h"
#include "today/sc-due-widget.h"
#include "widgets/sc-change.h"

typedef struct {
  ScTodayView *view;
  ScDueItem *item;
} Work;

static gboolean
find_item (GListModel *items,
           ScDueItem  *item,
           guint      *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ScDueItem) other = g_list_model_get_item (items, i);

      if (sc_due_item_is_about_same (item, other))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_working (ScTodayView *self,
            ScDueItem   *item)
{
  for (guint i = 0; i < self->working->len; i++)
    if (sc_due_item_is_about_same (item, self->working->pdata[i]))
      return TRUE;

  return FALSE;
}

/* What is done leaves at once, so that it can't be done again until that is read. */
static void
worked_cb (GtkWidget       *origin,
           const ScOutcome *outcome,
           gpointer         user_data)
{
  Work *work = user_data;
  g_autoptr (ScTodayView) self = work->view;
  g_autoptr (ScDueItem) item = work->item;
  guint position;

  g_free (work);
  g_ptr_array_remove (self->working, item);
  if (outcome == NULL || self->items == NULL)
    return;

  if (find_item (G_LIST_MODEL (self->items), item, &position))
    sc_today_view_remove (self, position);
  sc_today_view_read (self);
}

static void
run (ScTodayView *self,
     ScDueItem   *item,
     ScCommand   *command,
     const char  *message)
{
  Work *work = g_new0 (Work, 1);

  work->view = g_object_ref (self);
  work->item = g_object_ref (item);
  g_ptr_array_add (self->working, g_object_ref (item));
  sc_change_run (GTK_WIDGET (self->toasts), self->store, command, message, worked_cb, work);
}

static void
done_cb (ScDueWidget *widget,
         ScDueItem   *item,
         ScTodayView *self)
{
  const ScDueRow *row = sc_due_item_get_row (item);

  if (is_working (self, item))
    return;

  if (row->kind == SC_DUE_NEXT_STEP)
    {
      /* Translators: what was to be done, such as “Call Anna” */
      g_autofree char *message = g_strdup_printf (_("“%s” done"), row->activity->title);

      run (self, item, sc_command_complete_activity (row->activity), message);
    }
  else if (row->kind == SC_DUE_PAYMENT)
    {
      g_autofree char *amount = sc_money_to_text (row->payment->amount);
      /* Translators: an amount of money */
      g_autofree char *message = g_strdup_printf (_("%s received"), amount);
      ScPayment paid = *row->payment;

      paid.paid_on = sc_clock_today ();
      run (self, item, sc_command_edit_payment (row->payment, &paid), message);
    }
}

static void
postpone_cb (ScDueWidget *widget,
             ScDueItem   *item,
             int          n_days,
             ScTodayView *self)
{
  const ScDueRow *row = sc_due_item_get_row (item);
  ScDate today = sc_clock_today ();
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (self->store);
  ScDate due = n_days == 1 ? today + 1 : sc_calendar_add_working_days (calendar, today, (guint) n_days);
  g_autofree char *day = sc_date_to_text (due);

  if (is_working (self, item))
    return;

  if (row->kind == SC_DUE_NEXT_STEP)
    {
      /* Translators: what is to be done, such as “Call Anna”, then a day */
      g_autofree char *message = g_strdup_printf (_("“%1$s” postponed to %2$s"), row->activity->title, day);
      ScActivity later = *row->activity;

      later.due = due;
      run (self, item, sc_command_edit_activity (row->activity, &later), message);
    }
  else if (row->kind == SC_DUE_PAYMENT)
    {
      g_autofree char *amount = sc_money_to_text (row->payment->amount);
      /* Translators: an amount of money, then a day */
      g_autofree char *message = g_strdup_printf (_("%1$s postponed to %2$s"), amount, day);
      ScPayment later = *row->payment;

      later.due = due;
      run (self, item, sc_command_edit_payment (row->payment, &later), message);
    }
}

/* What is pressed in a row is done. */
void
sc_today_view_work_from (ScTodayView *self,
                         GtkWidget   *widget)
{
  g_signal_connect_object (widget, "done", G_CALLBACK (done_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (widget, "postpone", G_CALLBACK (postpone_cb), self, G_CONNECT_DEFAULT);
}
