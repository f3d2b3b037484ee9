/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sc-application.h"

#include <glib/gi18n.h>

#include "app/sc-window.h"

struct _ScApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ScApplication, sc_application, ADW_TYPE_APPLICATION);

static GFile *
default_database (void)
{
  g_autofree char *path = NULL;

  path = g_build_filename (g_get_user_data_dir (), "stagecraft", "stagecraft.db", NULL);

  return g_file_new_for_path (path);
}

static ScWindow *
find_window (ScApplication *self,
             GFile         *database)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (SC_IS_WINDOW (l->data)
          && g_file_equal (sc_window_get_database (l->data), database))
        return l->data;
    }

  return NULL;
}

static void
present_database (ScApplication *self,
                  GFile         *database)
{
  ScWindow *window;

  window = find_window (self, database);
  if (window == NULL)
    window = sc_window_new (self, database);

  gtk_window_present (GTK_WINDOW (window));
}

static void
sc_application_activate (GApplication *application)
{
  g_autoptr (GFile) database = default_database ();

  present_database (SC_APPLICATION (application), database);
}

static int
sc_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  g_autoptr (GFile) database = NULL;
  g_autofree char *path = NULL;
  GVariantDict *options;

  options = g_application_command_line_get_options_dict (command_line);
  if (g_variant_dict_lookup (options, "database", "^ay", &path))
    database = g_application_command_line_create_file_for_arg (command_line, path);
  else
    database = default_database ();

  present_database (SC_APPLICATION (application), database);

  return 0;
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_application_quit (user_data);
}

static void
sc_application_class_init (ScApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = sc_application_activate;
  application_class->command_line = sc_application_command_line;
}

static void
sc_application_init (ScApplication *self)
{
  const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this database"), N_("FILE") },
    { NULL }
  };
  const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_activated_cb },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit",
                                         (const char *[]) { "<Control>q", NULL });
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
                       "resource-base-path", "/io/github/stagecraft/Stagecraft",
                       NULL);
}
