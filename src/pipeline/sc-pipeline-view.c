/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Deals view: a process's deals as a board and as a list, and one of them
 * in a pane beside. */

#include "config.h"

#include "pipeline/sc-pipeline-view-private.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

#include <glib/gi18n-lib.h>

enum {
  PROP_0,
  PROP_STORE,
  PROP_PROCESS_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScPipelineView, sc_pipeline_view, ADW_TYPE_BIN);

static const char *
choose_page (ScPipelineView       *self,
             const ScPipelineLoad *loaded)
{
  if (loaded->version == NULL)
    return "unpublished";
  if (!loaded->has_deals && !self->is_adding)
    return "no-deals";
  if (self->shows_list)
    return "list";
  if (sc_pipeline_view_is_filtered (self) && !sc_board_is_adding (self->board) && !sc_pipeline_load_has_standing (loaded))
    return "nothing-found";

  return "board";
}

static void
show_list (ScPipelineView *self)
{
  g_autoptr (ScDealQuery) query = sc_pipeline_view_create_query (self, SC_DEAL_ORDER_NEWEST);

  sc_deals_filter_apply (sc_pipeline_view_get_filter (self), self->version, FALSE, query);
  sc_pipeline_list_set_content (self->table, self->store, self->version, query);
}

static void
show_board (ScPipelineView *self)
{
  g_autoptr (ScDealQuery) query = sc_pipeline_view_create_query (self, SC_DEAL_ORDER_BOARD);

  sc_deals_filter_apply (sc_pipeline_view_get_filter (self), self->version, TRUE, query);
  sc_board_set_content (self->board, self->store, self->version, query);
}

static void
set_enabled (ScPipelineView *self,
             const char     *name,
             gboolean        is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), is_enabled);
}

