/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Scheme view: a process's stages on a canvas, and beside it all about the
 * selected one and what the method has to say. */

#include "designer/sc-designer-view-private.h"

#include <glib/gi18n-lib.h>

#include "designer/canvas/sc-stage-menu.h"
#include "designer/sc-designer-keys.h"
#include "model/sc-percent.h"
#include "toolkit/sc-split-sidebar.h"

/* Schemes of more stages are read by scrolling. */
#define MOST_FITTED 10

enum {
  PROP_0,
  PROP_STORE,
  PROP_PROCESS_ID,
  N_PROPS,
};

enum {
  SIGNAL_PUBLISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ScDesignerView, sc_designer_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_designer_view_unsaved_init));

static gboolean
is_narrow (ScDesignerView *self)
{
  return g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "narrow");
}

static void
add_toast (ScDesignerView *self,
           const char     *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A draft that has become the published version was published just now. */
static void
notice_publication (ScDesignerView *self,
                    ScVersion      *version)
{
  gboolean is_published = version != NULL && version->status == SC_VERSION_PUBLISHED &&
                          g_strcmp0 (version->id, self->draft_id) == 0;

  g_set_str (&self->draft_id, version != NULL && version->status == SC_VERSION_DRAFT ? version->id : NULL);
  if (is_published)
    g_signal_emit (self, signals[SIGNAL_PUBLISHED], 0);
}

static gboolean
is_table_wanted (ScDesignerView *self)
{
  g_autoptr (GVariant) layout = g_action_group_get_action_state (sc_designer_actions_get_group (self->actions), "scheme-layout");

  return g_str_equal (g_variant_get_string (layout, NULL), "table");
}

/* Where stages are shown, or at the buttons that choose how. */
static gboolean
is_focus_at_stages (ScDesignerView *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->pages)) != NULL ||
         gtk_widget_get_focus_child (GTK_WIDGET (self->layout_box)) != NULL;
}

/* A plan is looked at on the canvas only. */
static void
update_page (ScDesignerView *self)
{
  ScVersion *version = sc_design_get_version (self->design);
  gboolean is_table = is_table_wanted (self) && !sc_canvas_is_preview (self->canvas);
  gboolean has_focus = is_focus_at_stages (self);
  const char *before = gtk_stack_get_visible_child_name (self->pages);
  const char *name = version == NULL ? "loading" : version->stages->len == 0 ? "empty" : is_table ? "table" : "scheme";

  gtk_widget_set_visible (self->zoom_bin, !is_table);
  if (g_strcmp0 (before, name) == 0)
    return;

  gtk_stack_set_visible_child_name (self->pages, name);
  if (has_focus && version != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
preview_cb (ScDesignerView *self)
{
  update_page (self);
  sc_designer_view_update_banners (self, sc_design_get_version (self->design));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), !sc_canvas_is_preview (self->canvas));
}

/* What is as it was is left alone: a drag goes on, a plan stays on show, when
 * something else has changed. */
static void
show_on_canvas (ScDesignerView *self,
                ScVersion      *version)
{
  g_autoptr (ScVersion) before = g_steal_pointer (&self->shown);

  self->shown = version != NULL ? sc_version_ref (version) : NULL;
  if (version == before)
    return;

  if (sc_designer_actions_end_plan (self->actions))
    add_toast (self, _("The plan is closed: the stages were changed elsewhere meanwhile."));
  if (version == NULL)
    return;

  sc_canvas_show (self->canvas, version, sc_design_get_findings (self->design));
  sc_stage_table_show (self->table, version);
  if (before == NULL && version->stages->len > 0 && version->stages->len <= MOST_FITTED)
    sc_canvas_fit_when_shown (self->canvas);
}

static void
show_wanted_stage (ScDesignerView *self)
{
  ScVersion *version = sc_design_get_version (self->design);
  g_autofree char *stage_id = NULL;

  if (self->wanted_stage_id == NULL || version == NULL
      || sc_version_find_stage (version, self->wanted_stage_id, NULL) == NULL)
    return;

  stage_id = g_steal_pointer (&self->wanted_stage_id);
  if (is_table_wanted (self))
    sc_stage_table_focus_stage (self->table, stage_id);
  else
    sc_canvas_focus_stage (self->canvas, stage_id);
}

