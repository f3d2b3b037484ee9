/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What today asks for, over all processes: next steps due and overdue,
 * payments overdue, deals past their stage's target time. It is worked from
 * here: done, postponed, opened. */

#include "today/sc-today-view.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "today/sc-due-item.h"
#include "today/sc-due-widget.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-wall-clock.h"

struct _ScTodayView
{
  AdwBin parent_instance;

  ScStore *store;
  GListStore *items;
  GPtrArray *working; /* items that are being changed: what is pressed twice is done once */
  GCancellable *cancellable;
  ScInstant read_at;
  gboolean only_mine;
  gboolean is_reading;
  gboolean is_stale;
  /* What is led to as soon as it is read. */
  char *wanted_process_id;
  gint64 wanted_deal_id;
  gboolean may_leave;

  AdwToastOverlay *toasts;
  GtkWidget *nothing_due;
  GtkWidget *due;
  GtkListView *list_view;
};

enum {
  PROP_0,
  PROP_N_DUE,
  PROP_ONLY_MINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScTodayView, sc_today_view, ADW_TYPE_BIN);

static void read_due (ScTodayView *self);

/* Reading */

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return (int) sc_due_item_get_section ((ScDueItem *) a) - (int) sc_due_item_get_section ((ScDueItem *) b);
}

static GPtrArray *
make_items (GPtrArray *rows,
            ScDate     today)
{
  GPtrArray *items = g_ptr_array_new_full (rows->len, g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, sc_due_item_new (rows->pdata[i], today));
  g_ptr_array_set_free_func (rows, NULL);

  return items;
}

