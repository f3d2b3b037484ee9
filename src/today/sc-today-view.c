/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What today asks for, over all processes, in groups with their counts, each opened as
 * far as one wants. It is worked from here: done, postponed, opened, moved on. */

#include "today/sc-today-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-wall-clock.h"
#include "today/sc-due-header.h"
#include "today/sc-due-widget.h"
#include "toolkit/sc-plain-text.h"

enum {
  PROP_0,
  PROP_N_DUE,
  PROP_ONLY_MINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScTodayView, sc_today_view, ADW_TYPE_BIN);

/* So much of a group is shown at first, and so much more at least each time. */
#define N_FIRST 10
#define N_MORE 50

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return (int) sc_due_item_get_group ((ScDueItem *) a) - (int) sc_due_item_get_group ((ScDueItem *) b);
}

/* How many rows a group opens next: as many again as are open, so that thousands take a
 * few presses. */
guint
sc_today_view_get_step (ScTodayView *self,
                        ScDueGroup   group)
{
  guint n_rest = self->counts[group] > self->limits[group] ? self->counts[group] - self->limits[group] : 0;

  return MIN (n_rest, MAX (self->limits[group], N_MORE));
}

static GPtrArray *
make_items (ScTodayView *self,
            GPtrArray   *rows)
{
  GPtrArray *items = g_ptr_array_new_full (rows->len + SC_N_DUE_GROUPS, g_object_unref);
  guint n_taken = 0;

  for (ScDueGroup group = 0; group < SC_N_DUE_GROUPS; group++)
    {
      guint n_more = sc_today_view_get_step (self, group);

      for (; n_taken < rows->len && ((ScDueRow *) rows->pdata[n_taken])->group == group; n_taken++)
        g_ptr_array_add (items, sc_due_item_new (rows->pdata[n_taken]));
      if (n_more > 0)
        g_ptr_array_add (items, sc_due_item_new_more (group, n_more));
    }
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

/* From a row that was the last the focus goes on to what leads on. */
static void
show_list (ScTodayView *self)
{
  gboolean is_any_due = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;
  gboolean had_focus = gtk_widget_get_focus_child (self->due) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing_due), !is_any_due);
  if (!is_any_due && had_focus)
    sc_today_view_focus_way_on (self);
  gtk_widget_set_visible (self->due, is_any_due);
}

static void
show_counts (ScTodayView *self)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      ScDueHeader *header = SC_DUE_HEADER (gtk_list_header_get_child (self->headers->pdata[i]));

      sc_due_header_set_count (header, self->counts[sc_due_header_get_group (header)]);
    }
}

/* An item leaves before what is due is read again; the focus goes on to the next row, or
 * to the one before. */
void
sc_today_view_remove (ScTodayView *self,
                      guint        position)
{
  g_autoptr (ScDueItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  GtkWidget *focused = sc_today_view_find_focused_row (self);
  gboolean had_focus = focused != NULL && sc_due_widget_get_item (SC_DUE_WIDGET (focused)) == item;
  ScDueGroup group = sc_due_item_get_group (item);
  guint n_left = g_list_model_get_n_items (G_LIST_MODEL (self->items)) - 1;

  if (had_focus && n_left == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->nothing_due), TRUE);
      sc_today_view_focus_way_on (self);
    }
  if (self->counts[group] > 0)
    self->counts[group]--;
  g_list_store_remove (self->items, position);
  show_list (self);
  show_counts (self);
  if (had_focus && n_left > 0)
    sc_today_view_lead_to_row (self, MIN (position, n_left - 1));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

/* Changes only the part in the middle that differs, so that the rows around
 * it keep their focus and place. */
static void
take_items (ScTodayView *self,
            GPtrArray   *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autoptr (GPtrArray) from_focus = NULL;
  guint start = 0;
  guint end = 0;

  while (start < n_old && start < items->len && is_same (self, start, items->pdata[start]))
    start++;
  while (end < n_old - start && end < items->len - start &&
         is_same (self, n_old - 1 - end, items->pdata[items->len - 1 - end]))
    end++;

  from_focus = sc_today_view_list_from_focus (self, start, n_old - end);
  g_list_store_splice (self->items, start, n_old - start - end, items->pdata + start, items->len - start - end);
  show_list (self);
  sc_today_view_lead_to_nearest (self, from_focus);
  /* Sorting what comes at once into sections would leave the view in their midst. */
  if (n_old == 0 && items->len > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
  if (self->opened_from != NULL && start < items->len)
    sc_today_view_lead_to_row (self, start);
  g_clear_object (&self->opened_from);
}

/* What leads on from a day on which nothing is due. */
static void
show_ways_on (ScTodayView *self,
              guint        n_others)
{
  g_autofree char *others =
    n_others > 0 ? g_strdup_printf (ngettext ("Nothing of yours is due. Of others’ deals, %u thing is.",
                                              "Nothing of yours is due. Of others’ deals, %u things are.", n_others),
                                    n_others)
                 : NULL;

  sc_plain_text_set_page_description (self->nothing_due,
                                      others != NULL ? others : _("Next steps, payments and deals over their target time appear here."));
  gtk_widget_set_visible (self->others_button, n_others > 0);
  gtk_widget_set_visible (self->board_button, self->board_id != NULL);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->nothing_due)) != NULL)
    sc_today_view_focus_way_on (self);
}

/* Nobody has gone elsewhere meanwhile. */
static gboolean
is_free_to_focus (ScTodayView *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == self->focus_before;
}

