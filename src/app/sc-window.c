/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of one database. It knows which place is shown and remembers it;
 * what the places do is theirs. */

#include "config.h"

#include "app/sc-window-private.h"

#include <glib/gi18n.h>

#include "app/sc-back-up.h"
#include "app/sc-bad-rows-banner.h"
#include "app/sc-copies-dialog.h"
#include "app/sc-database-opening.h"
#include "app/sc-dialog-focus.h"
#include "app/sc-last-place.h"
#include "app/sc-lost-focus.h"
#include "app/sc-new-process.h"
#include "app/sc-recently-deleted.h"
#include "app/sc-restoring.h"
#include "app/sc-shortcuts.h"
#include "change/sc-command.h"
#include "change/sc-waking.h"
#include "model/sc-wall-clock.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-error-dialog.h"

G_DEFINE_FINAL_TYPE (ScWindow, sc_window, ADW_TYPE_APPLICATION_WINDOW);

/* New processes */

static void
new_process_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  if (self->store == NULL)
    {
      g_set_str (&self->awaited_action, action);
      return;
    }

  /* Asked for by the desktop while the same or something else is being asked. */
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;

  sc_new_process_begin (widget, self->store, action);
}

/* The database */

static void
back_up_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  adw_dialog_present (sc_copies_dialog_new (self->database, self->store), widget);
}

static void
back_up_now_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  if (self->store != NULL)
    sc_back_up (GTK_WINDOW (self), self->toasts, self->store);
}

static void
ask_to_restore_activated (GtkWidget  *widget,
                          const char *action,
                          GVariant   *parameter)
{
  sc_restoring_ask (widget, g_variant_get_string (parameter, NULL));
}

static void open_database (ScWindow *self);

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ScWindow) self = user_data;

  self->restored = g_object_ref (result);
  if (!g_cancellable_is_cancelled (self->cancellable))
    open_database (self);
}

static ScWindow *
make_window (GtkApplication *application,
             GFile          *database)
{
  ScWindow *self = g_object_new (SC_TYPE_WINDOW, "application", application, NULL);

  self->database = g_object_ref (database);

  return self;
}

/* Another window opens what is restored: this one is full of what was there, and
 * its store has to be closed first. */
static void
restore_activated (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);
  ScStore *store = NULL;
  ScWindow *next;

  if (self->store != NULL && !sc_closing_can_leave (self->closing))
    {
      g_autoptr (GError) error = g_error_new_literal (SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                                                      _("Something is not saved yet. Save or discard it, and try "
                                                        "again."));

      sc_error_dialog_present (widget, _("The Copy Was Not Restored"), error);
      return;
    }

  next = make_window (gtk_window_get_application (GTK_WINDOW (self)), self->database);
  gtk_stack_set_visible_child_name (next->stack, "loading");
  gtk_window_present (GTK_WINDOW (next));
  g_set_object (&store, self->store);
  sc_restoring_run_async (self->database, store, g_variant_get_string (parameter, NULL), NULL, restored_cb,
                          g_object_ref (next));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
recently_deleted_activated (GtkWidget  *widget,
                            const char *action,
                            GVariant   *parameter)
{
  ScWindow *self = SC_WINDOW (widget);

  if (self->store != NULL && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    adw_dialog_present (sc_recently_deleted_new (self->store), widget);
}

static void
show_archived_changed_cb (GSettings  *settings,
                          const char *key,
                          ScWindow   *self)
{
  sc_process_list_set_show_archived (self->processes, g_settings_get_boolean (settings, key));
}

static void
enable_changes (ScWindow *self)
{
  const char *names[] = {
    "win.new-process", "win.new-from-stages", "win.new-from-file", "win.new-empty", "win.new-sample",
    "win.undo", "win.redo", "win.undo-change",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], !sc_store_is_read_only (self->store));
  if (sc_store_get_notice (self->store) != NULL)
    adw_banner_set_title (self->read_only_banner, sc_store_get_notice (self->store));
  adw_banner_set_revealed (self->read_only_banner, sc_store_is_read_only (self->store));
}

