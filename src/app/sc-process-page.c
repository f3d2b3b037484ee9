/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process in the window: its views and the switch between them, its name and its
 * menu. A view is made when it is shown first: it is the most of what showing another
 * process takes. */

#include "app/sc-process-page.h"

#include <glib/gi18n.h>

#include "app/sc-process-actions.h"
#include "designer/sc-designer-view.h"
#include "insight/sc-insight-view.h"
#include "pipeline/sc-pipeline-view.h"
#include "regulations/sc-regulations-view.h"

struct _ScProcessPage
{
  AdwNavigationPage parent_instance;

  char *process_id;
  ScStore *store;
  GMenuModel *process_menu;
  /* Where the views are, once they are made. */
  AdwBin *designer;
  AdwBin *pipeline;
  AdwBin *regulations;
  AdwBin *insight;

  AdwViewStack *view_stack;
  GtkMenuButton *menu_button;
};

enum {
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Its views hold what is to be saved. */
static void
sc_process_page_unsaved_init (ScUnsavedInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ScProcessPage, sc_process_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_process_page_unsaved_init));

static GtkWidget *
need_view (ScProcessPage *self,
           AdwBin        *place)
{
  GType type = place == self->designer ? SC_TYPE_DESIGNER_VIEW
               : place == self->pipeline ? SC_TYPE_PIPELINE_VIEW
               : place == self->regulations ? SC_TYPE_REGULATIONS_VIEW : SC_TYPE_INSIGHT_VIEW;

  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, g_object_new (type, "store", self->store, "process-id", self->process_id, NULL));

  return adw_bin_get_child (place);
}

static void
append_sections (GMenu      *menu,
                 GMenuModel *sections)
{
  for (int i = 0; i < g_menu_model_get_n_items (sections); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (sections, i, G_MENU_LINK_SECTION);

      g_menu_append_section (menu, NULL, section);
    }
}

/* One menu for the process: where its scheme is shown, that is what it is about first. */
static void
update_menu (ScProcessPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *view = self->designer != NULL ? adw_bin_get_child (self->designer) : NULL;

  if (view != NULL && adw_view_stack_get_visible_child (self->view_stack) == GTK_WIDGET (self->designer))
    {
      append_sections (menu, sc_designer_view_get_menu (SC_DESIGNER_VIEW (view)));
      gtk_widget_insert_action_group (GTK_WIDGET (self), "designer", sc_designer_view_get_actions (SC_DESIGNER_VIEW (view)));
    }
  append_sections (menu, self->process_menu);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static GtkWidget *
get_visible_view (ScProcessPage *self)
{
  return need_view (self, ADW_BIN (adw_view_stack_get_visible_child (self->view_stack)));
}

static ScPipelineView *
show_pipeline (ScProcessPage *self)
{
  adw_view_stack_set_visible_child_name (self->view_stack, "deals");

  return SC_PIPELINE_VIEW (need_view (self, self->pipeline));
}

/* The first stage takes a new deal wherever in the process one is; the deals have their own key
 * for it. */
static gboolean
add_deal_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  ScProcessPage *self = SC_PROCESS_PAGE (widget);
  const char *view = sc_process_page_get_view (self);

  if (!gtk_widget_get_mapped (widget) || g_str_equal (view, "deals"))
    return FALSE;

  sc_pipeline_view_start_adding (show_pipeline (self));

  return TRUE;
}

static void
install_add_key (ScProcessPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>n"),
                                                          gtk_callback_action_new (add_deal_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
view_switched_cb (AdwViewStack  *stack,
                  GParamSpec    *pspec,
                  ScProcessPage *self)
{
  get_visible_view (self);
  update_menu (self);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

static void
sc_process_page_dispose (GObject *object)
{
  ScProcessPage *self = SC_PROCESS_PAGE (object);

  g_clear_pointer (&self->process_id, g_free);
  g_clear_object (&self->store);
  g_clear_object (&self->process_menu);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PROCESS_PAGE);

  G_OBJECT_CLASS (sc_process_page_parent_class)->dispose (object);
}

static void
sc_process_page_class_init (ScProcessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_process_page_dispose;

  signals[SIGNAL_VIEW_CHANGED] =
    g_signal_new ("view-changed", SC_TYPE_PROCESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/app/sc-process-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProcessPage, view_stack);
  gtk_widget_class_bind_template_child (widget_class, ScProcessPage, menu_button);
}

static void
sc_process_page_init (ScProcessPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  install_add_key (self);
}

static AdwBin *
add_place (ScProcessPage *self,
           const char    *name,
           const char    *title,
           const char    *icon_name)
{
  GtkWidget *place = adw_bin_new ();

  adw_view_stack_add_titled_with_icon (self->view_stack, place, name, title, icon_name);

  return ADW_BIN (place);
}

/**
 * sc_process_page_new:
 * @store: where the process is
 * @process: the process to show
 * @view: “scheme”, “deals”, “regulations” or “insight”, which is shown first
 *
 * Returns: (transfer floating): a page with the views of the process
 */
ScProcessPage *
sc_process_page_new (ScStore    *store,
                     ScProcess  *process,
                     const char *view)
{
  ScProcessPage *self = g_object_new (SC_TYPE_PROCESS_PAGE, NULL);

  self->process_id = g_strdup (process->id);
  self->store = g_object_ref (store);
  sc_process_page_set_process (self, process);
  self->designer = add_place (self, "scheme", _("Scheme"), "sc-scheme-symbolic");
  self->pipeline = add_place (self, "deals", _("Deals"), "sc-deals-symbolic");
  self->regulations = add_place (self, "regulations", _("Regulations"), "sc-regulations-symbolic");
  self->insight = add_place (self, "insight", _("Insight"), "sc-insight-symbolic");
  sc_process_page_set_view (self, view);
  get_visible_view (self);
  update_menu (self);
  g_signal_connect_object (self->view_stack, "notify::visible-child-name", G_CALLBACK (view_switched_cb), self,
                           G_CONNECT_DEFAULT);

  return self;
}

/**
 * sc_process_page_get_process_id:
 * @self: a page
 *
 * Returns: (transfer none): the id of the process that it shows
 */
const char *
sc_process_page_get_process_id (ScProcessPage *self)
{
  g_return_val_if_fail (SC_IS_PROCESS_PAGE (self), NULL);

  return self->process_id;
}

/**
 * sc_process_page_set_process:
 * @self: a page
 * @process: its process, as it is now
 *
 * Follows a new name, and what can be done with the process.
 */
void
sc_process_page_set_process (ScProcessPage *self,
                             ScProcess     *process)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  g_clear_object (&self->process_menu);
  self->process_menu = sc_process_menu_new (process);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), process->name);
  update_menu (self);
}

