/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens an address or a file in the program that the system has for it. */

#include "deal/sc-launch.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-error-dialog.h"

/* A user who lets it be has seen why. */
static void
tell (GtkWidget    *origin,
      const GError *error)
{
  if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED)
      && gtk_widget_get_root (origin) != NULL)
    sc_error_dialog_present (origin, _("No Program Could Open It"), error);
}

static void
uri_launched_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GtkWidget) origin = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    tell (origin, error);
}

static void
file_launched_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GtkWidget) origin = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    tell (origin, error);
}

/**
 * sc_launch_uri:
 * @origin: the widget that asks
 * @uri: an address
 *
 * Opens it; where nothing can, the user is told.
 */
void
sc_launch_uri (GtkWidget  *origin,
               const char *uri)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (origin)), NULL, uri_launched_cb,
                           g_object_ref (origin));
}

/**
 * sc_launch_file:
 * @origin: the widget that asks
 * @file: a file
 *
 * Opens it; where nothing can, the user is told.
 */
void
sc_launch_file (GtkWidget *origin,
                GFile     *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (origin)), NULL, file_launched_cb,
                            g_object_ref (origin));
}
