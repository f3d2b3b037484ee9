/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program with its windows: one for each database, opened, raised and closed, and
 * the end of the session. */

#include "config.h"

#include "app/sc-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "app/sc-preferences.h"
#include "app/sc-shortcuts.h"
#include "app/sc-window.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

struct _ScApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  guint terminate_sources[3];
};

G_DEFINE_FINAL_TYPE (ScApplication, sc_application, ADW_TYPE_APPLICATION);

/* The database opened last, or else the one in the user's data folder. */
static GFile *
get_usual_database (ScApplication *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "database");
  g_autofree char *path = NULL;

  if (last[0] != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (last);

  path = sc_store_get_default_path ();

  return g_file_new_for_path (path);
}

static char *
get_file_id (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE)) : NULL;
}

/* Also where one of the names is a link to the other. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  g_autofree char *id_a = get_file_id (a);
  g_autofree char *id_b = get_file_id (b);

  return g_file_equal (a, b) || (id_a != NULL && g_strcmp0 (id_a, id_b) == 0);
}

static ScWindow *
find_window (ScApplication *self,
             GFile         *database)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (SC_IS_WINDOW (l->data) && is_same_file (sc_window_get_database (l->data), database))
      return l->data;

  return NULL;
}

static ScWindow *
present_database (ScApplication *self,
                  GFile         *database)
{
  ScWindow *window = find_window (self, database);

  if (window == NULL)
    window = sc_window_new (ADW_APPLICATION (self), database);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static ScWindow *
present_any (ScApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GFile) database = NULL;

  if (SC_IS_WINDOW (active))
    {
      gtk_window_present (active);
      return SC_WINDOW (active);
    }

  database = get_usual_database (self);

  return present_database (self, database);
}

static void
sc_application_activate (GApplication *application)
{
  present_any (SC_APPLICATION (application));
}

static int
sc_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  ScApplication *self = SC_APPLICATION (application);
  g_autoptr (GFile) database = NULL;
  g_autofree char *path = NULL;
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);

  if (g_variant_dict_lookup (options, "database", "^ay", &path))
    database = g_application_command_line_create_file_for_arg (command_line, path);
  else
    database = get_usual_database (self);

  present_database (self, database);

  return 0;
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkApplication *self = user_data;
  GList *windows = g_list_copy (gtk_application_get_windows (self));

  /* Each commits what is being typed, and closes its dialogs first. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (SC_IS_WINDOW (l->data))
      g_action_group_activate_action (l->data, "leave", NULL);
    else
      gtk_window_close (l->data);
  g_list_free (windows);
}

/* As sessions end, a terminal closes, or somebody interrupts. What is on its way
 * holds the application. */
static gboolean
terminate_cb (gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    if (SC_IS_WINDOW (l->data))
      g_action_group_activate_action (l->data, "end", NULL);
    else
      gtk_window_destroy (l->data);
  g_list_free (windows);

  return G_SOURCE_CONTINUE;
}

typedef struct {
  GtkApplication *application;
  guint cookie;
} Hold;

static void
saved_cb (ScStore *store,
          Hold    *hold)
{
  gtk_application_uninhibit (hold->application, hold->cookie);
  g_signal_handlers_disconnect_by_func (store, saved_cb, hold);
}

static void
hold_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* The session is to end. It waits for what is typed, as far as that needs no
 * answer, and for what is on its way. */
static void
query_end_cb (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      ScStore *store = SC_IS_WINDOW (l->data) ? sc_window_get_store (l->data) : NULL;
      Hold *hold;
      guint cookie;

      if (store == NULL)
        continue;

      sc_unsaved_commit_in (l->data);
      if (sc_store_is_idle (store))
        continue;

      cookie = gtk_application_inhibit (application, l->data, GTK_APPLICATION_INHIBIT_LOGOUT,
                                        _("Changes are being saved"));
      if (cookie == 0)
        continue;

      hold = g_new0 (Hold, 1);
      hold->application = application;
      hold->cookie = cookie;
      g_signal_connect_data (store, "idle", G_CALLBACK (saved_cb), hold, hold_free, G_CONNECT_DEFAULT);
    }
}

static void
database_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (ScApplication) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  GtkWindow *window;

  if (file == NULL)
    return;

  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (g_file_peek_path (file) == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                              _("“%s” is not on this computer. Copy it here first."), uri);

      sc_error_dialog_present (GTK_WIDGET (window), _("Could Not Open Database"), error);
      return;
    }

  g_settings_set_string (self->settings, "database", g_file_peek_path (file));
  if (GTK_WINDOW (present_database (self, file)) != window && SC_IS_WINDOW (window) &&
      sc_window_has_failed (SC_WINDOW (window)))
    gtk_window_close (window);
}

static void
open_database_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  ScApplication *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open Database"));
  gtk_file_dialog_open (dialog, gtk_application_get_active_window (GTK_APPLICATION (self)), NULL,
                        database_chosen_cb, g_object_ref (self));
}

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  ScWindow *window = present_any (user_data);

  adw_dialog_present (sc_preferences_dialog_new (sc_window_get_store (window)), GTK_WIDGET (window));
}