static void
show_loaded (ScPipelineView       *self,
             const ScPipelineLoad *loaded)
{
  const char *page = choose_page (self, loaded);
  gboolean is_published = loaded->version != NULL;

  self->is_version_known = TRUE;
  g_clear_pointer (&self->version, sc_version_unref);
  if (is_published)
    {
      self->version = sc_version_ref (loaded->version);
      show_board (self);
      sc_board_set_totals (self->board, loaded->totals);
      if (self->shows_list)
        show_list (self);
    }

  gtk_widget_set_visible (self->toolbar, is_published);
  gtk_widget_set_visible (GTK_WIDGET (self->search_bar), is_published);
  set_enabled (self, "add", is_published);
  set_enabled (self, "import", is_published);
  set_enabled (self, "search", is_published);
  set_enabled (self, "find", is_published);
  set_enabled (self, "toggle-layout", is_published);
  gtk_widget_set_visible (self->totals_bar, is_published && loaded->has_deals);
  if (is_published)
    sc_pipeline_view_show_totals (self, loaded->totals);
  gtk_stack_set_visible_child_name (self->stack, page);
  if (self->wants_adding && is_published)
    sc_pipeline_view_start_adding (self);
  else if (self->wants_focus && self->wanted_id == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  self->wants_adding = FALSE;

  if (is_published)
    sc_pipeline_view_show_wanted (self);
  else
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScPipelineView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScPipelineLoad) loaded = sc_pipeline_load_finish (SC_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (loaded != NULL)
    show_loaded (self, loaded);
  else if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    gtk_stack_set_visible_child_name (self->stack, "loading");
  else
    sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Load Deals"), error);
}

/* Reads what is to be shown, and shows it. */
void
sc_pipeline_view_load (ScPipelineView *self)
{
  g_autoptr (ScDealQuery) query = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL || self->process_id == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  self->cancellable = g_cancellable_new ();
  query = sc_pipeline_view_create_query (self, SC_DEAL_ORDER_BOARD);
  sc_pipeline_load_async (self->store, query, sc_pipeline_view_get_filter (self), self->is_version_known ? self->version : NULL,
                          self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (ScPipelineView    *self,
            const ScChangeSet *changes)
{
  if (self->process_id == NULL || !sc_change_set_has_process (changes, self->process_id))
    return;

  if (sc_change_set_has_design (changes, self->process_id))
    self->is_version_known = FALSE;
  sc_pipeline_view_load (self);
}

static void
scheme_clicked_cb (ScPipelineView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-view", "s", "scheme");
}

/* Ends the search and the filters. */
void
sc_pipeline_view_show_all (ScPipelineView *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  sc_pipeline_view_leave_set (self);
  sc_pipeline_view_clear_filter (self);
}

static void
show_all_clicked_cb (ScPipelineView *self)
{
  sc_pipeline_view_show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
is_on_board (ScPipelineView *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "board");
}

static gboolean
is_on_list (ScPipelineView *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list");
}

/* Shows the deals that are wanted before all of them have been counted. */
void
sc_pipeline_view_show_wanted_deals (ScPipelineView *self)
{
  sc_board_forget_first (self->board);
  if (self->version != NULL)
    show_board (self);
  if (self->version != NULL && self->shows_list)
    show_list (self);
  sc_pipeline_view_load (self);
}

static void
search_changed_cb (ScPipelineView *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  if (!g_set_str (&self->search, text[0] != '\0' ? text : NULL))
    return;

  sc_pipeline_view_show_wanted_deals (self);
}

/* To the first deal that is found. */
void
sc_pipeline_view_lead_to_found (ScPipelineView *self)
{
  /* What is typed is looked for after a moment. */
  search_changed_cb (self);
  if (!is_on_board (self) || !sc_board_focus_first_found (self->board))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
search_mode_cb (ScPipelineView *self)
{
  gboolean is_searching = gtk_search_bar_get_search_mode (self->search_bar);

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "search", g_variant_new_boolean (is_searching));
  if (is_searching)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_editable_set_text (self->search_entry, "");
}

static void
deal_opened_cb (ScPipelineView *self,
                gint64          deal_id)
{
  sc_deal_pane_set_deal_id (sc_pipeline_view_need_pane (self), deal_id);
  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
  sc_deal_pane_focus (self->pane);
}

static void
deal_selected_cb (ScPipelineView *self,
                  gint64          deal_id)
{
  if (adw_overlay_split_view_get_show_sidebar (self->split_view)
      && !adw_overlay_split_view_get_collapsed (self->split_view))
    sc_deal_pane_set_deal_id (sc_pipeline_view_need_pane (self), deal_id);
}

static void
pane_shown_cb (ScPipelineView *self)
{
  if (adw_overlay_split_view_get_show_sidebar (self->split_view)
      && sc_deal_pane_get_deal_id (sc_pipeline_view_need_pane (self)) == 0)
    sc_deal_pane_set_deal_id (self->pane, sc_board_get_selected (self->board));
  sc_pipeline_view_update_several (self);
}

static void
pane_closed_cb (ScPipelineView *self)
{
  gint64 deal_id = sc_deal_pane_get_deal_id (self->pane);
  g_autoptr (ScDeal) deal = NULL;

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (self->store == NULL || deal_id == 0)
    return;
  if (self->shows_list)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->table));
      return;
    }

  /* Back to the card that it was opened from. */
  deal = sc_store_load_deal (self->store, deal_id, NULL);
  if (deal != NULL && sc_deal_status_is_standing (deal->status))
    sc_board_focus_deal (self->board, deal->stage_id, deal_id);
}

/* Made when a deal is opened: a window that opens on a board has no need of it. */
ScDealPane *
sc_pipeline_view_need_pane (ScPipelineView *self)
{
  if (self->pane != NULL)
    {
      gtk_stack_set_visible_child (self->pane_stack, GTK_WIDGET (self->pane));
      return self->pane;
    }

  self->pane = SC_DEAL_PANE (sc_deal_pane_new ());
  g_signal_connect_object (self->pane, "close", G_CALLBACK (pane_closed_cb), self, G_CONNECT_SWAPPED);
  sc_deal_pane_set_store (self->pane, self->store);
  self->pane_stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->pane_stack, GTK_WIDGET (self->pane));
  adw_overlay_split_view_set_sidebar (self->split_view, GTK_WIDGET (self->pane_stack));

  return self->pane;
}

static void
sc_pipeline_view_dispose (GObject *object)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->process_id, g_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->set, g_array_unref);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->chances);
  sc_deals_filter_clear (&self->filter);
  g_clear_pointer (&self->wanted_criterion, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PIPELINE_VIEW);
  self->pane = NULL;

  G_OBJECT_CLASS (sc_pipeline_view_parent_class)->dispose (object);
}

