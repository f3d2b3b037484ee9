/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board: a column for each stage, with the client mark between them. In
 * a narrow window one column is on show at a time. */

#include "pipeline/sc-board-private.h"

#include <glib/gi18n-lib.h>

#include "pipeline/sc-client-mark.h"
#include "toolkit/sc-into-view.h"

/* What stays visible beside a column that is scrolled to. */
#define SCROLL_MARGIN 12

enum {
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

enum {
  SIGNAL_OPEN,
  SIGNAL_SELECTED,
  SIGNAL_SEVERAL,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScBoard, sc_board, GTK_TYPE_WIDGET);

ScStageColumn *
sc_board_get_column (ScBoard *self,
                     guint    position)
{
  return self->columns->pdata[position];
}

gboolean
sc_board_find_column (ScBoard    *self,
                      const char *stage_id,
                      guint      *position)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (sc_stage_column_get_stage (sc_board_get_column (self, i))->id, stage_id) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
update_narrow (ScBoard *self)
{
  gtk_widget_set_visible (self->switcher, self->is_narrow && self->columns->len > 0);
  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_set_visible (self->columns->pdata[i], !self->is_narrow || i == self->current);
  for (guint i = 0; i < self->marks->len; i++)
    gtk_widget_set_visible (self->marks->pdata[i], !self->is_narrow);
  if (self->is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->columns_box), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->columns_box), "narrow");
  sc_board_fit_columns (self);

  gtk_widget_set_sensitive (self->previous_button, self->current > 0);
  gtk_widget_set_sensitive (self->next_button, self->current + 1 < self->columns->len);
  if (gtk_drop_down_get_selected (self->stage_drop_down) != self->current && self->columns->len > 0)
    gtk_drop_down_set_selected (self->stage_drop_down, self->current);
}

static void
scroll_to (ScBoard   *self,
           GtkWidget *column)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  graphene_rect_t bounds;

  /* The pane that opens meanwhile may take its place. */
  sc_into_view_bring (column);
  if (gtk_widget_compute_bounds (column, GTK_WIDGET (self->columns_box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.x - SCROLL_MARGIN,
                               bounds.origin.x + bounds.size.width + SCROLL_MARGIN);
}

void
sc_board_show_column (ScBoard *self,
                      guint    position)
{
  self->current = position;
  update_narrow (self);
  if (!self->is_narrow)
    scroll_to (self, self->columns->pdata[position]);
}

static void
previous_clicked_cb (ScBoard *self)
{
  if (self->current > 0)
    sc_board_show_column (self, self->current - 1);
}

static void
next_clicked_cb (ScBoard *self)
{
  if (self->current + 1 < self->columns->len)
    sc_board_show_column (self, self->current + 1);
}

static void
stage_selected_cb (ScBoard *self)
{
  guint selected = gtk_drop_down_get_selected (self->stage_drop_down);

  if (selected != GTK_INVALID_LIST_POSITION && selected != self->current && selected < self->columns->len)
    sc_board_show_column (self, selected);
}

static void
sc_board_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sc_board_parent_class)->root (widget);

  /* A dialog that closes gives the focus back to where it was. */
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (sc_board_try_pending_soon), widget, G_CONNECT_SWAPPED);
}

static void
sc_board_unroot (GtkWidget *widget)
{
  /* A group of signals can't let go of a window that is being disposed of. */
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), sc_board_try_pending_soon, widget);

  GTK_WIDGET_CLASS (sc_board_parent_class)->unroot (widget);
}

static void
clear_columns (ScBoard *self)
{
  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->columns, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box));
       child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self->columns_box)))
    gtk_box_remove (self->columns_box, child);
}

static void
show_names (ScBoard *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->version->stages->len; i++)
    gtk_string_list_append (names, sc_version_get_stage (self->version, i)->name);

  /* With other names the drop-down goes to the first by itself. */
  g_signal_handlers_block_by_func (self->stage_drop_down, stage_selected_cb, self);
  gtk_drop_down_set_model (self->stage_drop_down, G_LIST_MODEL (names));
  g_signal_handlers_unblock_by_func (self->stage_drop_down, stage_selected_cb, self);
  update_narrow (self);
}