/* Parked deals are at work from their day on, also where that begins while the window
 * is open. */
static void
wake_deals (ScWindow *self)
{
  if (self->store != NULL && !sc_store_is_read_only (self->store))
    sc_waking_run_async (self->store);
}

static void
take_store (ScWindow *self,
            ScStore  *store)
{
  /* Before anything is shown, which is remembered. */
  g_autofree char *place = sc_last_place_get (self->settings, self->database);

  self->store = g_object_ref (store);
  sc_closing_set_store (self->closing, store);
  sc_store_start_watching (store);
  if (!sc_store_is_read_only (store))
    sc_store_start_copying (store);
  self->user_name = sc_user_name_new (GTK_WIDGET (self), self->settings, store);
  self->reminders = sc_reminders_new (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->settings, store);
  self->processes = sc_process_list_new (store, g_settings_get_boolean (self->settings, "show-archived"));
  sc_sidebar_set_processes (self->sidebar, self->processes);
  sc_window_make_places (self);
  self->process_actions = sc_process_actions_new (GTK_WIDGET (self), self->toasts, store);
  g_signal_connect_object (self->settings, "changed::show-archived", G_CALLBACK (show_archived_changed_cb), self,
                           G_CONNECT_DEFAULT);
  enable_changes (self);
  sc_bad_rows_banner_attach (self->read_only_banner, store);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (wake_deals), self, G_CONNECT_SWAPPED);
  wake_deals (self);

  gtk_stack_set_visible_child_name (self->stack, "main");
  sc_window_show_place (self, place);
  sc_window_focus_content (self);
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE); /* Enter is to do nothing unseen */

  if (self->awaited_action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->awaited_action, NULL);
  g_clear_pointer (&self->awaited_action, g_free);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScWindow) self = user_data;
  g_autofree char *newest_copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_database_open_finish (G_FILE (source), result, &newest_copy, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (store != NULL)
    take_store (self, store);
  else
    {
      const char *path = g_file_peek_path (self->database);
      g_autofree char *text = g_strdup_printf ("%s\n\n%s", error->message, path);

      sc_plain_text_set_page_description (self->failed_page,
                                          strstr (error->message, path) != NULL ? error->message : text);
      gtk_widget_set_visible (self->restore_button, newest_copy != NULL);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore_button), "s", newest_copy != NULL ? newest_copy : "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->restore_button), "win.ask-to-restore");
      gtk_stack_set_visible_child_name (self->stack, "failed");
      g_clear_pointer (&self->awaited_action, g_free);
    }
  if (self->restored != NULL)
    sc_restoring_tell (self->toasts, self->restored);
  g_clear_object (&self->restored);
}

static void
open_database (ScWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  sc_database_open_async (self->database, self->cancellable, opened_cb, g_object_ref (self));
}

static void
try_again_activated (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  open_database (SC_WINDOW (widget));
}

/* The window itself */

static gboolean
sc_window_close_request (GtkWindow *window)
{
  if (!sc_closing_may_close (SC_WINDOW (window)->closing))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (sc_window_parent_class)->close_request (window);
}

static void
sc_window_dispose (GObject *object)
{
  ScWindow *self = SC_WINDOW (object);

  /* GTK's group of a window's actions outlives the window by a moment, and would
   * hand on to it what another window makes of the setting. */
  if (self->kept_pages != NULL)
    g_action_map_remove_action (G_ACTION_MAP (self), "show-archived");
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->kept_pages, sc_kept_pages_free);
  g_clear_object (&self->today_page);
  g_clear_object (&self->process_actions);
  g_clear_object (&self->processes);
  g_clear_object (&self->user_name);
  g_clear_object (&self->reminders);
  if (self->store != NULL)
    {
      sc_store_give_up_window (self->store);
      sc_store_stop_copying (self->store, FALSE);
    }
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_WINDOW);

  G_OBJECT_CLASS (sc_window_parent_class)->dispose (object);
}

