/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Today as a page of the window, with its switch between everybody's deals and one's
 * own. */

#include "config.h"

#include "app/sc-today-page.h"

#include "today/sc-own-plan.h"
#include "today/sc-today-view.h"

struct _ScTodayPage
{
  AdwNavigationPage parent_instance;

  ScProcessList *processes;
  GSettings *settings;
  ScTodayView *view;

  GtkToggleButton *mine_button;
  GtkWidget *welcome;
  GtkWidget *name_group;
  AdwEntryRow *name_row;
  char *usual_name;
  AdwClamp *plan_clamp;
  AdwBin *today_bin;
};

enum {
  PROP_0,
  PROP_N_DUE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScTodayPage, sc_today_page, ADW_TYPE_NAVIGATION_PAGE);

/* Asked once, while there is nothing else: the window's database follows the preferences. */
static void
take_name (ScTodayPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (g_settings_get_boolean (self->settings, "name-asked"))
    return;

  g_settings_set_boolean (self->settings, "name-asked", TRUE);
  gtk_widget_set_visible (self->name_group, FALSE);
  if (name[0] != '\0' && !g_str_equal (name, self->usual_name))
    g_settings_set_string (self->settings, "user-name", name);
}

static void
name_applied_cb (ScTodayPage *self)
{
  take_name (self);
}

static void
show_name (ScTodayPage *self,
           ScStore     *store)
{
  self->usual_name = sc_store_get_user_name (store);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->usual_name);
  gtk_widget_set_visible (self->name_group,
                          !g_settings_get_boolean (self->settings, "name-asked") && !sc_store_is_read_only (store));
}

static void
show_what_there_is (ScTodayPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->processes)) == 0;

  /* Who goes on has answered. */
  if (!is_empty && gtk_widget_get_visible (self->welcome))
    take_name (self);
  gtk_widget_set_visible (self->welcome, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->today_bin), !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->mine_button), !is_empty);
}

static void
processes_changed_cb (GListModel  *model,
                      guint        position,
                      guint        n_removed,
                      guint        n_added,
                      ScTodayPage *self)
{
  show_what_there_is (self);
}

static void
n_due_changed_cb (ScTodayView *view,
                  GParamSpec  *pspec,
                  ScTodayPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DUE]);
}

static void
sc_today_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_N_DUE:
      g_value_set_uint (value, sc_today_page_get_n_due (SC_TODAY_PAGE (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_today_page_dispose (GObject *object)
{
  ScTodayPage *self = SC_TODAY_PAGE (object);

  g_clear_object (&self->processes);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->usual_name, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_TODAY_PAGE);

  G_OBJECT_CLASS (sc_today_page_parent_class)->dispose (object);
}

static void
sc_today_page_class_init (ScTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_today_page_dispose;
  object_class->get_property = sc_today_page_get_property;

  properties[PROP_N_DUE] =
    g_param_spec_uint ("n-due", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/app/sc-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, mine_button);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, welcome);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, name_group);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, name_row);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, today_bin);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, plan_clamp);
}

static void
sc_today_page_init (ScTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
}

/**
 * sc_today_page_new:
 * @store: the database
 * @processes: the processes in use
 *
 * Returns: (transfer floating): what today asks for; while there is no
 *   process, the ways to the first
 */
ScTodayPage *
sc_today_page_new (ScStore       *store,
                   ScProcessList *processes)
{
  ScTodayPage *self = g_object_new (SC_TYPE_TODAY_PAGE, NULL);

  self->processes = g_object_ref (processes);
  self->view = sc_today_view_new (store);
  adw_clamp_set_child (self->plan_clamp, sc_own_plan_new (store));
  adw_bin_set_child (self->today_bin, GTK_WIDGET (self->view));
  g_settings_bind (self->settings, "only-mine", self->mine_button, "active", G_SETTINGS_BIND_DEFAULT);
  g_object_bind_property (self->mine_button, "active", self->view, "only-mine",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->view, "notify::n-due", G_CALLBACK (n_due_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (processes, "items-changed", G_CALLBACK (processes_changed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_set_visible (self->welcome, FALSE);
  show_name (self, store);
  show_what_there_is (self);

  return self;
}

/**
 * sc_today_page_get_n_due:
 * @self: a page
 *
 * Returns: how much it has to show
 */
guint
sc_today_page_get_n_due (ScTodayPage *self)
{
  g_return_val_if_fail (SC_IS_TODAY_PAGE (self), 0);

  return sc_today_view_get_n_due (self->view);
}

/**
 * sc_today_page_lead_to_deal:
 * @self: a page that is shown
 * @process_id: a process
 * @deal_id: one of its deals, which has just changed
 * @may_leave: whether to lead to the deal in its process where nothing is due
 *
 * Leads to what is due for the deal.
 */
void
sc_today_page_lead_to_deal (ScTodayPage *self,
                            const char  *process_id,
                            gint64       deal_id,
                            gboolean     may_leave)
{
  g_return_if_fail (SC_IS_TODAY_PAGE (self));

  sc_today_view_lead_to_deal (self->view, process_id, deal_id, may_leave);
}