static void
build_columns (ScBoard   *self,
               ScVersion *old)
{
  int mark = sc_version_get_mark_position (self->version);

  clear_columns (self);
  for (guint i = 0; i < self->version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (self->version, i);
      ScStageColumn *column = sc_board_create_column (self, stage);

      g_ptr_array_add (self->columns, column);
      gtk_box_append (self->columns_box, GTK_WIDGET (column));

      if ((int) i == mark)
        {
          GtkWidget *line = sc_client_mark_new ();

          g_ptr_array_add (self->marks, line);
          gtk_box_append (self->columns_box, line);
        }
    }

  self->current = sc_board_find_kept (self, old);
}

static void
sc_board_dispose (GObject *object)
{
  ScBoard *self = SC_BOARD (object);
  GtkWidget *child;

  g_clear_object (&self->edge_scroll);
  if (self->pending_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pending_tick);
  self->pending_tick = 0;
  g_clear_handle_id (&self->pending_source, g_source_remove);
  g_clear_object (&self->pending_signals);
  g_clear_object (&self->pending_item);
  g_clear_weak_pointer (&self->first_from);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->rename_popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_BOARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_object (&self->actions);
  g_clear_object (&self->menu_actions);
  g_clear_object (&self->store);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->menu_deal, sc_deal_unref);
  g_clear_pointer (&self->pending_stage_id, g_free);
  g_clear_pointer (&self->pending_from_id, g_free);
  g_clear_pointer (&self->process_id, g_free);

  G_OBJECT_CLASS (sc_board_parent_class)->dispose (object);
}

static void
sc_board_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SC_BOARD (object)->is_narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_board_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_NARROW:
      sc_board_set_narrow (SC_BOARD (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_board_class_init (ScBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_board_dispose;
  object_class->get_property = sc_board_get_property;
  object_class->set_property = sc_board_set_property;
  widget_class->root = sc_board_root;
  widget_class->unroot = sc_board_unroot;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ScBoard::open:
   *
   * A deal is to be shown with everything about it.
   */
  signals[SIGNAL_OPEN] =
    g_signal_new ("open", SC_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * ScBoard::selected:
   *
   * A deal's card is selected.
   */
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", SC_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * ScBoard::several:
   *
   * So many deals are selected now.
   */
  signals[SIGNAL_SEVERAL] =
    g_signal_new ("several", SC_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/pipeline/sc-board.ui");
  gtk_widget_class_bind_template_child (widget_class, ScBoard, content);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, switcher);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, stage_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, next_button);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, columns_box);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, strips_revealer);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, win_strip);
  gtk_widget_class_bind_template_child (widget_class, ScBoard, refuse_strip);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  sc_board_install_keys (widget_class);
}

/* A deal that a menu has moved keeps the focus where it now stands. */
static void
moved_cb (ScBoard *self,
          gint64   deal_id)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (self->store, deal_id, NULL);

  if (deal != NULL && sc_deal_status_is_standing (deal->status))
    sc_board_focus_deal (self, deal->stage_id, deal_id);
}

static void
sc_board_init (ScBoard *self)
{
  self->columns = g_ptr_array_new ();
  self->marks = g_ptr_array_new ();
  self->steps = g_array_new (FALSE, FALSE, sizeof (ScBoardStep));
  self->pending_signals = g_signal_group_new (SC_TYPE_DEAL_ITEM);
  g_signal_group_connect_swapped (self->pending_signals, "notify::deal", G_CALLBACK (sc_board_try_pending_soon), self);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = sc_deal_actions_new (GTK_WIDGET (self));
  g_signal_connect_object (self->actions, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "deal", sc_deal_actions_get_group (self->actions));
  self->menu_actions = sc_deal_actions_new (GTK_WIDGET (self));
  g_signal_connect_object (self->menu_actions, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  sc_board_install_menu (self);
  sc_board_install_strips (self);
  sc_board_install_width (self);
  self->edge_scroll = sc_edge_scroll_new (self->scroller);
}

void
sc_board_emit_open (ScBoard *self,
                    gint64   deal_id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, deal_id);
}

/**
 * sc_board_new:
 *
 * Returns: (transfer floating): a board without columns yet
 */
GtkWidget *
sc_board_new (void)
{
  return g_object_new (SC_TYPE_BOARD, NULL);
}

static gboolean
has_same_columns (ScBoard   *self,
                  ScVersion *version)
{
  if (self->version == NULL
      || self->columns->len != version->stages->len
      || sc_version_get_mark_position (self->version) != sc_version_get_mark_position (version))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    if (!g_str_equal (sc_stage_column_get_stage (sc_board_get_column (self, i))->id, sc_version_get_stage (version, i)->id))
      return FALSE;

  return TRUE;
}