/**
 * sc_process_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): “scheme”, “deals”, “regulations” or “insight”
 */
const char *
sc_process_page_get_view (ScProcessPage *self)
{
  g_return_val_if_fail (SC_IS_PROCESS_PAGE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->view_stack);
}

/**
 * sc_process_page_show_unsaved:
 * @self: a page with changes that are not saved
 *
 * Shows the view that they were made in.
 */
void
sc_process_page_show_unsaved (ScProcessPage *self)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  static const char *const views[] = { "scheme", "deals", "regulations" };
  AdwBin *const places[] = { self->designer, self->pipeline, self->regulations };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (sc_unsaved_get_state_in (GTK_WIDGET (places[i])) != SC_SAVE_STATE_SAVED)
      {
        sc_process_page_set_view (self, views[i]);
        return;
      }
}

/**
 * sc_process_page_set_view:
 * @self: a page
 * @view: “scheme”, “deals”, “regulations” or “insight”
 */
void
sc_process_page_set_view (ScProcessPage *self,
                          const char    *view)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  adw_view_stack_set_visible_child_name (self->view_stack, view);
}

/**
 * sc_process_page_focus:
 * @self: a page
 *
 * Gives the focus to the view that is shown.
 */
void
sc_process_page_focus (ScProcessPage *self)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  gtk_widget_grab_focus (get_visible_view (self));
}

/**
 * sc_process_page_show_deal:
 * @self: a page
 * @deal_id: a deal of its process
 *
 * Leads to the deal on the board, and opens it.
 */
void
sc_process_page_show_deal (ScProcessPage *self,
                           gint64         deal_id)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  sc_pipeline_view_select_deal (show_pipeline (self), deal_id);
}

/**
 * sc_process_page_show_deals:
 * @self: a page
 * @name: what the deals are
 * @deal_ids: (element-type gint64): deals of its process, in ascending order
 *
 * Lists these deals and no others.
 */
void
sc_process_page_show_deals (ScProcessPage *self,
                            const char    *name,
                            GArray        *deal_ids)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  sc_pipeline_view_show_set (show_pipeline (self), name, deal_ids);
  sc_process_page_focus (self);
}

/**
 * sc_process_page_show_figure:
 * @self: a page
 * @key: the key of a number of Insight
 *
 * Lists the deals that the number counts, with Insight behind them.
 */
void
sc_process_page_show_figure (ScProcessPage *self,
                             const char    *key)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  sc_insight_view_open (SC_INSIGHT_VIEW (need_view (self, self->insight)), key);
}

/**
 * sc_process_page_show_answer:
 * @self: a page
 * @deal_id: a deal of its process
 * @criterion_id: what one of its stages asks
 *
 * Opens the deal, and gives the focus to the answer.
 */
void
sc_process_page_show_answer (ScProcessPage *self,
                             gint64         deal_id,
                             const char    *criterion_id)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  sc_pipeline_view_show_answer (show_pipeline (self), deal_id, criterion_id);
}

/**
 * sc_process_page_show_stage:
 * @self: a page
 * @stage_id: a stage of its process
 *
 * Leads to the stage in the scheme, and selects it.
 */
void
sc_process_page_show_stage (ScProcessPage *self,
                            const char    *stage_id)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  adw_view_stack_set_visible_child_name (self->view_stack, "scheme");
  sc_designer_view_select_stage (SC_DESIGNER_VIEW (need_view (self, self->designer)), stage_id);
}

/**
 * sc_process_page_show_place:
 * @self: a page
 * @place: a place of own words in its process's documents
 *
 * Leads to what stands there.
 */
void
sc_process_page_show_place (ScProcessPage *self,
                            const char    *place)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  adw_view_stack_set_visible_child_name (self->view_stack, "regulations");
  sc_regulations_view_show_place (SC_REGULATIONS_VIEW (need_view (self, self->regulations)), place);
}

/**
 * sc_process_page_print:
 * @self: a page
 *
 * Prints the document where that is on show, and else the scheme.
 */
void
sc_process_page_print (ScProcessPage *self)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  if (g_str_equal (sc_process_page_get_view (self), "regulations"))
    gtk_widget_activate_action (get_visible_view (self), "regulations.print", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "process.print", "s", self->process_id);
}

/**
 * sc_process_page_lead_to_deal:
 * @self: a page
 * @deal_id: a deal of its process
 *
 * Leads to the deal on the board or in the list. Where it does not stand there
 * it is opened.
 */
void
sc_process_page_lead_to_deal (ScProcessPage *self,
                              gint64         deal_id)
{
  g_return_if_fail (SC_IS_PROCESS_PAGE (self));

  sc_pipeline_view_lead_to_deal (show_pipeline (self), deal_id);
}