static gboolean
is_same (ScTodayView *self,
         guint        position,
         ScDueItem   *item)
{
  g_autoptr (ScDueItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return sc_due_item_is_same (old, item);
}

static void
show_list (ScTodayView *self,
           gboolean     is_any_due)
{
  gtk_widget_set_visible (self->nothing_due, !is_any_due);
  gtk_widget_set_visible (self->due, is_any_due);
}

/* Changes only the part in the middle that differs, so that the rows around
 * it keep their focus and place. */
static void
take_items (ScTodayView *self,
            GPtrArray   *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint start = 0;
  guint end = 0;

  while (start < n_old && start < items->len && is_same (self, start, items->pdata[start]))
    start++;
  while (end < n_old - start && end < items->len - start &&
         is_same (self, n_old - 1 - end, items->pdata[items->len - 1 - end]))
    end++;

  g_list_store_splice (self->items, start, n_old - start - end, items->pdata + start, items->len - start - end);
  show_list (self, items->len > 0);
  /* Sorting what comes at once into sections would leave the view in their midst. */
  if (n_old == 0 && items->len > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (n_old != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
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
      if (sc_due_item_get_row (item)->deal->id == deal_id)
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

  if (row != NULL && gtk_widget_get_mapped (row) && gtk_widget_grab_focus (row))
    return G_SOURCE_REMOVE;

  return ++coming->n_frames < N_FRAMES_AT_MOST;
}

static void
lead_to_row (ScTodayView *self,
             guint        position)
{
  Coming *coming = g_new0 (Coming, 1);

  coming->item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, coming, coming_free);
}

static void
show_wanted (ScTodayView *self)
{
  gint64 deal_id = self->wanted_deal_id;
  guint position;

  self->wanted_deal_id = 0;
  if (deal_id == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (find_deal (self, deal_id, &position))
    lead_to_row (self, position);
  else if (self->may_leave)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", self->wanted_process_id, deal_id);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ScTodayView *self = SC_TODAY_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_reading = FALSE;
  if (rows == NULL)
    {
      sc_error_dialog_present (GTK_WIDGET (self), _("What Is Due Can’t Be Read"), error);
      return;
    }

  if (self->is_stale)
    {
      read_due (self);
    }
  else
    {
      g_autoptr (GPtrArray) items = make_items (rows, sc_date_from_instant (self->read_at));

      take_items (self, items);
      show_wanted (self);
    }
}

typedef struct {
  ScStore *store;
  ScInstant now;
  gboolean only_mine;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->store);
  g_free (reading);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  gint64 owner = reading->only_mine ? sc_store_get_user (reading->store) : 0;
  GPtrArray *rows = sc_store_list_due (reading->store, reading->now, owner, SC_TODAY_MAX_ROWS, &error);

  if (rows == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

static void
read_due (ScTodayView *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  self->read_at = sc_clock_now ();
  reading = g_new0 (Reading, 1);
  reading->store = g_object_ref (self->store);
  reading->now = self->read_at;
  reading->only_mine = self->only_mine;
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, read_due);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
store_changed_cb (ScStore     *store,
                  gpointer     changes,
                  ScTodayView *self)
{
  read_due (self);
}

static void
time_changed_cb (ScTodayView *self)
{
  if (self->store != NULL)
    read_due (self);
}

/* Working */

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
    {
      g_list_store_remove (self->items, position);
      show_list (self, sc_today_view_get_n_due (self) > 0);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
    }
  read_due (self);
}

static void
run (ScTodayView *self,
     ScDueItem   *item,
     ScCommand   *command)
{
  Work *work = g_new0 (Work, 1);

  work->view = g_object_ref (self);
  work->item = g_object_ref (item);
  g_ptr_array_add (self->working, g_object_ref (item));
  sc_change_run (GTK_WIDGET (self->toasts), self->store, command, sc_command_get_name (command), worked_cb, work);
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
      run (self, item, sc_command_complete_activity (row->activity));
    }
  else if (row->kind == SC_DUE_PAYMENT)
    {
      ScPayment paid = *row->payment;

      paid.paid_on = sc_clock_today ();
      run (self, item, sc_command_edit_payment (row->payment, &paid));
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
  ScDate due = n_days == 1 ? today + 1 : sc_date_add_working_days (today, (guint) n_days);

  if (is_working (self, item))
    return;

  if (row->kind == SC_DUE_NEXT_STEP)
    {
      ScActivity later = *row->activity;

      later.due = due;
      run (self, item, sc_command_edit_activity (row->activity, &later));
    }
  else if (row->kind == SC_DUE_PAYMENT)
    {
      ScPayment later = *row->payment;

      later.due = due;
      run (self, item, sc_command_edit_payment (row->payment, &later));
    }
}

static void
open_item (ScTodayView *self,
           ScDueItem   *item)
{
  const ScDueRow *row = sc_due_item_get_row (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", row->deal->process_id, row->deal->id);
}

static void
open_cb (ScDueWidget *widget,
         ScDueItem   *item,
         ScTodayView *self)
{
  open_item (self, item);
}

static void
row_activated_cb (GtkListView *list_view,
                  guint        position,
                  ScTodayView *self)
{
  g_autoptr (ScDueItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list_view)), position);

  open_item (self, item);
}

/* Rows */

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ScTodayView              *self)
{
  GtkWidget *widget = sc_due_widget_new ();

  g_signal_connect_object (widget, "done", G_CALLBACK (done_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (widget, "postpone", G_CALLBACK (postpone_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (widget, "open", G_CALLBACK (open_cb), self, G_CONNECT_DEFAULT);
  /* The row itself has the focus, so that its keys work. */
  gtk_list_item_set_focusable (list_item, FALSE);
  gtk_list_item_set_child (list_item, widget);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             ScTodayView              *self)
{
  sc_due_widget_set_item (SC_DUE_WIDGET (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               ScTodayView              *self)
{
  sc_due_widget_set_item (SC_DUE_WIDGET (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 ScTodayView              *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                ScTodayView              *self)
{
  ScDueItem *item = gtk_list_header_get_item (header);

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       sc_due_section_get_title (sc_due_item_get_section (item)));
}

static void
set_up_list (ScTodayView *self)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *headers = gtk_signal_list_item_factory_new ();
  GtkSorter *sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), NULL);
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));

  gtk_sort_list_model_set_section_sorter (sorted, sections);
  g_object_unref (sections);
  g_signal_connect_object (rows, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (rows, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (rows, "unbind", G_CALLBACK (unbind_row_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (headers, "setup", G_CALLBACK (setup_header_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (headers, "bind", G_CALLBACK (bind_header_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
  gtk_list_view_set_model (self->list_view, selection);
  g_object_unref (rows);
  g_object_unref (headers);
}

static void
sc_today_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ScTodayView *self = SC_TODAY_VIEW (object);

  switch (property_id)
    {
    case PROP_N_DUE:
      g_value_set_uint (value, sc_today_view_get_n_due (self));
      break;

    case PROP_ONLY_MINE:
      g_value_set_boolean (value, self->only_mine);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_today_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_ONLY_MINE:
      sc_today_view_set_only_mine (SC_TODAY_VIEW (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_today_view_dispose (GObject *object)
{
  ScTodayView *self = SC_TODAY_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (sc_today_view_parent_class)->dispose (object);
}

static void
sc_today_view_finalize (GObject *object)
{
  g_clear_object (&SC_TODAY_VIEW (object)->cancellable);
  g_ptr_array_unref (SC_TODAY_VIEW (object)->working);
  g_free (SC_TODAY_VIEW (object)->wanted_process_id);

  G_OBJECT_CLASS (sc_today_view_parent_class)->finalize (object);
}

static void
sc_today_view_class_init (ScTodayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_today_view_dispose;
  object_class->finalize = sc_today_view_finalize;
  object_class->get_property = sc_today_view_get_property;
  object_class->set_property = sc_today_view_set_property;

  properties[PROP_N_DUE] =
    g_param_spec_uint ("n-due", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ONLY_MINE] =
    g_param_spec_boolean ("only-mine", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/today/sc-today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, toasts);
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, nothing_due);
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, due);
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sc_today_view_init (ScTodayView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SC_TYPE_DUE_ITEM);
  self->working = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (time_changed_cb), self,
                           G_CONNECT_SWAPPED);
  set_up_list (self);
}

/**
 * sc_today_view_new:
 * @store: the database
 *
 * Returns: (transfer floating): a view of what is due, that follows the
 *   database
 */
ScTodayView *
sc_today_view_new (ScStore *store)
{
  ScTodayView *self = g_object_new (SC_TYPE_TODAY_VIEW, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_DEFAULT);
  read_due (self);

  return self;
}

/**
 * sc_today_view_get_n_due:
 * @self: a view
 *
 * Returns: how many things it shows
 */
guint
sc_today_view_get_n_due (ScTodayView *self)
{
  g_return_val_if_fail (SC_IS_TODAY_VIEW (self), 0);

  return self->items != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->items)) : 0;
}

/**
 * sc_today_view_get_only_mine:
 * @self: a view
 *
 * Returns: whether only the user's own deals are shown
 */
gboolean
sc_today_view_get_only_mine (ScTodayView *self)
{
  g_return_val_if_fail (SC_IS_TODAY_VIEW (self), FALSE);

  return self->only_mine;
}

/**
 * sc_today_view_set_only_mine:
 * @self: a view
 * @only_mine: whether only the user's own deals are shown
 */
void
sc_today_view_set_only_mine (ScTodayView *self,
                             gboolean     only_mine)
{
  g_return_if_fail (SC_IS_TODAY_VIEW (self));

  if (self->only_mine == only_mine)
    return;

  self->only_mine = only_mine;
  if (self->store != NULL)
    read_due (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_MINE]);
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
  read_due (self);
}
