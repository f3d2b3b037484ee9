/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which place a window shows: Today, or a process in one of its views. */

#include "app/sc-window-private.h"

#include "app/sc-content.h"
#include "app/sc-last-place.h"
#include "app/sc-last-view.h"
#include "app/sc-process-page.h"

static void
remember_place (ScWindow   *self,
                const char *place)
{
  g_set_str (&self->place, place);
  sc_sidebar_set_place (self->sidebar, place);
  sc_last_place_set (self->settings, self->database, place);
}

static void
n_due_changed_cb (ScTodayPage *page,
                  GParamSpec  *pspec,
                  ScWindow    *self)
{
  sc_sidebar_set_n_due (self->sidebar, sc_today_page_get_n_due (page));
}

static ScProcessPage *
get_process_page (ScWindow *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  return SC_IS_PROCESS_PAGE (page) ? SC_PROCESS_PAGE (page) : NULL;
}

static void
keep_page (ScWindow *self)
{
  ScProcessPage *page = get_process_page (self);

  if (page != NULL)
    sc_kept_pages_keep (self->kept_pages, page);
}

static void
show_today (ScWindow *self)
{
  keep_page (self);
  remember_place (self, "today");
  sc_content_show (self->split_view, ADW_NAVIGATION_PAGE (self->today_page));
}

static void
view_changed_cb (ScProcessPage *page,
                 ScWindow      *self)
{
  sc_last_view_set (self->settings, sc_process_page_get_process_id (page), sc_process_page_get_view (page));
}

static void
settled_cb (ScProcessPage *page,
            ScWindow      *self)
{
  if (self->kept_pages == NULL)
    return;

  sc_kept_pages_review (self->kept_pages, page);
  sc_closing_go_on (self->closing);
}

