/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line at the head of a column that adds deals: one after the other, and those that
 * could not be added stand in it once more. */

#include "pipeline/sc-stage-column-private.h"

#include <glib/gi18n-lib.h>

static void
add_clicked_cb (ScStageColumn *self)
{
  sc_stage_column_start_adding (self);
}

static void
stop_adding (ScStageColumn *self)
{
  gtk_revealer_set_reveal_child (self->add_revealer, FALSE);
}

static gboolean
is_empty (ScStageColumn *self)
{
  return self->new_deal == NULL || sc_new_deal_is_empty (self->new_deal);
}

/* What could not be added stands to be added again, one after the other. */
static void
offer_refused (ScStageColumn *self)
{
  g_autoptr (ScDeal) deal = NULL;

  if (self->refused->len == 0 || !is_empty (self))
    return;

  deal = g_ptr_array_steal_index (self->refused, 0);
  sc_new_deal_offer (self->new_deal, deal);
  gtk_revealer_set_reveal_child (self->add_revealer, TRUE);
}

static void
add_activated_cb (ScStageColumn *self)
{
  g_autoptr (ScDeal) deal = sc_new_deal_create_deal (self->new_deal);

  if (deal == NULL)
    return;

  g_set_str (&deal->stage_id, self->stage->id);
  g_ptr_array_add (self->sent, sc_deal_ref (deal));
  sc_new_deal_clear (self->new_deal);
  g_signal_emit_by_name (self, "add", deal);
  offer_refused (self);
}

/* Few columns ever add a deal. */
static void
need_new_deal (ScStageColumn *self)
{
  if (self->new_deal == NULL)
    {
      self->new_deal = SC_NEW_DEAL (sc_new_deal_new ());
      gtk_revealer_set_child (self->add_revealer, GTK_WIDGET (self->new_deal));
      g_signal_connect_object (self->new_deal, "add", G_CALLBACK (add_activated_cb), self, G_CONNECT_SWAPPED);
    }
  if (self->store != NULL)
    sc_new_deal_set_place (self->new_deal, self->store, self->query->process_id);
}

static gboolean
has_focus_within (ScStageColumn *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* The deal that was added last gets the focus, as soon as it stands there. */
static void
leave_line (ScStageColumn *self)
{
  stop_adding (self);
  if (self->added_id != 0 && self->sent->len == 0 && sc_stage_column_focus_deal (self, self->added_id))
    return;

  if (!sc_stage_column_focus (self))
    gtk_widget_grab_focus (self->add_button);
  self->follows_added = self->sent->len > 0;
  if (self->added_id != 0 && !self->follows_added)
    gtk_widget_activate_action (GTK_WIDGET (self), "card.follow", "x", self->added_id);
}

static gboolean
add_key_pressed_cb (ScStageColumn  *self,
                    guint           keyval,
                    guint           keycode,
                    GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  leave_line (self);

  return GDK_EVENT_STOP;
}

static void
add_focus_left_cb (ScStageColumn *self)
{
  /* What is typed is kept until it is added or taken back. */
  if (is_empty (self))
    stop_adding (self);
}

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  return is_empty (SC_STAGE_COLUMN (unsaved)) ? SC_SAVE_STATE_SAVED : SC_SAVE_STATE_UNSAVED;
}

static char *
describe (ScUnsaved *unsaved)
{
  g_autofree char *title = sc_new_deal_get_title (SC_STAGE_COLUMN (unsaved)->new_deal);

  return g_strdup_printf (_("New deal “%s”"), title);
}

static void
give_up (ScUnsaved *unsaved)
{
  ScStageColumn *self = SC_STAGE_COLUMN (unsaved);

  g_ptr_array_set_size (self->refused, 0);
  if (self->new_deal != NULL)
    sc_new_deal_clear (self->new_deal);
}

static void
reveal (ScUnsaved *unsaved)
{
  sc_stage_column_start_adding (SC_STAGE_COLUMN (unsaved));
}

void
sc_stage_column_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->describe = describe;
  iface->give_up = give_up;
  iface->reveal = reveal;
}

/**
 * sc_stage_column_start_adding:
 * @self: a column
 *
 * Opens the line for a new deal.
 */
void
sc_stage_column_start_adding (ScStageColumn *self)
{
  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  self->added_id = 0;
  self->follows_added = FALSE;
  sc_stage_column_hide_parked (self);
  need_new_deal (self);
  gtk_revealer_set_reveal_child (self->add_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_deal));
}

/**
 * sc_stage_column_is_adding:
 * @self: a column
 *
 * Returns: whether the line for a new deal is open
 */
gboolean
sc_stage_column_is_adding (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), FALSE);

  return gtk_revealer_get_reveal_child (self->add_revealer);
}

/**
 * sc_stage_column_set_added:
 * @self: a column
 * @deal_id: the deal that has been added in its line, 0 where it could not be
 *
 * To be called for each deal that it asked to be added, in order. The deal gets
 * the focus when the line closes; one that could not be added stands in the
 * line once more.
 */
void
sc_stage_column_set_added (ScStageColumn *self,
                           gint64         deal_id)
{
  g_autoptr (ScDeal) deal = NULL;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  if (self->sent->len > 0)
    deal = g_ptr_array_steal_index (self->sent, 0);
  if (deal_id != 0)
    self->added_id = deal_id;
  else if (deal != NULL && self->new_deal != NULL)
    {
      g_ptr_array_add (self->refused, g_steal_pointer (&deal));
      offer_refused (self);
    }

  if (!self->follows_added || self->sent->len > 0)
    return;

  self->follows_added = FALSE;
  if (self->added_id != 0 && has_focus_within (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "card.follow", "x", self->added_id);
}

/**
 * sc_stage_column_get_query:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): which deals it shows
 */
const ScDealQuery *
sc_stage_column_get_query (ScStageColumn *self)
{
  g_return_val_if_fail (SC_IS_STAGE_COLUMN (self), NULL);

  return self->query;
}

void
sc_stage_column_bind_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "adding_cb", G_CALLBACK (sc_stage_column_emit_adding));
  gtk_widget_class_bind_template_callback (widget_class, add_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_focus_left_cb);
}
