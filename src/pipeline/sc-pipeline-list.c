/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of a process's deals, with those that have left the board. */

#include "config.h"

#include "pipeline/sc-pipeline-list-private.h"

#include <glib/gi18n-lib.h>

enum {
  SIGNAL_OPEN,
  SIGNAL_SELECTED,
  SIGNAL_SEVERAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScPipelineList, sc_pipeline_list, ADW_TYPE_BIN);

/* Which of the list's columns a factory makes the cells of. */
typedef struct {
  ScPipelineList *list;
  ScCellKind kind;
} Column;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          Column                   *column)
{
  gtk_list_item_set_child (list_item, sc_deal_cell_new (column->kind, &column->list->widths));
}

static void
column_free (gpointer  data,
             GClosure *closure)
{
  g_free (data);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ScPipelineList           *self)
{
  sc_deal_cell_bind (SC_DEAL_CELL (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item), self->version);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ScPipelineList           *self)
{
  sc_deal_cell_unbind (SC_DEAL_CELL (gtk_list_item_get_child (list_item)));
}

static void
update_stack (ScPipelineList *self)
{
  gboolean may_have_deals = sc_pipeline_list_get_n_deals (self) > 0 || sc_deal_list_is_loading (self->deals);

  gtk_stack_set_visible_child_name (self->stack, may_have_deals ? "deals" : "empty");
}

static void
items_changed_cb (ScPipelineList *self)
{
  update_stack (self);
  sc_pipeline_list_focus_wanted (self);
  if (!self->wants_top || sc_pipeline_list_get_n_deals (self) == 0)
    return;

  self->wants_top = FALSE;
  gtk_column_view_scroll_to (self->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

static void
row_activated_cb (ScPipelineList *self,
                  guint           position)
{
  g_autoptr (ScDealItem) item = g_list_model_get_item (G_LIST_MODEL (self->deals), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, sc_deal_item_get_id (item));
}

static ScDeal *
get_deal_at (ScPipelineList *self,
             guint           position)
{
  g_autoptr (ScDealItem) item = position != GTK_INVALID_LIST_POSITION
    ? g_list_model_get_item (G_LIST_MODEL (self->deals), position) : NULL;

  return item != NULL ? sc_deal_item_get_deal (item) : NULL;
}

static void
selected_cb (ScPipelineList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (ScDealItem) item = gtk_bitset_get_size (selected) == 1
    ? g_list_model_get_item (G_LIST_MODEL (self->deals), gtk_bitset_get_minimum (selected)) : NULL;

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, sc_deal_item_get_id (item));
  g_signal_emit (self, signals[SIGNAL_SEVERAL], 0, (guint) gtk_bitset_get_size (selected));
}

static void
open_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  row_activated_cb (SC_PIPELINE_LIST (widget), sc_pipeline_list_get_selected_position (SC_PIPELINE_LIST (widget)));
}

/* What stands in one stage, with one status, can be moved together. */
static gboolean
is_like (ScDeal *a,
         ScDeal *b)
{
  return a != NULL && b != NULL && a->status == b->status && g_strcmp0 (a->stage_id, b->stage_id) == 0;
}

/* Of several that are selected, those that have not been read yet may be of any stage. */
static ScDeal *
set_selected (ScPipelineList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ScDeal *first = get_deal_at (self, sc_pipeline_list_get_selected_position (self));
  gboolean is_mixed = FALSE;
  GtkBitsetIter iter;
  guint position;

  if (first == NULL)
    return NULL;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (ScDealItem) item = g_list_model_get_item (G_LIST_MODEL (self->deals), position);
      gint64 id = item != NULL ? sc_deal_item_get_id (item) : 0;

      if (id == 0)
        continue;
      g_array_append_val (ids, id);
      is_mixed = is_mixed || !is_like (first, sc_deal_item_get_deal (item));
    }

  if (ids->len < 2)
    sc_deal_actions_set_deal (self->actions, first);
  else if (is_mixed)
    sc_deal_actions_set_mixed (self->actions, first, ids);
  else
    sc_deal_actions_set_many (self->actions, first, ids);

  return first;
}

static void
open_menu (ScPipelineList     *self,
           const GdkRectangle *area)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autoptr (GMenu) opening = g_menu_new ();

  if (set_selected (self) == NULL)
    return;

  menu = sc_deal_actions_create_menu (self->actions);
  g_menu_append (opening, _("_Open"), "table.open");
  g_menu_prepend_section (G_MENU (menu), NULL, G_MENU_MODEL (opening));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static ScDealCell *
find_cell (GtkWidget *widget)
{
  for (GtkWidget *child = widget; child != NULL; child = gtk_widget_get_first_child (child))
    if (SC_IS_DEAL_CELL (child))
      return SC_DEAL_CELL (child);

  return NULL;
}

