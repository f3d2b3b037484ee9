/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog that opens in a narrow window becomes a bottom sheet while its first
 * frames are made, and on the way each change of its layout moves the focus on
 * by one (libadwaita 1.7); a menu that it was chosen from gives the focus back when
 * the dialog has it already. Here it is brought back to where the dialog wants
 * it, for every dialog of a window. */

#include "app/sc-dialog-focus.h"

/* So many frames without a move mean that the dialog has found its layout. */
#define N_QUIET_FRAMES 3
#define N_FRAMES_AT_MOST 15

typedef struct {
  GtkWidget *focus;
  guint n_frames;
  guint n_quiet;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_clear_weak_pointer (&keeping->focus);
  g_free (keeping);
}

static gboolean
frame_cb (GtkWidget     *dialog,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Keeping *keeping = user_data;
  GtkRoot *root = gtk_widget_get_root (dialog);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Before the first frame, and so behind whoever presented the dialog. */
  if (keeping->n_frames == 0)
    g_set_weak_pointer (&keeping->focus, adw_dialog_get_focus (ADW_DIALOG (dialog)));
  if (keeping->focus == NULL)
    return G_SOURCE_REMOVE;

  if (focus != NULL && (focus == keeping->focus || gtk_widget_is_ancestor (focus, keeping->focus)))
    {
      keeping->n_quiet++;
    }
  else
    {
      gtk_widget_grab_focus (keeping->focus);
      keeping->n_quiet = 0;
    }

  return keeping->n_quiet < N_QUIET_FRAMES && ++keeping->n_frames < N_FRAMES_AT_MOST;
}

static void
visible_dialog_changed_cb (AdwApplicationWindow *window,
                           GParamSpec           *pspec,
                           gpointer              user_data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (dialog != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (dialog), frame_cb, g_new0 (Keeping, 1), keeping_free);
}

/**
 * sc_dialog_focus_keep:
 * @window: a window
 *
 * Lets the dialogs of the window begin with the focus where they want it, also
 * where the window is narrow, or a menu closes behind them.
 */
void
sc_dialog_focus_keep (AdwApplicationWindow *window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), NULL);
}