static void
shortcuts_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  adw_dialog_present (sc_shortcuts_dialog_new (), GTK_WIDGET (present_any (user_data)));
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);

  adw_about_dialog_set_application_name (about, _("Stagecraft"));
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, PACKAGE_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Stagecraft developers"));
  adw_about_dialog_set_copyright (about, _("© 2026 The Stagecraft developers"));
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (about, _("Design your sales process, then work it."));
  /* Translators: your names, a line each */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  adw_dialog_present (dialog, GTK_WIDGET (present_any (user_data)));
}

/* The desktop file's own actions. */
static void
new_process_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (present_any (user_data)), "win.new-process", NULL);
}

static void
today_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (present_any (user_data)), "win.lead-to-today", NULL);
}

/* From a notification: to the deal that it speaks of. */
static void
open_deal_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_autoptr (GFile) database = NULL;
  ScWindow *window;
  const char *path, *process_id;
  gint64 deal_id;

  g_variant_get (parameter, "(&s&sx)", &path, &process_id, &deal_id);
  database = g_file_new_for_path (path);
  window = present_database (user_data, database);
  if (sc_window_get_store (window) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-deal", "(sx)", process_id, deal_id);
}

static ScActivity *
find_step (ScStore *store,
           gint64   deal_id,
           gint64   step_id)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (store, deal_id, NULL);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      ScActivity *step = steps->pdata[i];

      if (step->id == step_id && step->done_at == 0)
        return g_ptr_array_steal_index (steps, i);
    }

  return NULL;
}

/* From a notification, too: what is done already needs nothing. */
static void
complete_step_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  g_autoptr (ScActivity) step = NULL;
  g_autoptr (GFile) database = NULL;
  ScWindow *window;
  ScStore *store;
  const char *path;
  gint64 deal_id, step_id;

  g_variant_get (parameter, "(&sxx)", &path, &deal_id, &step_id);
  database = g_file_new_for_path (path);
  window = find_window (user_data, database);
  if (window == NULL)
    window = present_database (user_data, database);
  store = sc_window_get_store (window);
  if (store == NULL)
    return;

  step = find_step (store, deal_id, step_id);
  if (step != NULL)
    sc_change_run (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)), store, sc_command_complete_activity (step), _("Step done"), NULL, NULL);
}

static void
drained_cb (ScStore      *store,
            GApplication *application)
{
  g_signal_handlers_disconnect_by_func (store, drained_cb, application);
  g_object_unref (store);
  g_application_release (application);
}

/* However its window has gone, what was given to a store is still done. */
static void
sc_application_window_removed (GtkApplication *application,
                               GtkWindow      *window)
{
  ScStore *store = SC_IS_WINDOW (window) ? sc_window_get_store (SC_WINDOW (window)) : NULL;

  if (store != NULL && !sc_store_is_idle (store))
    {
      g_application_hold (G_APPLICATION (application));
      g_signal_connect_object (g_object_ref (store), "idle", G_CALLBACK (drained_cb), application, G_CONNECT_DEFAULT);
    }

  GTK_APPLICATION_CLASS (sc_application_parent_class)->window_removed (application, window);
}

static void
sc_application_finalize (GObject *object)
{
  ScApplication *self = SC_APPLICATION (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->terminate_sources); i++)
    g_clear_handle_id (&self->terminate_sources[i], g_source_remove);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sc_application_parent_class)->finalize (object);
}

static void
sc_application_class_init (ScApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sc_application_finalize;
  GTK_APPLICATION_CLASS (klass)->window_removed = sc_application_window_removed;
  application_class->activate = sc_application_activate;
  application_class->command_line = sc_application_command_line;
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
  { .name = "open-database", .activate = open_database_activated_cb },
  { .name = "preferences", .activate = preferences_activated_cb },
  { .name = "shortcuts", .activate = shortcuts_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "new-process", .activate = new_process_activated_cb },
  { .name = "today", .activate = today_activated_cb },
  { .name = "open-deal", .parameter_type = "(ssx)", .activate = open_deal_activated_cb },
  { .name = "complete-step", .parameter_type = "(sxx)", .activate = complete_step_activated_cb },
};

static void
sc_application_init (ScApplication *self)
{
  const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this database"), N_("FILE") },
    { NULL }
  };

  const int signals[] = { SIGTERM, SIGINT, SIGHUP };

  self->settings = g_settings_new (APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->terminate_sources[i] = g_unix_signal_add (signals[i], terminate_cb, self);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  sc_shortcuts_set_accels (GTK_APPLICATION (self));
}

/**
 * sc_application_new:
 *
 * Returns: (transfer full): the application, one on a session bus
 */
ScApplication *
sc_application_new (void)
{
  return g_object_new (SC_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "register-session", TRUE,
                       "resource-base-path", "/io/github/stagecraft/Stagecraft",
                       NULL);
}