/* Shows what was read. */
void
sc_today_view_take (ScTodayView    *self,
                    ScTodayReading *reading)
{
  guint n_before = sc_today_view_get_n_due (self);
  g_autoptr (GPtrArray) items = NULL;

  memcpy (self->counts, reading->counts, sizeof self->counts);
  g_set_str (&self->board_id, reading->board_id);
  show_ways_on (self, reading->n_others);
  items = make_items (self, reading->rows);
  take_items (self, items);
  show_counts (self);
  if (n_before != sc_today_view_get_n_due (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
  if (self->wants_focus && is_free_to_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_focus = FALSE;
  sc_today_view_show_wanted (self);
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
row_activated_cb (GtkListView *list_view,
                  guint        position,
                  ScTodayView *self)
{
  g_autoptr (ScDueItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list_view)), position);
  GtkWidget *row = sc_today_view_find_focused_row (self);

  if (row != NULL && sc_due_widget_get_item (SC_DUE_WIDGET (row)) == item)
    gtk_widget_activate_action (row, sc_due_item_get_row (item) != NULL ? "due.open" : "due.more", NULL);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ScTodayView              *self)
{
  GtkWidget *widget = sc_due_widget_new ();

  sc_today_view_work_from (self, widget);
  g_object_bind_property (widget, "label", list_item, "accessible-label", G_BINDING_DEFAULT);
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
many_cb (ScDueHeader *header,
         ScTodayView *self)
{
  sc_today_view_ask_many (self, sc_due_header_get_group (header));
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 ScTodayView              *self)
{
  GtkWidget *child = sc_due_header_new ();

  g_signal_connect_object (child, "many", G_CALLBACK (many_cb), self, G_CONNECT_DEFAULT);
  gtk_list_header_set_child (header, child);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                ScTodayView              *self)
{
  ScDueGroup group = sc_due_item_get_group (gtk_list_header_get_item (header));
  ScDueHeader *child = SC_DUE_HEADER (gtk_list_header_get_child (header));

  sc_due_header_set_group (child, group);
  sc_due_header_set_count (child, self->counts[group]);
  g_ptr_array_add (self->headers, header);
}

static void
unbind_header_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header,
                  ScTodayView              *self)
{
  g_ptr_array_remove (self->headers, header);
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
  g_signal_connect_object (headers, "unbind", G_CALLBACK (unbind_header_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list_view, rows);
  gtk_list_view_set_header_factory (self->list_view, headers);
  gtk_list_view_set_model (self->list_view, selection);
  g_object_unref (rows);
  g_object_unref (headers);
}

/* The row has the focus, and what is done about it is its child's. */
static gboolean
row_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  GtkWidget *row = sc_today_view_find_focused_row (SC_TODAY_VIEW (widget));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  const char *action;

  if (row == NULL || sc_due_item_get_row (sc_due_widget_get_item (SC_DUE_WIDGET (row))) == NULL)
    return FALSE;

  g_variant_get (arguments, "(&s)", &action);

  return g_action_parse_detailed_name (action, &name, &target, NULL)
         && gtk_widget_activate_action_variant (row, name, target);
}

static void
board_clicked_cb (ScTodayView *self)
{
  if (self->board_id == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-process", "s", self->board_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "deals");
}

static void
others_clicked_cb (ScTodayView *self)
{
  sc_today_view_set_only_mine (self, FALSE);
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
  ScTodayView *self = SC_TODAY_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->opened_from);
  g_clear_object (&self->coming);
  g_clear_weak_pointer (&self->focus_before);
  g_ptr_array_unref (self->working);
  g_ptr_array_unref (self->headers);
  g_free (self->board_id);
  g_free (self->wanted_process_id);

  G_OBJECT_CLASS (sc_today_view_parent_class)->finalize (object);
}

static void
sc_today_view_class_init (ScTodayViewClass *klass)
{
  const struct {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Return, GDK_CONTROL_MASK, "due.done" },
    { GDK_KEY_Right, GDK_ALT_MASK, "due.postpone(1)" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup" },
    { GDK_KEY_Menu, 0, "menu.popup" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_today_view_dispose;
  object_class->finalize = sc_today_view_finalize;
  object_class->get_property = sc_today_view_get_property;
  object_class->set_property = sc_today_view_set_property;
  widget_class->grab_focus = sc_today_view_grab_focus;

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
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, board_button);
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, others_button);
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, due);
  gtk_widget_class_bind_template_child (widget_class, ScTodayView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, board_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_clicked_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, row_key_cb, "(s)", keys[i].action);
}

static void
sc_today_view_init (ScTodayView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SC_TYPE_DUE_ITEM);
  self->working = g_ptr_array_new_with_free_func (g_object_unref);
  self->headers = g_ptr_array_new ();
  for (guint i = 0; i < SC_N_DUE_GROUPS; i++)
    self->limits[i] = N_FIRST;
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
 * Returns: how many things are to be done today: all but what this week brings and deals
 *   that only lack a next step
 */
guint
sc_today_view_get_n_due (ScTodayView *self)
{
  guint n = 0;

  g_return_val_if_fail (SC_IS_TODAY_VIEW (self), 0);

  for (ScDueGroup group = 0; group < SC_N_DUE_GROUPS; group++)
    if (group != SC_DUE_GROUP_WEEK && group != SC_DUE_GROUP_PAYMENTS && group != SC_DUE_GROUP_NO_STEP)
      n += self->counts[group];

  return n;
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
