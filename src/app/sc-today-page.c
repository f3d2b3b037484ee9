/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Today as a page of the window, with its switch between everybody's deals and one's
 * own, and with a search over the deals of all processes, which stands in Today's place
 * until it is over. */

#include "config.h"

#include "app/sc-today-page.h"

#include "pipeline/sc-typed-search.h"
#include "today/sc-own-plan.h"
#include "today/sc-today-search.h"
#include "today/sc-today-view.h"

struct _ScTodayPage
{
  AdwNavigationPage parent_instance;

  ScProcessList *processes;
  GSettings *settings;
  ScTodayView *view;
  ScTodaySearch *search;
  GtkWidget *focus_before; /* (nullable) (weak): what had the focus when the search began */

  GtkWidget *search_button;
  GtkToggleButton *mine_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkWidget *welcome;
  GtkWidget *name_group;
  AdwEntryRow *name_row;
  char *usual_name;
  GtkWidget *due_box;
  AdwClamp *plan_clamp;
  AdwBin *today_bin;
  AdwBin *search_bin;
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

static gboolean
has_focus_in_welcome (ScTodayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->welcome);
}

static void
show_what_there_is (ScTodayPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->processes)) == 0;
  gboolean is_left = !is_empty && has_focus_in_welcome (self);
  gboolean is_searched = !is_empty && gtk_search_bar_get_search_mode (self->search_bar)
                         && gtk_editable_get_text (self->search_entry)[0] != '\0';

  /* Who goes on has answered. */
  if (!is_empty && gtk_widget_get_visible (self->welcome))
    take_name (self);
  gtk_widget_set_visible (self->welcome, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->search_bin), is_searched);
  gtk_widget_set_visible (self->due_box, !is_empty && !is_searched);
  gtk_widget_set_visible (self->search_button, !is_empty);
  /* What is searched is everybody's. */
  gtk_widget_set_visible (GTK_WIDGET (self->mine_button), !is_empty && !is_searched);
  if (is_left)
    sc_today_page_focus (self);
}

static void
remember_focus (ScTodayPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->due_box))
    g_set_weak_pointer (&self->focus_before, focus);
  else
    g_clear_weak_pointer (&self->focus_before);
}

/* Back to where one was before the search. */
static void
return_focus (ScTodayPage *self)
{
  if (self->focus_before == NULL || !gtk_widget_get_mapped (self->focus_before)
      || !gtk_widget_grab_focus (self->focus_before))
    gtk_widget_child_focus (self->due_box, GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus_before);
}

static void
search_changed_cb (ScTodayPage *self)
{
  sc_today_search_look_for (self->search, gtk_editable_get_text (self->search_entry));
  show_what_there_is (self);
}

/* What is typed is looked for after a moment. */
static void
search_activated_cb (ScTodayPage *self)
{
  search_changed_cb (self);
  sc_today_search_open_first (self->search);
}

static void
search_mode_cb (ScTodayPage *self)
{
  if (self->search == NULL)
    return;

  if (gtk_search_bar_get_search_mode (self->search_bar))
    {
      remember_focus (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
      return;
    }

  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    return_focus (self);
}

static void
opened_cb (ScTodayPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/* What is looked for stays: whoever searches on goes on from there. */
static gboolean
find_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  ScTodayPage *self = SC_TODAY_PAGE (widget);

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_visible (self->search_button))
    return GDK_EVENT_PROPAGATE;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);

  return GDK_EVENT_STOP;
}

static gboolean
end_search_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  ScTodayPage *self = SC_TODAY_PAGE (widget);

  if (!gtk_search_bar_get_search_mode (self->search_bar))
    return GDK_EVENT_PROPAGATE;

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);

  return GDK_EVENT_STOP;
}

static gboolean
typed_cb (ScTodayPage           *self,
          guint                  keyval,
          guint                  keycode,
          GdkModifierType        state,
          GtkEventControllerKey *keys)
{
  return sc_typed_search_take_key (self->search_bar, self->search_entry, keys, keyval, state);
}

/* From the search down to what it has found. */
static gboolean
search_key_cb (ScTodayPage    *self,
               guint           keyval,
               guint           keycode,
               GdkModifierType state)
{
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && (state & gtk_accelerator_get_default_mod_mask ()) == 0
         && sc_today_search_focus_first (self->search);
}

static void
set_up_search_keys (ScTodayPage *self)
{
  GtkEventController *finding = gtk_shortcut_controller_new ();
  GtkEventController *typing = gtk_event_controller_key_new ();
  GtkEventController *leaving = gtk_event_controller_key_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (finding), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (finding),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>f"),
                                                          gtk_callback_action_new (find_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), finding);
  g_signal_connect_swapped (typing, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (self->due_box, typing);
  gtk_event_controller_set_propagation_phase (leaving, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (leaving, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), leaving);
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

  g_clear_weak_pointer (&self->focus_before);
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
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, mine_button);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, welcome);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, name_group);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, name_row);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, today_bin);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, search_bin);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, due_box);
  gtk_widget_class_bind_template_child (widget_class, ScTodayPage, plan_clamp);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, end_search_cb, NULL);
}

static void
sc_today_page_init (ScTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  set_up_search_keys (self);
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
  self->search = sc_today_search_new (store);
  g_signal_connect_object (self->search, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->search_bin, GTK_WIDGET (self->search));
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
 * sc_today_page_focus:
 * @self: a page that is shown
 *
 * Ends the search, and gives the focus to the first thing to do; where there is no process,
 * to the ways to the first.
 */
void
sc_today_page_focus (ScTodayPage *self)
{
  g_return_if_fail (SC_IS_TODAY_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (gtk_widget_get_visible (self->welcome))
    gtk_widget_child_focus (self->welcome, GTK_DIR_TAB_FORWARD);
  else
    {
      /* Until that has come, or where there is nothing. */
      gtk_widget_grab_focus (self->search_button);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
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
