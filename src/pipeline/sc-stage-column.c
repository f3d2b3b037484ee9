/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stage's column on the board: its name, count and sum, a place to add a
 * deal, and its deals as cards. It says what the user wants; the board does
 * it. */

#include "pipeline/sc-stage-column-private.h"

#include <glib/gi18n-lib.h>

enum {
  SIGNAL_ADD,
  SIGNAL_ADDING,
  SIGNAL_OPEN,
  SIGNAL_SELECTED,
  SIGNAL_SEVERAL,
  SIGNAL_ALONE,
  SIGNAL_ALL,
  SIGNAL_RENAME,
  SIGNAL_REMOVE,
  SIGNAL_MENU,
  SIGNAL_WALK,
  SIGNAL_MOVE,
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ScStageColumn, sc_stage_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_stage_column_unsaved_init));

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          ScStageColumn            *self)
{
  GtkWidget *card = sc_deal_card_new (list_item);

  sc_stage_column_install_drag (SC_DEAL_CARD (card));
  sc_deal_card_set_chances (SC_DEAL_CARD (card), self->chances);
  gtk_list_item_set_child (list_item, card);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         ScStageColumn            *self)
{
  sc_deal_card_bind (SC_DEAL_CARD (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item), self->stage,
                     self->calendar);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           ScStageColumn            *self)
{
  ScDealCard *card = SC_DEAL_CARD (gtk_list_item_get_child (list_item));

  if (self->drop_card == card)
    self->drop_card = NULL;
  sc_deal_card_unbind (card);
}

static void
teardown_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             ScStageColumn            *self)
{
  gtk_list_item_set_child (list_item, NULL);
}

static gboolean
has_deals (ScStageColumn *self)
{
  return self->deals != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->deals)) > 0;
}

/* Nobody is told that there are none before it is known. */
static void
update_stack (ScStageColumn *self)
{
  gboolean may_have_deals = has_deals (self) || (self->deals != NULL && sc_deal_list_is_loading (self->deals));

  gtk_stack_set_visible_child_name (self->stack, may_have_deals ? "deals" : "empty");
}

static void
deals_changed_cb (ScStageColumn *self)
{
  update_stack (self);

  /* Other deals are looked at from their beginning. */
  if (self->is_new_query && has_deals (self))
    {
      self->is_new_query = FALSE;
      sc_stage_column_scroll_to_top (self);
    }
}

static void
card_activated_cb (ScStageColumn *self,
                   guint          position)
{
  g_autoptr (ScDealItem) item = g_list_model_get_item (G_LIST_MODEL (self->deals), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, item);
}

static void
emit_menu (ScStageColumn *self,
           ScDealCard    *card)
{
  guint position = gtk_list_item_get_position (sc_deal_card_get_list_item (card));

  gtk_list_view_scroll_to (self->list_view, position,
                           gtk_list_item_get_selected (sc_deal_card_get_list_item (card))
                             ? GTK_LIST_SCROLL_FOCUS
                             : GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT,
                           NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  g_signal_emit (self, signals[SIGNAL_MENU], 0, sc_deal_card_get_item (card));
}

static void
menu_pressed_cb (ScStageColumn *self,
                 int            n_press,
                 double         x,
                 double         y,
                 GtkGesture    *gesture)
{
  ScDealCard *card = sc_stage_column_pick_card (self, x, y);

  if (card == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  emit_menu (self, card);
}

static void
long_pressed_cb (ScStageColumn *self,
                 double         x,
                 double         y,
                 GtkGesture    *gesture)
{
  menu_pressed_cb (self, 1, x, y, gesture);
}

static gboolean
emit_for_focus (ScStageColumn *self,
                guint          signal)
{
  ScDealItem *item = sc_stage_column_get_focus_item (self);

  if (item == NULL)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[signal], 0, item);

  return GDK_EVENT_STOP;
}

static gboolean
walk_or_move (ScStageColumn  *self,
              GdkModifierType state,
              int             dx,
              int             dy)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int forward = is_rtl ? -dx : dx;

  if (state == GDK_SHIFT_MASK)
    {
      g_signal_emit (self, signals[SIGNAL_MOVE], 0, forward, dy);
      return GDK_EVENT_STOP;
    }
  if (state != 0 || dx == 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_WALK], 0, forward);

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (ScStageColumn  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  sc_stage_column_note_modifiers (self, state);
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk_or_move (self, modifiers, -1, 0);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk_or_move (self, modifiers, 1, 0);

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk_or_move (self, modifiers, 0, -1);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk_or_move (self, modifiers, 0, 1);

    case GDK_KEY_F2:
      return modifiers == 0 ? emit_for_focus (self, SIGNAL_RENAME) : GDK_EVENT_PROPAGATE;

    case GDK_KEY_F10:
      return modifiers == GDK_SHIFT_MASK ? emit_for_focus (self, SIGNAL_MENU) : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Menu:
      return emit_for_focus (self, SIGNAL_MENU);

    case GDK_KEY_a:
    case GDK_KEY_A:
      return modifiers == GDK_CONTROL_MASK ? emit_for_focus (self, SIGNAL_ALL) : GDK_EVENT_PROPAGATE;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return modifiers == 0 ? emit_for_focus (self, SIGNAL_REMOVE) : GDK_EVENT_PROPAGATE;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
sc_stage_column_dispose (GObject *object)
{
  ScStageColumn *self = SC_STAGE_COLUMN (object);
  GtkWidget *child;

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->shown_deals);
  g_clear_object (&self->deals);
  g_clear_object (&self->chances);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, sc_deal_query_free);
  self->new_deal = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_STAGE_COLUMN);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->calendar, sc_calendar_unref);

  G_OBJECT_CLASS (sc_stage_column_parent_class)->dispose (object);
}