static void
take_version (ScBoard   *self,
              ScVersion *version)
{
  g_autoptr (ScVersion) old = self->version;
  gboolean is_same = has_same_columns (self, version);

  self->version = sc_version_ref (version);
  if (!is_same)
    build_columns (self, old);
  else
    for (guint i = 0; i < self->columns->len; i++)
      sc_stage_column_set_stage (sc_board_get_column (self, i), sc_version_get_stage (version, i), version->calendar);

  show_names (self);
}

/**
 * sc_board_set_content:
 * @self: a board
 * @store: where the deals are kept
 * @version: the published version of their process
 * @query: which deals to show
 */
void
sc_board_set_content (ScBoard           *self,
                      ScStore           *store,
                      ScVersion         *version,
                      const ScDealQuery *query)
{
  g_return_if_fail (SC_IS_BOARD (self));

  g_set_object (&self->store, store);
  g_set_str (&self->process_id, query->process_id);
  /* A published version never changes. */
  if (self->version == NULL || !g_str_equal (self->version->id, version->id))
    take_version (self, version);

  sc_deal_actions_set_place (self->actions, store, version);
  for (guint i = 0; i < self->columns->len; i++)
    {
      ScStageColumn *column = sc_board_get_column (self, i);

      sc_stage_column_set_query (column, store, query);
      g_signal_handlers_disconnect_by_func (sc_stage_column_get_deals (column), sc_board_deals_changed_cb, self);
      g_signal_handlers_disconnect_by_func (sc_stage_column_get_deals (column), sc_board_try_pending_soon, self);
      g_signal_connect_object (sc_stage_column_get_deals (column), "items-changed", G_CALLBACK (sc_board_deals_changed_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      /* Which deals stand further down is only known at the end. */
      g_signal_connect_object (sc_stage_column_get_deals (column), "notify::is-loading",
                               G_CALLBACK (sc_board_try_pending_soon), self, G_CONNECT_SWAPPED);
    }
}

/**
 * sc_board_set_totals:
 * @self: a board
 * @totals: (element-type ScStageTotal): counts and sums by stage
 */
void
sc_board_set_totals (ScBoard   *self,
                     GPtrArray *totals)
{
  g_return_if_fail (SC_IS_BOARD (self));

  for (guint i = 0; i < self->columns->len; i++)
    sc_stage_column_set_totals (sc_board_get_column (self, i), totals, self->version);
}

/**
 * sc_board_focus_deal:
 * @self: a board
 * @stage_id: the deal's stage
 * @deal_id: the deal
 *
 * Gives the focus to a deal's card, as soon as it stands there.
 */
void
sc_board_focus_deal (ScBoard    *self,
                     const char *stage_id,
                     gint64      deal_id)
{
  g_return_if_fail (SC_IS_BOARD (self));

  g_set_str (&self->pending_stage_id, stage_id);
  g_set_str (&self->pending_from_id, NULL);
  self->pending_id = deal_id;
  self->waits_for_change = FALSE;
  sc_board_try_pending (self);
}

/**
 * sc_board_start_adding:
 * @self: a board
 *
 * Opens the line for a new deal in the first stage.
 */
void
sc_board_start_adding (ScBoard *self)
{
  g_return_if_fail (SC_IS_BOARD (self));

  if (self->columns->len == 0)
    return;

  sc_board_show_column (self, 0);
  sc_stage_column_start_adding (sc_board_get_column (self, 0));
}

/**
 * sc_board_is_adding:
 * @self: a board
 *
 * Returns: whether the line for a new deal is open in one of its columns
 */
gboolean
sc_board_is_adding (ScBoard *self)
{
  g_return_val_if_fail (SC_IS_BOARD (self), FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    if (sc_stage_column_is_adding (sc_board_get_column (self, i)))
      return TRUE;

  return FALSE;
}

/**
 * sc_board_set_narrow:
 * @self: a board
 * @is_narrow: whether to show one column at a time
 */
void
sc_board_set_narrow (ScBoard *self,
                     gboolean is_narrow)
{
  g_return_if_fail (SC_IS_BOARD (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  update_narrow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

/**
 * sc_board_get_selected:
 * @self: a board
 *
 * Returns: the deal that was selected last, 0 for none
 */
gint64
sc_board_get_selected (ScBoard *self)
{
  g_return_val_if_fail (SC_IS_BOARD (self), 0);

  return self->selected_id;
}