/* The focus is for the deals, which get it back from a menu or a field that
 * closes; those that are not read yet take it when they come. */
static gboolean
sc_pipeline_view_grab_focus (GtkWidget *widget)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (widget);
  gboolean has_focus;

  self->wants_focus = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "loading");
  if (self->wants_focus)
    return FALSE;
  if (is_on_board (self) && sc_board_focus_last (self->board))
    return TRUE;
  if (is_on_list (self) && gtk_widget_grab_focus (GTK_WIDGET (self->table)))
    return TRUE;

  /* From there it goes on to the first card, once that is read. */
  has_focus = gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  if (has_focus && is_on_board (self))
    sc_board_focus_first_found (self->board);

  return has_focus;
}

static void
sc_pipeline_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_PROCESS_ID:
      g_value_set_string (value, self->process_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_pipeline_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      sc_pipeline_view_set_store (self, g_value_get_object (value));
      break;

    case PROP_PROCESS_ID:
      sc_pipeline_view_set_process_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_pipeline_view_class_init (ScPipelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_pipeline_view_dispose;
  object_class->get_property = sc_pipeline_view_get_property;
  object_class->set_property = sc_pipeline_view_set_property;
  widget_class->grab_focus = sc_pipeline_view_grab_focus;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, SC_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROCESS_ID] =
    g_param_spec_string ("process-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SC_TYPE_BOARD);
  g_type_ensure (SC_TYPE_FILTER_POPOVER);
  g_type_ensure (SC_TYPE_PIPELINE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/pipeline/sc-pipeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, split_view);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, list_section);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, order_menu);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, mine_button);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, set_bar);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, set_label);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, board);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, table);
  gtk_widget_class_bind_template_callback (widget_class, scheme_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "search_activated_cb",
                                                G_CALLBACK (sc_pipeline_view_lead_to_found));
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  sc_pipeline_view_bind_filter (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, deal_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, deal_selected_cb);
  sc_pipeline_view_bind_several (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, pane_shown_cb);
}

static void
sc_pipeline_view_init (ScPipelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store_signals = g_signal_group_new (SC_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (changed_cb), self);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  self->settings = g_settings_new (APPLICATION_ID);
  sc_pipeline_view_install_actions (self);
  sc_pipeline_view_install_shortcuts (self);
  sc_pipeline_view_install_typing (self);
  sc_pipeline_view_restore (self);
}

/**
 * sc_pipeline_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
sc_pipeline_view_new (void)
{
  return g_object_new (SC_TYPE_PIPELINE_VIEW, NULL);
}

/**
 * sc_pipeline_view_set_store:
 * @self: a view
 * @store: (nullable): where the deals are kept
 */
void
sc_pipeline_view_set_store (ScPipelineView *self,
                            ScStore        *store)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  if (!g_set_object (&self->store, store))
    return;

  g_signal_group_set_target (self->store_signals, store);
  self->is_version_known = FALSE;
  sc_pipeline_view_follow_chances (self);
  if (self->pane != NULL)
    sc_deal_pane_set_store (self->pane, store);
  sc_pipeline_view_load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * sc_pipeline_view_get_store:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): where the deals are kept
 */
ScStore *
sc_pipeline_view_get_store (ScPipelineView *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_VIEW (self), NULL);

  return self->store;
}

/**
 * sc_pipeline_view_set_process_id:
 * @self: a view
 * @process_id: (nullable): the process whose deals it shows
 */
void
sc_pipeline_view_set_process_id (ScPipelineView *self,
                                 const char     *process_id)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  if (!g_set_str (&self->process_id, process_id))
    return;

  self->is_adding = FALSE;
  self->wants_adding = FALSE;
  self->is_version_known = FALSE;
  sc_pipeline_view_leave_set (self);
  g_clear_pointer (&self->version, sc_version_unref);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  sc_pipeline_view_restore_filter (self);
  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  if (self->pane != NULL)
    sc_deal_pane_set_deal_id (self->pane, 0);
  sc_pipeline_view_load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROCESS_ID]);
}

/**
 * sc_pipeline_view_get_process_id:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the process whose deals it shows
 */
const char *
sc_pipeline_view_get_process_id (ScPipelineView *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_VIEW (self), NULL);

  return self->process_id;
}