static void
sc_stage_column_finalize (GObject *object)
{
  ScStageColumn *self = SC_STAGE_COLUMN (object);

  g_ptr_array_unref (self->sent);
  g_ptr_array_unref (self->refused);

  G_OBJECT_CLASS (sc_stage_column_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_ADD] =
    g_signal_new ("add", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL);

  /* adding: the line for a new deal has opened, or closed */
  signals[SIGNAL_ADDING] =
    g_signal_new ("adding", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] =
    g_signal_new ("open", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL_ITEM);
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL_ITEM);

  /* several: other cards are selected now, or none; alone: a card is about to be selected, and no other; all: every card of the board is to be */
  signals[SIGNAL_SEVERAL] =
    g_signal_new ("several", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ALONE] =
    g_signal_new ("alone", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ALL] =
    g_signal_new ("all", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL_ITEM);

  signals[SIGNAL_RENAME] =
    g_signal_new ("rename", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL_ITEM);
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL_ITEM);
  signals[SIGNAL_MENU] =
    g_signal_new ("menu", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SC_TYPE_DEAL_ITEM);

  /* walk: how many columns further on; move: how many columns further on, how
   * many cards further down */
  signals[SIGNAL_WALK] =
    g_signal_new ("walk", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_MOVE] =
    g_signal_new ("move", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  /* dropped: what, as it was when it was taken, and in front of which deal, 0 for the end */
  signals[SIGNAL_DROPPED] =
    g_signal_new ("dropped", SC_TYPE_STAGE_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, SC_TYPE_DEAL, G_TYPE_INT64);
}

static void
sc_stage_column_class_init (ScStageColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_stage_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_stage_column_finalize;

  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "stagecolumn");
  g_type_ensure (SC_TYPE_WAITING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/pipeline/sc-stage-column.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, content);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, name_label);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, count_label);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, sum_label);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, add_button);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, add_revealer);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, stack);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, waiting);
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, list_view);
  sc_stage_column_bind_adding (widget_class);
  sc_stage_column_bind_parked (widget_class);
  sc_stage_column_bind_selection (widget_class);
  sc_stage_column_bind_tooltip (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}

static void
sc_stage_column_init (ScStageColumn *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->sent = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);
  self->refused = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_unref);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list_view, factory);
  sc_stage_column_install_drop (self);
  sc_stage_column_install_tooltip (self);
}

/* For the part that adds deals. */
void
sc_stage_column_emit_adding (ScStageColumn *self)
{
  g_signal_emit (self, signals[SIGNAL_ADDING], 0);
}

/* For the part that knows what is selected. */
void
sc_stage_column_emit_selected (ScStageColumn *self,
                               ScDealItem    *item)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, item);
}

void
sc_stage_column_emit_alone (ScStageColumn *self)
{
  g_signal_emit (self, signals[SIGNAL_ALONE], 0);
}

/* For the part that takes drops. */
void
sc_stage_column_emit_dropped (ScStageColumn *self,
                              ScDeal        *deal,
                              gint64         before_id)
{
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, deal, before_id);
}