static void
sc_window_finalize (GObject *object)
{
  ScWindow *self = SC_WINDOW (object);

  g_clear_object (&self->database);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_free (self->place);
  g_free (self->last_process);
  g_free (self->awaited_action);
  g_clear_object (&self->restored);

  G_OBJECT_CLASS (sc_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const struct {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.new-process", NULL, new_process_activated },
    { "win.new-from-stages", NULL, new_process_activated },
    { "win.new-from-file", NULL, new_process_activated },
    { "win.new-empty", NULL, new_process_activated },
    { "win.new-sample", NULL, new_process_activated },
    { "win.back-up", NULL, back_up_activated },
    { "win.recently-deleted", NULL, recently_deleted_activated },
    { "win.back-up-now", NULL, back_up_now_activated },
    { "win.restore", "s", restore_activated },
    { "win.ask-to-restore", "s", ask_to_restore_activated },
    { "win.try-again", NULL, try_again_activated },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

static void
sc_window_class_init (ScWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_window_dispose;
  object_class->finalize = sc_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = sc_window_close_request;

  g_type_ensure (SC_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/app/sc-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ScWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, saving_banner);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, ScWindow, sidebar);
  install_actions (widget_class);
  sc_window_install_places (widget_class);
  sc_window_install_regions (widget_class);
  sc_window_undo_install (widget_class);
}

/* Taken when the window opens, and not again: another window that is resized
 * does not resize this one. */
static void
bind_size (ScWindow *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  g_settings_bind (self->settings, "window-width", self, "default-width", flags);
  g_settings_bind (self->settings, "window-height", self, "default-height", flags);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", flags);
}

static void
sc_window_init (ScWindow *self)
{
  g_autoptr (GAction) show_archived = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept_pages = sc_kept_pages_new (self->toasts);
  self->closing = sc_closing_new (ADW_APPLICATION_WINDOW (self), self->saving_banner, self->kept_pages);
  sc_shortcuts_add_to_dialogs (ADW_APPLICATION_WINDOW (self));
  sc_window_undo_add_keys (ADW_APPLICATION_WINDOW (self));
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new (APPLICATION_ID);

  show_archived = g_settings_create_action (self->settings, "show-archived");
  g_action_map_add_action (G_ACTION_MAP (self), show_archived);
  bind_size (self);
  sc_dialog_focus_keep (ADW_APPLICATION_WINDOW (self));
  sc_lost_focus_find (ADW_APPLICATION_WINDOW (self));
}

/**
 * sc_window_new:
 * @application: the application
 * @database: the database that it shows; made where there is none
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
ScWindow *
sc_window_new (AdwApplication *application,
               GFile          *database)
{
  ScWindow *self = make_window (GTK_APPLICATION (application), database);

  open_database (self);

  return self;
}

/**
 * sc_window_get_database:
 * @self: a window
 *
 * Returns: (transfer none): the database that it shows
 */
GFile *
sc_window_get_database (ScWindow *self)
{
  g_return_val_if_fail (SC_IS_WINDOW (self), NULL);

  return self->database;
}

/**
 * sc_window_has_failed:
 * @self: a window
 *
 * Returns: whether its database could not be opened
 */
gboolean
sc_window_has_failed (ScWindow *self)
{
  g_return_val_if_fail (SC_IS_WINDOW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "failed") == 0;
}

/**
 * sc_window_get_store:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its open database; %NULL until it is
 *   open
 */
ScStore *
sc_window_get_store (ScWindow *self)
{
  g_return_val_if_fail (SC_IS_WINDOW (self), NULL);

  return self->store;
}

/**
 * sc_window_get_toasts:
 * @self: a window
 *
 * Returns: (transfer none): where it says things in toasts, for sc_toast_show()
 */
GtkWidget *
sc_window_get_toasts (ScWindow *self)
{
  g_return_val_if_fail (SC_IS_WINDOW (self), NULL);

  return GTK_WIDGET (self->toasts);
}