static void
design_changed_cb (ScDesignerView *self)
{
  ScVersion *current = sc_design_get_version (self->design);
  g_autoptr (ScVersion) version = current != NULL ? sc_version_ref (current) : NULL;
  gboolean has_stages = version != NULL && version->stages->len > 0;

  show_on_canvas (self, version);
  sc_designer_pane_show (self->pane, self->design, sc_canvas_get_selected (self->canvas));

  /* A field that lost the focus meanwhile has been saved, and all this said. */
  if (version != sc_design_get_version (self->design))
    return;

  update_page (self);
  adw_toolbar_view_set_reveal_bottom_bars (self->scheme, has_stages);

  sc_designer_view_update_status (self, version);
  preview_cb (self);
  notice_publication (self, version);
  sc_designer_actions_update (self->actions);
  if (self->wants_focus && version != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  show_wanted_stage (self);
}

static void
announced_cb (ScDesignerView *self,
              const char     *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_pane_cb (ScDesignerView *self)
{
  if (is_narrow (self))
    adw_bottom_sheet_set_open (self->sheet, TRUE);
  else
    sc_split_sidebar_show (self->split);
}

static void
light_cb (ScDesignerView *self,
          GPtrArray      *stages)
{
  sc_canvas_light (self->canvas, stages);
}

static void
selected_cb (ScDesignerView *self)
{
  const char *stage_id = sc_canvas_get_selected (self->canvas);

  sc_stage_table_set_selected (self->table, stage_id);
  sc_designer_pane_show (self->pane, self->design, stage_id);
  if (stage_id != NULL && !is_narrow (self))
    sc_designer_pane_show_details (self->pane);
}

static void
table_selected_cb (ScDesignerView *self)
{
  sc_canvas_set_selected (self->canvas, sc_stage_table_get_selected (self->table));
}

static void
zoom_cb (ScDesignerView *self)
{
  g_autofree char *text = sc_percent_to_text (sc_canvas_get_zoom (self->canvas));

  gtk_button_set_label (self->zoom_button, text);
}

/* The sheet that is closed is what a plan is cancelled with. */
static void
sheet_open_cb (ScDesignerView *self)
{
  if (adw_bottom_sheet_get_open (self->sheet))
    return;

  sc_designer_pane_commit (self->pane);
  sc_designer_actions_end_plan (self->actions);
}

static void
create_add_menu (GtkMenuButton *button,
                 gpointer       user_data)
{
  ScDesignerView *self = user_data;
  ScVersion *version = sc_design_get_version (self->design);
  const char *selected = sc_canvas_get_selected (self->canvas);
  g_autoptr (GMenuModel) menu = NULL;
  guint position;

  if (version == NULL)
    return;

  if (selected != NULL && sc_version_find_stage (version, selected, &position) != NULL)
    position++;
  else
    position = version->stages->len;
  menu = sc_insert_menu_new (version, position);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
sc_designer_view_dispose (GObject *object)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (object);

  if (self->actions != NULL)
    sc_designer_pane_commit (self->pane);
  g_clear_object (&self->actions);
  g_clear_object (&self->design);
  g_clear_object (&self->store);
  g_clear_pointer (&self->process_id, g_free);
  g_clear_pointer (&self->draft_id, g_free);
  g_clear_pointer (&self->shown, sc_version_unref);
  g_clear_pointer (&self->wanted_stage_id, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_DESIGNER_VIEW);

  G_OBJECT_CLASS (sc_designer_view_parent_class)->dispose (object);
}

/* The focus is for the stages; those that are not read yet take it when they
 * come. */
static gboolean
sc_designer_view_grab_focus (GtkWidget *widget)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (widget);

  self->wants_focus = sc_design_get_version (self->design) == NULL;
  if (self->wants_focus)
    return FALSE;

  if (gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->table))
    return gtk_widget_grab_focus (GTK_WIDGET (self->table));

  return gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
sc_designer_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (object);

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
sc_designer_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      sc_designer_view_set_store (self, g_value_get_object (value));
      break;

    case PROP_PROCESS_ID:
      sc_designer_view_set_process_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, toasts);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, scheme);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, layouts);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, split);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, sheet);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, add_button);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, status_label);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, advice_button);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, advice_icon);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, advice_label);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, publish_button);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, pane_button);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, unsaved_banner);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, plan_banner);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, pages);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, sum_label);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, canvas);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, table);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, layout_box);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, zoom_bin);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, scheme_menu);
  gtk_widget_class_bind_template_child (widget_class, ScDesignerView, pane);

  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
}

