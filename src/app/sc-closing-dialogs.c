/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closes the dialogs that are in front of a window before the window itself: each
 * may ask first, and what was answered decides whether the window goes on closing. */

#include "app/sc-closing-private.h"

#include "deal/sc-step-dialog.h"

void
sc_closing_forget_asking (ScClosing *self)
{
  if (self->asking != NULL)
    g_signal_handlers_disconnect_by_data (self->asking, self);
  g_clear_weak_pointer (&self->asking);
}

static void
asking_due_cb (gpointer user_data)
{
  ScClosing *self = user_data;

  self->asking_idle = 0;
  if (self->asking == NULL)
    sc_closing_leave (self);
  else if (adw_application_window_get_visible_dialog (self->window) == self->asking)
    sc_closing_forget_asking (self);
}

/* Once the dialog was let go, the window goes on closing; once it was kept, all
 * is as it was. What was chosen comes after the question has gone. */
void
sc_closing_look_at_asking (ScClosing *self)
{
  if (self->asking_idle == 0)
    self->asking_idle = g_idle_add_once (asking_due_cb, self);
}

static void
asking_closed_cb (ScClosing *self)
{
  sc_closing_forget_asking (self);
  sc_closing_look_at_asking (self);
}

/* Whether it did, or what it asks is answered first. */
static gboolean
close_dialog (ScClosing *self,
              AdwDialog *dialog)
{
  sc_closing_forget_asking (self);
  g_set_weak_pointer (&self->asking, dialog);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (asking_closed_cb), self, G_CONNECT_SWAPPED);
  if (SC_IS_STEP_DIALOG (dialog))
    sc_step_dialog_leave (SC_STEP_DIALOG (dialog));
  else
    adw_dialog_close (dialog);

  g_clear_handle_id (&self->asking_idle, g_source_remove);
  if (self->asking == NULL)
    return TRUE;

  if (adw_application_window_get_visible_dialog (self->window) == dialog)
    sc_closing_forget_asking (self);

  return FALSE;
}

/* A dialog that has to stay says why, and then so does the window. */
gboolean
sc_closing_leave_dialogs (ScClosing *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (self->window)) != NULL)
    if (!close_dialog (self, dialog))
      return FALSE;

  return TRUE;
}

void
sc_closing_leave (ScClosing *self)
{
  if (sc_closing_leave_dialogs (self))
    gtk_window_close (GTK_WINDOW (self->window));
}

/* What is in front. A dialog that asks first takes the window with it. */
void
sc_closing_close_front (ScClosing *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (self->window);

  if (dialog != NULL)
    close_dialog (self, dialog);
  else
    gtk_window_close (GTK_WINDOW (self->window));
}

/* Escape and the button of a dialog ask for its window to be closed, as libadwaita
 * has them: what they mean is the dialog. */
void
sc_closing_let_dialog_close (AdwDialog *dialog)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("close", NULL);

  g_signal_connect_object (action, "activate", G_CALLBACK (adw_dialog_close), dialog, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (dialog), "window", G_ACTION_GROUP (group));
}
