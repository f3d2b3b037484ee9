/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What today asks for, over all processes: next steps due and overdue,
 * trials that end, payments overdue, deals past their stage's target time. It is
 * worked from here: done, postponed, opened. */

#include "today/sc-today-view-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-store-read.h"
#include "today/sc-due-widget.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-wall-clock.h"

enum {
  PROP_0,
  PROP_N_DUE,
  PROP_ONLY_MINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScTodayView, sc_today_view, ADW_TYPE_BIN);

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
show_list (ScTodayView *self)
{
  gboolean is_any_due = sc_today_view_get_n_due (self) > 0;

  gtk_widget_set_visible (self->nothing_due, !is_any_due);
  gtk_widget_set_visible (self->due, is_any_due);
}

/* An item leaves before what is due is read again. */
void
sc_today_view_remove (ScTodayView *self,
                      guint        position)
{
  g_list_store_remove (self->items, position);
  show_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
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
  show_list (self);
  /* Sorting what comes at once into sections would leave the view in their midst. */
  if (n_old == 0 && items->len > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (n_old != items->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScTodayView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_reading = FALSE;
  if (rows == NULL)
    {
      sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Load Today"), error);
      return;
    }

  if (self->is_stale)
    {
      sc_today_view_read (self);
    }
  else
    {
      g_autoptr (GPtrArray) items = make_items (rows, sc_date_from_instant (self->read_at));

      take_items (self, items);
      sc_today_view_show_wanted (self);
    }
}

typedef struct {
  ScInstant now;
  gboolean only_mine;
} Reading;

static gpointer
list_due (ScStore      *store,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  const Reading *reading = data;
  gint64 owner = reading->only_mine ? sc_store_get_user (store) : 0;

  return sc_store_list_due (store, reading->now, owner, SC_TODAY_MAX_ROWS, error);
}

static void
free_rows (gpointer rows)
{
  g_ptr_array_unref (rows);
}

/* Reads what is due, once more where it is being read. */
void
sc_today_view_read (ScTodayView *self)
{
  Reading *reading;

  self->is_stale = self->is_reading;
  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  self->read_at = sc_clock_now ();
  reading = g_new0 (Reading, 1);
  reading->now = self->read_at;
  reading->only_mine = self->only_mine;
  sc_store_read_async (self->store, list_due, reading, g_free, free_rows, self->cancellable, read_cb, g_object_ref (self));
}

static void
store_changed_cb (ScStore     *store,
                  gpointer     changes,
                  ScTodayView *self)
{
  sc_today_view_read (self);
}

static void
time_changed_cb (ScTodayView *self)
{
  if (self->store != NULL)
    sc_today_view_read (self);
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

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ScTodayView              *self)
{
  GtkWidget *widget = sc_due_widget_new ();

  sc_today_view_work_from (self, widget);
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
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_TODAY_VIEW);

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
  sc_today_view_read (self);

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
    sc_today_view_read (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_MINE]);
}
