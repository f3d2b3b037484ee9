/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The closing of a window: what is typed is saved first, and a person is asked
 * where that can't be done. */

#include "app/sc-closing.h"

#include <glib/gi18n.h>

struct _ScClosing
{
  GObject parent_instance;

  AdwApplicationWindow *window;
  AdwNavigationSplitView *split_view;
  ScKeptPages *kept_pages;
  gboolean is_running; /* it closes as soon as what was typed last is saved */
  gboolean may_lose;
  GtkWidget *focus; /* where it was when the window was to close */
  guint idle;
};

G_DEFINE_FINAL_TYPE (ScClosing, sc_closing, G_TYPE_OBJECT);

static ScProcessPage *
get_process_page (ScClosing *self)
{
  AdwNavigationPage *page = adw_navigation_split_view_get_content (self->split_view);

  return SC_IS_PROCESS_PAGE (page) ? SC_PROCESS_PAGE (page) : NULL;
}

static void
response_cb (ScClosing  *self,
             const char *response)
{
  if (!g_str_equal (response, "close"))
    return;

  sc_kept_pages_give_up (self->kept_pages);
  if (get_process_page (self) != NULL)
    sc_process_page_give_up (get_process_page (self));
  self->may_lose = TRUE;
  gtk_window_close (GTK_WINDOW (self->window));
}

/* Where the user went on typing, the user can go on. */
static void
question_closed_cb (ScClosing *self)
{
  if (!self->may_lose && self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
}

static void
ask (ScClosing *self)
{
  AdwAlertDialog *dialog;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Close Without Saving?"), NULL));
  adw_alert_dialog_set_body (dialog, _("The last changes are not saved, and will be lost."));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "close", _("Close _Without Saving"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (question_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->window));
}

static gboolean
shows_dialog (ScClosing *self)
{
  return adw_application_window_get_visible_dialog (self->window) != NULL;
}

static ScSaveState
get_save_state (ScClosing *self)
{
  ScProcessPage *page = get_process_page (self);
  ScSaveState state = sc_kept_pages_get_save_state (self->kept_pages);

  return page != NULL ? MAX (state, sc_process_page_get_save_state (page)) : state;
}

static void
close_or_ask_cb (gpointer user_data)
{
  ScClosing *self = user_data;
  ScSaveState state;

  self->idle = 0;
  if (!self->is_running)
    return;

  state = get_save_state (self);
  if (state == SC_SAVE_STATE_SAVING || shows_dialog (self))
    return;

  self->is_running = FALSE;
  if (state == SC_SAVE_STATE_SAVED)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    ask (self);
}

static void
sc_closing_dispose (GObject *object)
{
  ScClosing *self = SC_CLOSING (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_weak_pointer (&self->focus);

  G_OBJECT_CLASS (sc_closing_parent_class)->dispose (object);
}

static void
sc_closing_class_init (ScClosingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_closing_dispose;
}

static void
sc_closing_init (ScClosing *self)
{
}

/**
 * sc_closing_new:
 * @window: a window
 * @split_view: where it shows its pages
 * @kept_pages: those that it keeps for what is not saved in them
 *
 * Returns: (transfer full): the closing of the window, which has to outlive it
 */
ScClosing *
sc_closing_new (AdwApplicationWindow   *window,
                AdwNavigationSplitView *split_view,
                ScKeptPages            *kept_pages)
{
  ScClosing *self = g_object_new (SC_TYPE_CLOSING, NULL);

  self->window = window;
  self->split_view = split_view;
  self->kept_pages = kept_pages;
  g_signal_connect_object (window, "notify::visible-dialog", G_CALLBACK (sc_closing_go_on), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sc_closing_is_running:
 * @self: the closing of a window
 *
 * Returns: whether the window closes as soon as everything is saved
 */
gboolean
sc_closing_is_running (ScClosing *self)
{
  g_return_val_if_fail (SC_IS_CLOSING (self), FALSE);

  return self->is_running;
}

/**
 * sc_closing_go_on:
 * @self: the closing of a window
 *
 * Closes the window if it is to close and everything is saved now. Not before
 * the user has read why something could not be saved, and not from within what
 * is done to a dialog that goes.
 */
void
sc_closing_go_on (ScClosing *self)
{
  g_return_if_fail (SC_IS_CLOSING (self));

  if (self->is_running && !shows_dialog (self) && self->idle == 0)
    self->idle = g_idle_add_once (close_or_ask_cb, self);
}

/**
 * sc_closing_may_close:
 * @self: the closing of a window that is asked to close
 *
 * Has what is being typed saved, and where that takes its time, or can't be
 * done, sees to it that the window closes later or a person is asked.
 *
 * Returns: whether the window may close now
 */
gboolean
sc_closing_may_close (ScClosing *self)
{
  gboolean was_unsaved = get_save_state (self) == SC_SAVE_STATE_UNSAVED;
  ScSaveState state;

  /* What is being typed is committed by losing the focus. */
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self->window)));
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  if (get_process_page (self) != NULL)
    sc_process_page_commit (get_process_page (self));

  state = get_save_state (self);
  if (state == SC_SAVE_STATE_SAVED || self->may_lose)
    return TRUE;

  /* What turns out just now to clash is being asked about. */
  if (state == SC_SAVE_STATE_SAVING)
    self->is_running = TRUE;
  else if (was_unsaved && !shows_dialog (self))
    ask (self);

  return FALSE;
}