static void
show_process (ScWindow   *self,
              const char *process_id)
{
  ScProcessPage *page = get_process_page (self);
  g_autoptr (ScProcessPage) kept = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autofree char *view = NULL;

  if (page != NULL && g_strcmp0 (sc_process_page_get_process_id (page), process_id) == 0)
    return;

  process = sc_process_list_load (self->processes, process_id);
  if (process == NULL)
    {
      show_today (self);
      return;
    }

  view = sc_last_view_get (self->settings, process);
  keep_page (self);
  remember_place (self, process_id);
  g_set_str (&self->last_process, process_id);
  self->is_listed = sc_process_list_find (self->processes, process_id, NULL) != NULL;
  kept = sc_kept_pages_take (self->kept_pages, process_id);
  page = kept;
  if (kept == NULL)
    {
      page = sc_process_page_new (self->store, process, view);
      g_signal_connect_object (page, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (page, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_DEFAULT);
    }
  sc_process_page_set_process (page, process);
  if (sc_unsaved_get_state_in (GTK_WIDGET (page)) == SC_SAVE_STATE_UNSAVED)
    sc_process_page_show_unsaved (page);
  else
    sc_process_page_set_view (page, view);
  sc_content_show (self->split_view, ADW_NAVIGATION_PAGE (page));
}

/* A process that is renamed, or leaves the list, while it is shown. */
static void
processes_changed_cb (GListModel *model,
                      guint       position,
                      guint       n_removed,
                      guint       n_added,
                      ScWindow   *self)
{
  ScProcessPage *page = get_process_page (self);
  g_autoptr (ScProcess) process = NULL;
  gboolean was_listed = self->is_listed;

  if (page == NULL)
    return;

  /* An archived one is shown where undo has led to it. */
  self->is_listed = sc_process_list_find (self->processes, sc_process_page_get_process_id (page), NULL) != NULL;
  if (self->is_listed || !was_listed)
    process = sc_process_list_load (self->processes, sc_process_page_get_process_id (page));
  if (process != NULL)
    sc_process_page_set_process (page, process);
  else
    show_today (self);
}

static void
show_today_activated (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  show_today (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* By its key, which does not leave the focus in the sidebar. */
static void
lead_to_today_activated (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  if (self->today_page == NULL)
    return;

  show_today_activated (widget, action, parameter);
  sc_today_page_focus (self->today_page);
}

static void
show_process_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  show_process (self, g_variant_get_string (parameter, NULL));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_deal_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  const char *process_id;
  gint64 deal_id;

  g_variant_get (parameter, "(&sx)", &process_id, &deal_id);
  show_process (self, process_id);
  if (get_process_page (self) != NULL)
    sc_process_page_show_deal (get_process_page (self), deal_id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* Those that a number counts. */
static void
show_deals_activated (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  g_autoptr (GVariant) list = g_variant_get_child_value (parameter, 2);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const char *process_id;
  const char *name;
  gconstpointer numbers;
  gsize n_numbers;

  g_variant_get_child (parameter, 0, "&s", &process_id);
  g_variant_get_child (parameter, 1, "&s", &name);
  numbers = g_variant_get_fixed_array (list, &n_numbers, sizeof (gint64));
  g_array_append_vals (ids, numbers, (guint) n_numbers);
  show_process (self, process_id);
  if (get_process_page (self) != NULL)
    sc_process_page_show_deals (get_process_page (self), name, ids);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_figure_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  const char *process_id;
  const char *key;

  g_variant_get (parameter, "(&s&s)", &process_id, &key);
  show_process (self, process_id);
  if (get_process_page (self) != NULL)
    sc_process_page_show_figure (get_process_page (self), key);
}

/* A deal's, for one of the questions that its stages ask. */
static void
show_answer_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  const char *process_id;
  const char *criterion_id;
  gint64 deal_id;

  g_variant_get (parameter, "(&sx&s)", &process_id, &deal_id, &criterion_id);
  show_process (self, process_id);
  if (get_process_page (self) != NULL)
    sc_process_page_show_answer (get_process_page (self), deal_id, criterion_id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_stage_activated (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  const char *process_id;
  const char *stage_id;

  g_variant_get (parameter, "(&s&s)", &process_id, &stage_id);
  show_process (self, process_id);
  if (get_process_page (self) != NULL)
    sc_process_page_show_stage (get_process_page (self), stage_id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
show_content_activated (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  adw_navigation_split_view_set_show_content (SC_WINDOW (widget)->split_view, TRUE);
}

static void
show_view_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  ScProcessPage *page;

  /* From Today, it is the view of the process that was seen last. */
  if (get_process_page (self) == NULL && self->last_process != NULL)
    show_process (self, self->last_process);
  page = get_process_page (self);
  if (page == NULL)
    return;

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  sc_process_page_set_view (page, g_variant_get_string (parameter, NULL));
  sc_process_page_focus (page);
}

static void
print_activated (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ScProcessPage *page = get_process_page (SC_WINDOW (widget));

  if (page != NULL)
    sc_process_page_print (page);
}

static void
process_created_activated (GtkWidget  *widget,
                           const char *action,
                           GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  show_process (self, g_variant_get_string (parameter, NULL));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (get_process_page (self) == NULL)
    return;

  sc_process_page_set_view (get_process_page (self), "scheme");
  sc_process_page_focus (get_process_page (self));
}

/* What has put the process into the archive just now, and away from here. */
static gboolean
is_leaving (ScWindow   *self,
            const char *process_id)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, process_id, NULL);

  return process == NULL || (process->is_archived && !g_settings_get_boolean (self->settings, "show-archived")
                             && sc_process_list_find (self->processes, process_id, NULL) != NULL);
}

/**
 * sc_window_lead_to:
 * @self: a window
 * @outcome: of an undo or a redo: a process, and one of its stages, of its deals, or of
 *   the places of its documents
 * @is_redo: whether it was made again, not taken back
 *
 * Shows what has come back: scrolled to, with the focus, and selected. What is
 * due today is shown there, where that is on show; what is done there again
 * does not lead away.
 */
void
sc_window_lead_to (ScWindow        *self,
                   const ScOutcome *outcome,
                   gboolean         is_redo)
{
  g_return_if_fail (SC_IS_WINDOW (self));

  if (outcome->process_id == NULL || self->store == NULL)
    return;

  if (outcome->deal_id != 0 && get_process_page (self) == NULL)
    {
      sc_today_page_lead_to_deal (self->today_page, outcome->process_id, outcome->deal_id, !is_redo);
      return;
    }
  if (outcome->deal_id == 0 && outcome->stage_id == NULL && outcome->place == NULL
      && is_leaving (self, outcome->process_id))
    return;

  show_process (self, outcome->process_id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (get_process_page (self) == NULL)
    return;

  if (outcome->deal_id != 0)
    sc_process_page_lead_to_deal (get_process_page (self), outcome->deal_id);
  else if (outcome->stage_id != NULL)
    sc_process_page_show_stage (get_process_page (self), outcome->stage_id);
  else if (outcome->place != NULL)
    sc_process_page_show_place (get_process_page (self), outcome->place);
  else
    sc_process_page_focus (get_process_page (self));
}

/* The actions that lead to a place. */
void
sc_window_install_places (GtkWidgetClass *widget_class)
{
  const struct {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.show-today", NULL, show_today_activated },
    { "win.lead-to-today", NULL, lead_to_today_activated },
    { "win.show-process", "s", show_process_activated },
    { "win.show-deal", "(sx)", show_deal_activated },
    { "win.show-deals", "(ssax)", show_deals_activated },
    { "win.show-figure", "(ss)", show_figure_activated },
    { "win.show-answer", "(sxs)", show_answer_activated },
    { "win.show-stage", "(ss)", show_stage_activated },
    { "win.show-content", NULL, show_content_activated },
    { "win.show-view", "s", show_view_activated },
    { "win.print", NULL, print_activated },
    { "win.process-created", "s", process_created_activated },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/* Of a database that was just opened, whose processes are listed. */
void
sc_window_make_places (ScWindow *self)
{
  self->today_page = g_object_ref_sink (sc_today_page_new (self->store, self->processes));
  g_signal_connect_object (self->today_page, "notify::n-due", G_CALLBACK (n_due_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->processes, "items-changed", G_CALLBACK (processes_changed_cb), self, G_CONNECT_DEFAULT);
}

/* Today, or a process, where that is listed. */
void
sc_window_show_place (ScWindow   *self,
                      const char *place)
{
  if (sc_process_list_find (self->processes, place, NULL) != NULL)
    show_process (self, place);
  else
    show_today (self);
}
