/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where a copy of the database is to be kept, and writes it there. */

#include "app/sc-back-up.h"

#include <glib/gi18n.h>

#include "store/sc-store-backup.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWindow *window;
  AdwToastOverlay *toasts;
  ScStore *store;
} BackUp;

static void
back_up_free (BackUp *back_up)
{
  g_object_unref (back_up->window);
  g_object_unref (back_up->toasts);
  g_object_unref (back_up->store);
  g_free (back_up);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BackUp, back_up_free)

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (BackUp) back_up = user_data;
  g_autoptr (GError) error = NULL;

  if (!sc_store_backup_finish (SC_STORE (source), result, &error))
    sc_error_dialog_present (GTK_WIDGET (back_up->window), _("Could Not Back Up Database"), error);
  else
    adw_toast_overlay_add_toast (back_up->toasts, adw_toast_new (_("Database backed up")));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (BackUp) back_up = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                              _("“%s” is not on this computer. Choose a file that is."), uri);

      sc_error_dialog_present (GTK_WIDGET (back_up->window), _("Could Not Back Up Database"), error);
      return;
    }

  sc_store_backup_async (back_up->store, g_file_peek_path (file), backed_up_cb, back_up);
  back_up = NULL;
}

/**
 * sc_back_up:
 * @window: the window that it is asked for in
 * @toasts: its toasts, where it is told
 * @store: the database
 *
 * Asks for a file, and copies the database to it.
 */
void
sc_back_up (GtkWindow       *window,
            AdwToastOverlay *toasts,
            ScStore         *store)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *today = sc_date_to_string (sc_clock_today ());
  g_autofree char *name = g_strdup_printf ("stagecraft-%s.db", today);
  BackUp *back_up = g_new0 (BackUp, 1);

  back_up->window = g_object_ref (window);
  back_up->toasts = g_object_ref (toasts);
  back_up->store = g_object_ref (store);
  gtk_file_dialog_set_title (dialog, _("Back Up Database"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb, back_up);
}