static void
menu_pressed_cb (ScPipelineList *self,
                 int             n_press,
                 double          x,
                 double          y,
                 GtkGesture     *gesture)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->column_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, SC_TYPE_DEAL_CELL) : NULL;
  ScDealItem *item;
  guint position;

  if (cell == NULL && widget != NULL)
    cell = GTK_WIDGET (find_cell (widget));
  item = cell != NULL ? sc_deal_cell_get_item (SC_DEAL_CELL (cell)) : NULL;
  if (item == NULL || !sc_deal_list_find (self->deals, sc_deal_item_get_id (item), &position))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  open_menu (self, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* The row below the last of those that are selected is at hand when they are gone, or else
 * the one above the first. */
static void
focus_next (ScPipelineList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint first = gtk_bitset_get_minimum (selected);
  guint next = gtk_bitset_get_maximum (selected) + 1;

  sc_growing_model_reach (self->shown_deals, next);
  if (next >= sc_pipeline_list_get_n_deals (self))
    next = first > 0 ? first - 1 : GTK_INVALID_LIST_POSITION;
  if (next != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->column_view, next, NULL, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static gboolean
remove_selected (ScPipelineList *self)
{
  if (set_selected (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  focus_next (self);
  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), "delete", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  ScPipelineList *self = SC_PIPELINE_LIST (widget);

  if (self->selection == NULL || set_selected (self) == NULL)
    return GDK_EVENT_PROPAGATE;

  g_action_group_activate_action (sc_deal_actions_get_group (self->actions), g_variant_get_string (arguments, NULL), NULL);

  return GDK_EVENT_STOP;
}

/* GTK would select those alone that it has rows for. */
static gboolean
select_all (ScPipelineList *self)
{
  guint n_deals = sc_pipeline_list_get_n_deals (self);

  if (n_deals == 0)
    return GDK_EVENT_PROPAGATE;

  sc_growing_model_reach (self->shown_deals, n_deals - 1);
  gtk_selection_model_select_all (self->selection);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (ScPipelineList *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;

  if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
      && (state & gtk_accelerator_get_default_mod_mask ()) == 0
      && find_cell (focus) != NULL)
    return remove_selected (self);
  if (gdk_keyval_to_lower (keyval) == GDK_KEY_a && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    return select_all (self);

  if (keyval != GDK_KEY_Menu
      && (keyval != GDK_KEY_F10 || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    return GDK_EVENT_PROPAGATE;

  open_menu (self, &(GdkRectangle) { (int) bounds.origin.x + 32, (int) (bounds.origin.y + bounds.size.height), 1, 1 });

  return GDK_EVENT_STOP;
}

static void
sc_pipeline_list_direction_changed (GtkWidget       *widget,
                                    GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_pipeline_list_parent_class)->direction_changed (widget, previous);

  sc_pipeline_list_align_titles (SC_PIPELINE_LIST (widget));
}

static void
add_column (ScPipelineList *self,
            ScCellKind      kind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  /* It has titles take clicks; the database sorts. */
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (NULL, NULL, NULL);
  g_autoptr (GtkColumnViewColumn) column = NULL;
  Column *made = g_new0 (Column, 1);

  *made = (Column) { self, kind };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), made, column_free, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  column = gtk_column_view_column_new (sc_cell_kind_get_title (kind), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, kind == SC_CELL_TITLE);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
  gtk_column_view_append_column (self->column_view, column);
  self->columns[kind] = column;
}

static void
sc_pipeline_list_dispose (GObject *object)
{
  ScPipelineList *self = SC_PIPELINE_LIST (object);

  /* Columns that go now were not hidden. */
  self->is_arranging = TRUE;
  if (self->column_view != NULL)
    gtk_column_view_set_model (self->column_view, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown_deals);
  g_clear_object (&self->deals);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, sc_deal_query_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->columns_menu);
  g_clear_object (&self->columns_group);
  g_clear_pointer (&self->version, sc_version_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PIPELINE_LIST);

  G_OBJECT_CLASS (sc_pipeline_list_parent_class)->dispose (object);
}

static void
sc_pipeline_list_class_init (ScPipelineListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_pipeline_list_dispose;
  widget_class->direction_changed = sc_pipeline_list_direction_changed;
  widget_class->grab_focus = sc_pipeline_list_grab_focus;

  /**
   * ScPipelineList::open:
   *
   * A deal is to be shown with everything about it.
   */
  signals[SIGNAL_OPEN] =
    g_signal_new ("open", SC_TYPE_PIPELINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * ScPipelineList::selected:
   *
   * A deal's row is selected.
   */
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", SC_TYPE_PIPELINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * ScPipelineList::several:
   *
   * So many deals are selected now.
   */
  signals[SIGNAL_SEVERAL] =
    g_signal_new ("several", SC_TYPE_PIPELINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SC_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/pipeline/sc-pipeline-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPipelineList, stack);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineList, waiting);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineList, column_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_install_action (widget_class, "table.open", NULL, open_activated);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, key_cb, "s", "add-step");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, key_cb, "s", "finish-step");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, key_cb, "s", "win");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, key_cb, "s", "refuse");
}