/* The card at a place of the list view, or the one next to a gap there. */
ScDealCard *
sc_stage_column_pick_card (ScStageColumn *self,
                           double         x,
                           double         y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card;

  if (widget == NULL || widget == GTK_WIDGET (self->list_view))
    return NULL;

  card = gtk_widget_get_ancestor (widget, SC_TYPE_DEAL_CARD);
  if (card == NULL)
    card = gtk_widget_get_first_child (widget);

  return SC_IS_DEAL_CARD (card) ? SC_DEAL_CARD (card) : NULL;
}

/**
 * sc_stage_column_new:
 * @stage: the stage
 * @calendar: the days and hours that count
 *
 * Returns: (transfer floating): a column without deals yet
 */
GtkWidget *
sc_stage_column_new (ScStage    *stage,
                     ScCalendar *calendar)
{
  ScStageColumn *self = g_object_new (SC_TYPE_STAGE_COLUMN, NULL);

  sc_stage_column_set_stage (self, stage, calendar);

  return GTK_WIDGET (self);
}

/**
 * sc_stage_column_get_stage:
 * @self: a column
 *
 * Returns: (transfer none): its stage
 */
ScStage *
sc_stage_column_get_stage (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), NULL);

  return self->stage;
}

/* Cards judge a deal's age by the stage's target time, which may be another. */
static void
bind_again (ScStageColumn *self)
{
  g_autoptr (GtkListItemFactory) factory = g_object_ref (gtk_list_view_get_factory (self->list_view));

  gtk_list_view_set_factory (self->list_view, NULL);
  gtk_list_view_set_factory (self->list_view, factory);
}

/**
 * sc_stage_column_set_stage:
 * @self: a column
 * @stage: the stage, as the present version has it
 * @calendar: the days and hours that count
 */
void
sc_stage_column_set_stage (ScStageColumn *self,
                           ScStage       *stage,
                           ScCalendar    *calendar)
{
  ScStage *old;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  old = self->stage;
  self->stage = sc_stage_ref (stage);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  self->calendar = sc_calendar_ref (calendar);
  gtk_label_set_label (self->name_label, stage->name);
  if (old != NULL)
    bind_again (self);
  g_clear_pointer (&old, sc_stage_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, stage->name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, stage->name, -1);
}

/**
 * sc_stage_column_set_query:
 * @self: a column
 * @store: where the deals are kept
 * @query: which deals; those of the column's stage are taken
 */
void
sc_stage_column_set_query (ScStageColumn     *self,
                           ScStore           *store,
                           const ScDealQuery *query)
{
  g_autoptr (ScDealQuery) own = NULL;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  own = sc_deal_query_copy (query);
  g_set_str (&own->stage_id, self->stage->id);
  self->shows_parked = query->parked == SC_PARKED_ONLY;
  own->parked = self->shows_parked ? SC_PARKED_ONLY : sc_stage_column_get_parked (self);

  if (self->store == store && self->deals != NULL)
    {
      if (!sc_deal_query_equal (self->query, own))
        {
          self->is_new_query = TRUE;
          sc_deal_list_set_query (self->deals, own);
          sc_deal_query_free (self->query);
          self->query = g_steal_pointer (&own);
        }
      return;
    }

  g_clear_pointer (&self->query, sc_deal_query_free);
  self->query = sc_deal_query_copy (own);
  g_set_object (&self->store, store);
  g_clear_object (&self->chances);
  self->chances = query->process_id != NULL ? sc_deal_chances_get (store, query->process_id) : NULL;
  g_clear_object (&self->deals);
  g_clear_object (&self->shown_deals);
  self->deals = sc_deal_list_new (store, own);
  self->shown_deals = sc_growing_model_new (G_LIST_MODEL (self->deals));
  sc_waiting_set_source (self->waiting, G_OBJECT (self->deals));
  g_signal_connect_object (self->deals, "items-changed", G_CALLBACK (deals_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->deals, "notify::is-loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  sc_stage_column_make_selection (self);
  update_stack (self);
}

/**
 * sc_stage_column_get_n_deals:
 * @self: a column
 *
 * Returns: how many deals stand in it, by its totals
 */
guint
sc_stage_column_get_n_deals (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), 0);

  return self->n_deals;
}

/**
 * sc_stage_column_get_deals:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): its deals
 */
GListModel *
sc_stage_column_get_deals (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), NULL);

  return G_LIST_MODEL (self->deals);
}