static void
sc_designer_view_class_init (ScDesignerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_designer_view_dispose;
  object_class->get_property = sc_designer_view_get_property;
  object_class->set_property = sc_designer_view_set_property;
  widget_class->grab_focus = sc_designer_view_grab_focus;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, SC_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROCESS_ID] =
    g_param_spec_string ("process-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ScDesignerView::published:
   *
   * The user has published the process: deals can be worked along it.
   */
  signals[SIGNAL_PUBLISHED] =
    g_signal_new ("published", SC_TYPE_DESIGNER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SC_TYPE_CANVAS);
  g_type_ensure (SC_TYPE_STAGE_TABLE);
  g_type_ensure (SC_TYPE_DESIGNER_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/sc-designer-view.ui");
  bind_children (widget_class);
  sc_designer_keys_bind_view (widget_class);
}

static void
sc_designer_view_init (ScDesignerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->design = sc_design_new ();
  self->actions = sc_designer_actions_new (self->design, self->canvas, self->table, self->pane);
  sc_stage_table_set_design (self->table, self->design);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "designer", sc_designer_actions_get_group (self->actions));
  g_signal_connect_object (self->actions, "show-pane", G_CALLBACK (show_pane_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "told", G_CALLBACK (announced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "preview", G_CALLBACK (preview_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_designer_actions_get_group (self->actions), "action-state-changed::scheme-layout",
                           G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->design, "changed", G_CALLBACK (design_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "light", G_CALLBACK (light_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "notify::open", G_CALLBACK (sheet_open_cb), self, G_CONNECT_SWAPPED);
  sc_designer_view_follow_draft (self);
  sc_designer_keys_add_to_window (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, create_add_menu, self, NULL);
  zoom_cb (self);
  design_changed_cb (self);
}

/**
 * sc_designer_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
sc_designer_view_new (void)
{
  return g_object_new (SC_TYPE_DESIGNER_VIEW, NULL);
}

static void
update_source (ScDesignerView *self)
{
  g_set_str (&self->draft_id, NULL);
  sc_design_set_source (self->design, self->store, self->process_id);
}

/**
 * sc_designer_view_set_store:
 * @self: a view
 * @store: (nullable): where processes are kept
 */
void
sc_designer_view_set_store (ScDesignerView *self,
                            ScStore        *store)
{
  g_return_if_fail (SC_IS_DESIGNER_VIEW (self));

  if (!g_set_object (&self->store, store))
    return;

  update_source (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * sc_designer_view_get_store:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): where processes are kept
 */
ScStore *
sc_designer_view_get_store (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return self->store;
}

/**
 * sc_designer_view_set_process_id:
 * @self: a view
 * @process_id: (nullable): the process whose scheme it shows
 */
void
sc_designer_view_set_process_id (ScDesignerView *self,
                                 const char     *process_id)
{
  g_return_if_fail (SC_IS_DESIGNER_VIEW (self));

  if (g_strcmp0 (self->process_id, process_id) == 0)
    return;

  sc_designer_pane_commit (self->pane);
  sc_canvas_set_selected (self->canvas, NULL);
  g_clear_pointer (&self->wanted_stage_id, g_free);
  g_set_str (&self->process_id, process_id);
  update_source (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROCESS_ID]);
}

/**
 * sc_designer_view_get_process_id:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the process whose scheme it shows
 */
const char *
sc_designer_view_get_process_id (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return self->process_id;
}

/**
 * sc_designer_view_has_unsaved:
 * @self: a view
 *
 * Returns: whether there is something that is not saved, since it could not
 *   be, or since a person has to choose first
 */
gboolean
sc_designer_view_has_unsaved (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), FALSE);

  return sc_design_has_unsaved (self->design);
}

/**
 * sc_designer_view_select_stage:
 * @self: a view
 * @stage_id: (nullable): one of its process's stages, or %NULL for none
 *
 * Shows a stage: its card is scrolled to and its fields stand in the pane, as
 * soon as it is there.
 */
void
sc_designer_view_select_stage (ScDesignerView *self,
                               const char     *stage_id)
{
  g_return_if_fail (SC_IS_DESIGNER_VIEW (self));

  g_set_str (&self->wanted_stage_id, stage_id);
  if (stage_id == NULL)
    sc_canvas_set_selected (self->canvas, NULL);
  else
    show_wanted_stage (self);
}

/**
 * sc_designer_view_get_design:
 * @self: a view
 *
 * Returns: (transfer none): what it shows
 */
ScDesign *
sc_designer_view_get_design (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return self->design;
}

/**
 * sc_designer_view_get_menu:
 * @self: a view
 *
 * Returns: (transfer none): what can be done with the whole scheme, as sections for the
 *   process's menu
 */
GMenuModel *
sc_designer_view_get_menu (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return self->scheme_menu;
}

/**
 * sc_designer_view_get_actions:
 * @self: a view
 *
 * Returns: (transfer none): what can be done in it, to be called “designer”
 */
GActionGroup *
sc_designer_view_get_actions (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return sc_designer_actions_get_group (self->actions);
}
