/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the Deals view as a whole, with its keys: add a deal,
 * search, choose between board and list, import. */

#include "pipeline/sc-pipeline-view-private.h"

#include <glib/gi18n-lib.h>

#include "importing/sc-import-dialog.h"
#include "pipeline/sc-typed-search.h"

static void
add_activated (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  sc_pipeline_view_start_adding (user_data);
}

/* Nothing is left out any more, and the deal is led to. */
static void
show_hidden_activated (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  ScPipelineView *self = user_data;

  sc_pipeline_view_show_all (self);
  sc_pipeline_view_lead_to_deal (self, g_variant_get_int64 (parameter));
}

static void
search_state_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  ScPipelineView *self = user_data;

  g_simple_action_set_state (action, state);
  gtk_search_bar_set_search_mode (self->search_bar, g_variant_get_boolean (state));
}

/* What is looked for stays: whoever searches on goes on from there. */
static void
find_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ScPipelineView *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

static void
toggle_layout_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ScPipelineView *self = user_data;

  self->wants_focus = TRUE;
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "layout",
                                      g_variant_new_string (self->shows_list ? "board" : "list"));
}

/* A board has its own order. */
static void
update_menu (ScPipelineView *self)
{
  g_menu_remove_all (self->list_section);
  if (self->shows_list)
    {
      g_menu_append_submenu (self->list_section, _("_Sort List By"), self->order_menu);
      g_menu_append_submenu (self->list_section, _("_Columns"), sc_pipeline_list_get_columns_menu (self->table));
    }
}

/* Shows deals on the board or in the list, from the next reading on. */
void
sc_pipeline_view_set_layout (ScPipelineView *self,
                             const char     *layout)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "layout");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (layout));
  self->shows_list = g_str_equal (layout, "list");
  update_menu (self);
}

/* The deal whose pane is open, or that is selected, stays the same: it gets the focus where it
 * stands now. A board has no place for one that has left it. */
static void
keep_deal (ScPipelineView *self)
{
  gboolean has_pane = self->pane != NULL && adw_overlay_split_view_get_show_sidebar (self->split_view);
  gint64 deal_id = has_pane ? sc_deal_pane_get_deal_id (self->pane) : 0;
  g_autoptr (ScDeal) deal = NULL;

  if (deal_id == 0)
    deal_id = self->shows_list ? sc_pipeline_list_get_selected (self->table) : sc_board_get_selected (self->board);
  if (deal_id != 0)
    deal = sc_store_load_deal (self->store, deal_id, NULL);
  if (deal == NULL || (self->shows_list && !sc_deal_is_at_work (deal)))
    return;

  self->wants_pane = FALSE;
  self->wanted_id = deal_id;
}

static void
layout_state_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  ScPipelineView *self = user_data;
  gboolean did_show_list = self->shows_list;

  if (g_str_equal (g_variant_get_string (state, NULL), "list") != did_show_list && self->version != NULL)
    keep_deal (self);
  g_settings_set_value (self->settings, "deals-layout", state);
  sc_pipeline_view_set_layout (self, g_variant_get_string (state, NULL));
  if (self->shows_list != did_show_list)
    sc_pipeline_view_load (self);
}

static void
leave_set_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScPipelineView *self = user_data;

  sc_pipeline_view_leave_set (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* To where the number was that the set is of. */
static void
back_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ScPipelineView *self = user_data;

  sc_pipeline_view_leave_set (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "insight");
}

/* The button that it was opened with went with the page of no deals. */
static void
import_closed_cb (ScPipelineView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
import_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScPipelineView *self = user_data;
  AdwDialog *dialog;

  if (self->store == NULL)
    return;

  dialog = sc_import_dialog_new (self->store, self->process_id, GTK_WIDGET (self->stack));
  g_signal_connect_object (dialog, "closed", G_CALLBACK (import_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

void
sc_pipeline_view_install_actions (ScPipelineView *self)
{
  const GActionEntry entries[] = {
    { .name = "add", .activate = add_activated },
    { .name = "show-hidden", .parameter_type = "x", .activate = show_hidden_activated },
    { .name = "search", .state = "false", .change_state = search_state_cb },
    { .name = "find", .activate = find_activated },
    { .name = "toggle-layout", .activate = toggle_layout_activated },
    { .name = "layout", .parameter_type = "s", .state = "'board'", .change_state = layout_state_cb },
    { .name = "import", .activate = import_activated },
    { .name = "leave-set", .activate = leave_set_activated },
    { .name = "back", .activate = back_activated },
  };
  static const char *const settings[] = { "only-mine", "deals-order", "deals-descending" };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, settings[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "back")), FALSE);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pipeline", G_ACTION_GROUP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", sc_pipeline_list_get_columns_group (self->table));
  g_signal_connect_object (self->settings, "changed::only-mine", G_CALLBACK (sc_pipeline_view_load), self, G_CONNECT_SWAPPED);
}

/**
 * sc_pipeline_view_start_adding:
 * @self: a view
 *
 * Opens the line for a new deal in the first stage, as soon as the process is read.
 */
void
sc_pipeline_view_start_adding (ScPipelineView *self)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  self->wants_adding = self->version == NULL;
  if (self->wants_adding)
    return;

  self->is_adding = TRUE;
  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "layout", g_variant_new_string ("board"));
  gtk_stack_set_visible_child_name (self->stack, "board");
  sc_board_start_adding (self->board);
}

/* The next morning the deals are shown as they were the evening before. */
void
sc_pipeline_view_restore (ScPipelineView *self)
{
  g_autoptr (GVariant) layout = g_settings_get_value (self->settings, "deals-layout");

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "layout", layout);
}

/* A key works wherever in the window the focus is, while the view is on
 * show. */
static gboolean
shortcut_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (widget);
  const char *name = user_data;

  if (!gtk_widget_get_mapped (widget) || !g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), name))
    return FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, NULL);

  return TRUE;
}

void
sc_pipeline_view_install_shortcuts (ScPipelineView *self)
{
  static const struct {
    const char *trigger;
    const char *action;
  } shortcuts[] = {
    { "<Control>n", "add" },
    { "<Alt>Left", "back" },
    { "<Control>f", "find" },
    { "<Control>b", "toggle-layout" },
    { "<Control>m", "only-mine" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                                                            gtk_callback_action_new (shortcut_cb,
                                                                                     (gpointer) shortcuts[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* There is nothing to search before the scheme is published. */
static gboolean
typed_cb (ScPipelineView        *self,
          guint                  keyval,
          guint                  keycode,
          GdkModifierType        state,
          GtkEventControllerKey *keys)
{
  return self->version != NULL
         && sc_typed_search_take_key (self->search_bar, self->search_entry, keys, keyval, state);
}

/* From the search down to what it has found. */
static gboolean
search_key_cb (ScPipelineView *self,
               guint           keyval,
               guint           keycode,
               GdkModifierType state)
{
  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  sc_pipeline_view_lead_to_found (self);

  return GDK_EVENT_STOP;
}

/* Lets the search begin by typing, and be left by an arrow. */
void
sc_pipeline_view_install_typing (ScPipelineView *self)
{
  GtkEventController *typing = gtk_event_controller_key_new ();
  GtkEventController *leaving = gtk_event_controller_key_new ();

  g_signal_connect_swapped (typing, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), typing);
  gtk_event_controller_set_propagation_phase (leaving, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (leaving, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), leaving);
}