static void
sc_pipeline_list_init (ScPipelineList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < SC_N_CELLS; i++)
    add_column (self, i);
  self->settings = g_settings_new (APPLICATION_ID);
  sc_pipeline_list_install_columns (self);
  sc_pipeline_list_align_titles (self);
  g_signal_connect_object (self->settings, "changed::deals-order", G_CALLBACK (sc_pipeline_list_order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::deals-descending", G_CALLBACK (sc_pipeline_list_order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed", G_CALLBACK (sc_pipeline_list_title_clicked_cb),
                           self, G_CONNECT_SWAPPED);

  self->actions = sc_deal_actions_new (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "deal", sc_deal_actions_get_group (self->actions));
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * sc_pipeline_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
sc_pipeline_list_new (void)
{
  return g_object_new (SC_TYPE_PIPELINE_LIST, NULL);
}

static void
set_version (ScPipelineList *self,
             ScVersion      *version)
{
  ScVersion *old = self->version;

  self->version = sc_version_ref (version);
  g_clear_pointer (&old, sc_version_unref);
}

static void
open_list (ScPipelineList    *self,
           const ScDealQuery *query)
{
  g_clear_pointer (&self->query, sc_deal_query_free);
  self->query = sc_deal_query_copy (query);
  g_clear_object (&self->deals);
  g_clear_object (&self->shown_deals);
  g_clear_object (&self->selection);
  self->deals = sc_deal_list_new (self->store, query);
  self->shown_deals = sc_growing_model_new (G_LIST_MODEL (self->deals));
  sc_waiting_set_source (self->waiting, G_OBJECT (self->deals));
  g_signal_connect_object (self->deals, "notify::is-loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);

  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->shown_deals))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view, self->selection);
  /* After the view, which has to know the rows by then. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  sc_pipeline_list_show_order (self);
  update_stack (self);
}

/**
 * sc_pipeline_list_set_content:
 * @self: a list
 * @store: where the deals are kept
 * @version: the published version of their process
 * @query: which deals to show; in the order that the user has chosen
 */
void
sc_pipeline_list_set_content (ScPipelineList    *self,
                              ScStore           *store,
                              ScVersion         *version,
                              const ScDealQuery *query)
{
  g_autoptr (ScDealQuery) ordered = sc_deal_query_copy (query);
  gboolean has_other_stages;

  g_return_if_fail (SC_IS_PIPELINE_LIST (self));

  sc_pipeline_list_set_order (self, ordered);
  has_other_stages = ordered->order == SC_DEAL_ORDER_STAGE && self->version != NULL
                     && !sc_version_equal (self->version, version);
  set_version (self, version);
  sc_deal_actions_set_place (self->actions, store, version);
  if (self->store != store || self->deals == NULL)
    {
      g_set_object (&self->store, store);
      open_list (self, ordered);
    }
  else if (!sc_deal_query_equal (self->query, ordered) || has_other_stages)
    {
      sc_pipeline_list_set_query (self, ordered);
    }
}

/**
 * sc_pipeline_list_has_row_for:
 * @self: a list
 * @deal: a deal of its process
 *
 * Returns: whether the deal stands in the list, now or once it is read; what is
 *   searched for is only known to do so when it was found
 */
gboolean
sc_pipeline_list_has_row_for (ScPipelineList *self,
                              const ScDeal   *deal)
{
  const ScDealQuery *query;

  g_return_val_if_fail (SC_IS_PIPELINE_LIST (self), FALSE);

  query = self->query;
  if (query == NULL)
    return FALSE;

  return sc_deal_list_find (self->deals, deal->id, NULL)
         || (!sc_deal_query_is_looked_for (query)
             && sc_deal_query_wants (query, deal->id)
             && (query->owner_id == 0 || query->owner_id == deal->owner_id)
             && (query->parked != SC_PARKED_ONLY || deal->parked_until != SC_DATE_NONE)
             && (query->statuses == 0 || (query->statuses & (1u << deal->status)) != 0));
}

/**
 * sc_pipeline_list_focus_deal:
 * @self: a list
 * @deal_id: a deal
 *
 * Scrolls to a deal's row, selects it and gives it the focus, as soon as it
 * stands there; unless other deals are to be shown before that.
 */
void
sc_pipeline_list_focus_deal (ScPipelineList *self,
                             gint64          deal_id)
{
  g_return_if_fail (SC_IS_PIPELINE_LIST (self));

  self->wanted_id = deal_id;
  sc_pipeline_list_focus_wanted (self);
}

/**
 * sc_pipeline_list_get_n_deals:
 * @self: a list
 *
 * Returns: how many deals it shows
 */
guint
sc_pipeline_list_get_n_deals (ScPipelineList *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_LIST (self), 0);

  return self->deals != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->deals)) : 0;
}
