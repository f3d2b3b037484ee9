/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works from the Today view: what is due is done, received or postponed there, and its
 * deal opened, moved on, parked, or taken on. */

#include "today/sc-today-view-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-and-next.h"
#include "deal/sc-deal-move.h"
#include "deal/sc-next-step.h"
#include "deal/sc-park-dialog.h"
#include "model/sc-date-text.h"
#include "store/sc-store-read.h"
#include "today/sc-due-widget.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  ScTodayView *view;
  ScDueItem *item;
} Work;

static Work *
work_new (ScTodayView *self,
          ScDueItem   *item)
{
  Work *work = g_new0 (Work, 1);

  work->view = g_object_ref (self);
  work->item = g_object_ref (item);

  return work;
}

static void
work_free (Work *work)
{
  g_object_unref (work->view);
  g_object_unref (work->item);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

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
  g_autoptr (Work) work = user_data;
  ScTodayView *self = work->view;
  guint position;

  g_ptr_array_remove (self->working, work->item);
  if (outcome == NULL || self->items == NULL)
    return;

  if (find_item (G_LIST_MODEL (self->items), work->item, &position))
    sc_today_view_remove (self, position);
  sc_today_view_read (self);
}

static void
run (ScTodayView *self,
     ScDueItem   *item,
     ScCommand   *command,
     const char  *message)
{
  g_ptr_array_add (self->working, g_object_ref (item));
  sc_change_run (GTK_WIDGET (self->toasts), self->store, command, message, worked_cb, work_new (self, item));
}

static void
open_item (ScTodayView *self,
           ScDueItem   *item)
{
  const ScDueRow *row = sc_due_item_get_row (item);

  if (row->criterion_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-answer", "(sxs)", row->deal->process_id, row->deal->id,
                                row->criterion_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", row->deal->process_id, row->deal->id);
}

static void
finish (ScTodayView *self,
        GtkWidget   *anchor,
        ScDueItem   *item)
{
  const ScDueRow *row = sc_due_item_get_row (item);

  if (row->activity != NULL)
    {
      g_ptr_array_add (self->working, g_object_ref (item));
      sc_and_next_ask (GTK_WIDGET (self), anchor, self->store, row->activity, worked_cb, work_new (self, item));
    }
  else if (row->payment != NULL)
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
postpone (ScTodayView *self,
          ScDueItem   *item,
          int          n_days)
{
  const ScDueRow *row = sc_due_item_get_row (item);
  ScDate today = sc_clock_today ();
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (self->store);
  ScDate due = n_days == 1 ? today + 1 : sc_calendar_add_working_days (calendar, today, (guint) n_days);
  g_autofree char *day = sc_date_to_text (due);

  if (row->activity != NULL)
    {
      /* Translators: what is to be done, such as “Call Anna”, then a day */
      g_autofree char *message = g_strdup_printf (_("“%1$s” postponed to %2$s"), row->activity->title, day);
      ScActivity later = *row->activity;

      later.due = due;
      run (self, item, sc_command_edit_activity (row->activity, &later), message);
    }
  else if (row->payment != NULL)
    {
      g_autofree char *amount = sc_money_to_text (row->payment->amount);
      /* Translators: an amount of money, then a day */
      g_autofree char *message = g_strdup_printf (_("%1$s postponed to %2$s"), amount, day);
      ScPayment later = *row->payment;

      later.due = due;
      run (self, item, sc_command_edit_payment (row->payment, &later), message);
    }
}

static gpointer
load_version (ScStore      *store,
              gpointer      process_id,
              GCancellable *cancellable,
              GError      **error)
{
  return sc_store_load_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, error);
}

static void
free_version (gpointer version)
{
  sc_version_unref (version);
}

static void
version_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) version = sc_store_read_finish (SC_STORE (source), result, &error);
  const ScDueRow *row = sc_due_item_get_row (work->item);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (version == NULL)
    sc_error_dialog_present (GTK_WIDGET (work->view), _("Could Not Load Deal"), error);
  else if (sc_version_find_stage (version, row->next_stage_id, NULL) != NULL)
    sc_deal_move (GTK_WIDGET (work->view->toasts), work->view->store, version, row->deal, NULL, row->next_stage_id, -1,
                  NULL, NULL);
  else
    sc_today_view_read (work->view);
}

/* Which stage follows, and what is asked on the way, the published version says. */
static void
move_on (ScTodayView *self,
         ScDueItem   *item)
{
  const ScDueRow *row = sc_due_item_get_row (item);

  if (row->next_stage_id != NULL)
    sc_store_read_async (self->store, load_version, g_strdup (row->deal->process_id), g_free, free_version,
                         self->cancellable, version_loaded_cb, work_new (self, item));
}

static void
open_more (ScTodayView *self,
           ScDueItem   *item)
{
  ScDueGroup group = sc_due_item_get_group (item);

  self->limits[group] += sc_today_view_get_step (self, group);
  g_set_object (&self->opened_from, item);
  sc_today_view_read (self);
}

static void
work_cb (ScDueWidget *widget,
         ScDueItem   *item,
         guint        work,
         int          n_days,
         ScTodayView *self)
{
  const ScDueRow *row = sc_due_item_get_row (item);

  if (is_working (self, item) || (row == NULL) != (work == SC_DUE_WORK_MORE))
    return;

  switch ((ScDueWork) work)
    {
    case SC_DUE_WORK_DONE:
      finish (self, GTK_WIDGET (widget), item);
      break;
    case SC_DUE_WORK_POSTPONE:
      postpone (self, item, n_days);
      break;
    case SC_DUE_WORK_TAKE_ON:
      run (self, item, sc_command_take_on_deal (row->deal), _("Taken on"));
      break;
    case SC_DUE_WORK_ADD_STEP:
      sc_deal_ask_step (GTK_WIDGET (self->toasts), self->store, row->deal);
      break;
    case SC_DUE_WORK_MOVE_ON:
      move_on (self, item);
      break;
    case SC_DUE_WORK_PARK:
      sc_park_dialog_ask (GTK_WIDGET (self->toasts), self->store, row->deal);
      break;
    case SC_DUE_WORK_MANY:
      sc_today_view_ask_many (self, row->group);
      break;
    case SC_DUE_WORK_MORE:
      open_more (self, item);
      break;
    case SC_DUE_WORK_OPEN:
    default:
      open_item (self, item);
      break;
    }
}

/* What is pressed in a row is done. */
void
sc_today_view_work_from (ScTodayView *self,
                         GtkWidget   *widget)
{
  g_signal_connect_object (widget, "work", G_CALLBACK (work_cb), self, G_CONNECT_DEFAULT);
}
