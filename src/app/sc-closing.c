/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The closing of a window. It waits for everything that is on its way, whatever
 * view began it, has saved what is typed, and asks a person about what can't be
 * saved. Waiting shows after a moment; after a while the person is asked about
 * that too. */

#include "app/sc-closing-private.h"

#include <glib/gi18n.h>

#include "app/sc-closing-question.h"
#include "deal/sc-step-dialog.h"
#include "widgets/sc-error-dialog.h"

/* While the window stays open, only what takes so many times longer shows. */
#define BUSY_FACTOR 5

static guint sign_delay_ms = 1000;
static guint question_delay_ms = 10000;

G_DEFINE_FINAL_TYPE (ScClosing, sc_closing, G_TYPE_OBJECT);

static GPtrArray *
list_unsaved (ScClosing *self)
{
  GPtrArray *all = sc_unsaved_list (GTK_WIDGET (self->window));
  GPtrArray *pages = sc_kept_pages_get (self->kept_pages);

  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_extend_and_steal (all, sc_unsaved_list (pages->pdata[i]));

  return all;
}

static void
commit_all (ScClosing *self)
{
  GPtrArray *pages = sc_kept_pages_get (self->kept_pages);

  sc_unsaved_commit_in (GTK_WIDGET (self->window));
  for (guint i = 0; i < pages->len; i++)
    sc_unsaved_commit_in (pages->pdata[i]);
}

static ScSaveState
get_state (ScClosing *self)
{
  g_autoptr (GPtrArray) all = list_unsaved (self);
  ScSaveState state = sc_store_is_idle (self->store) ? SC_SAVE_STATE_SAVED : SC_SAVE_STATE_SAVING;

  for (guint i = 0; i < all->len; i++)
    state = MAX (state, sc_unsaved_get_state (all->pdata[i]));

  return state;
}

static GPtrArray *
list_losses (ScClosing *self)
{
  g_autoptr (GPtrArray) jobs = sc_store_list_jobs (self->store);
  g_autoptr (GPtrArray) all = list_unsaved (self);
  GPtrArray *losses = sc_losses_new ();

  for (guint i = 0; i < jobs->len; i++)
    sc_losses_add_job (losses, jobs->pdata[i]);
  for (guint i = 0; i < all->len; i++)
    if (sc_unsaved_get_state (all->pdata[i]) == SC_SAVE_STATE_UNSAVED)
      sc_losses_add_unsaved (losses, all->pdata[i]);

  return losses;
}

/* The sign */

static void
show_sign (ScClosing *self)
{
  const char *text = self->is_running ? _("Saving… The window closes when everything is saved.")
                                      : _("Saving… Another program may be using the database.");

  adw_banner_set_title (self->banner, text);
  adw_banner_set_button_label (self->banner, self->is_running ? _("_Keep Open") : NULL);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->window), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Whether nobody shows how far it is. */
static gboolean
needs_sign (ScClosing *self)
{
  g_autoptr (GPtrArray) jobs = sc_store_list_jobs (self->store);

  for (guint i = 0; i < jobs->len; i++)
    if (!((ScJob *) jobs->pdata[i])->is_on_show)
      return TRUE;

  return self->is_running;
}

static void
sign_due_cb (gpointer user_data)
{
  ScClosing *self = user_data;

  self->sign_source = 0;
  if (needs_sign (self))
    show_sign (self);
}

static void
busy_cb (ScClosing *self)
{
  if (self->sign_source == 0)
    self->sign_source = g_timeout_add_once (self->is_running ? sign_delay_ms : BUSY_FACTOR * sign_delay_ms, sign_due_cb, self);
}

static void
hide_sign (ScClosing *self)
{
  g_clear_handle_id (&self->sign_source, g_source_remove);
  adw_banner_set_revealed (self->banner, FALSE);
}

static void
idle_cb (ScClosing *self)
{
  if (self->is_running)
    sc_closing_go_on (self);
  else
    hide_sign (self);
}

/* The end */

static void
dismiss_question (ScClosing *self)
{
  g_autoptr (AdwDialog) question = self->question != NULL ? g_object_ref (self->question) : NULL;

  if (question == NULL)
    return;

  g_clear_weak_pointer (&self->question);
  g_signal_handlers_disconnect_by_data (question, self);
  adw_dialog_force_close (question);
}

/* The window is open and stays so. */
static void
stop (ScClosing *self)
{
  self->is_running = FALSE;
  g_clear_handle_id (&self->question_source, g_source_remove);
  hide_sign (self);
  if (self->store != NULL && !sc_store_is_idle (self->store))
    busy_cb (self);
}

static void
close_dialogs (ScClosing *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (self->window)) != NULL)
    if (SC_IS_STEP_DIALOG (dialog))
      sc_step_dialog_drop (SC_STEP_DIALOG (dialog));
    else
      adw_dialog_force_close (dialog);
}

static void
close_now (ScClosing *self)
{
  g_autoptr (GPtrArray) all = list_unsaved (self);

  self->may_lose = TRUE;
  stop (self);
  hide_sign (self);
  sc_store_give_up_jobs (self->store);
  for (guint i = 0; i < all->len; i++)
    sc_unsaved_give_up (all->pdata[i]);
  close_dialogs (self);
  gtk_window_close (GTK_WINDOW (self->window));
}

/* The question */

static void
lead_to_job (ScClosing   *self,
             const ScJob *job)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autoptr (ScDeal) deal = job->deal_id != 0 ? sc_store_load_deal (self->store, job->deal_id, NULL) : NULL;

  if (deal != NULL)
    gtk_widget_activate_action (window, "win.show-deal", "(sx)", deal->process_id, deal->id);
  else if (job->process_id == NULL)
    gtk_widget_activate_action (window, "win.show-today", NULL);
  else if (job->stage_id != NULL)
    gtk_widget_activate_action (window, "win.show-stage", "(ss)", job->process_id, job->stage_id);
  else
    gtk_widget_activate_action (window, "win.show-process", "s", job->process_id);
}

static void
lead_to_unsaved (ScClosing *self,
                 ScUnsaved *unsaved)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (unsaved), SC_TYPE_PROCESS_PAGE);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-process", "s",
                                sc_process_page_get_process_id (SC_PROCESS_PAGE (page)));
  sc_unsaved_reveal (unsaved);
}

static void
chosen_cb (ScClosing    *self,
           const ScLoss *chosen)
{
  g_autoptr (ScUnsaved) unsaved = chosen->unsaved != NULL ? g_object_ref (chosen->unsaved) : NULL;
  g_autoptr (ScJob) job = chosen->job != NULL ? sc_job_copy (chosen->job) : NULL;

  dismiss_question (self);
  stop (self);
  if (unsaved != NULL)
    lead_to_unsaved (self, unsaved);
  else
    lead_to_job (self, job);
}

/* Where the user went on typing, the user can go on. */
static void
restore_focus (ScClosing *self)
{
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
}

static void wait_for_question (ScClosing *self);

static void
response_cb (ScClosing  *self,
             const char *response)
{
  g_clear_weak_pointer (&self->question);
  if (g_str_equal (response, "close"))
    close_now (self);
  else if (g_str_equal (response, "wait"))
    wait_for_question (self);
  else
    stop (self);
}

static void
question_closed_cb (ScClosing *self)
{
  if (!self->may_lose && !self->is_running)
    restore_focus (self);
}

static void
ask (ScClosing *self,
     gboolean   can_wait)
{
  AdwDialog *question = sc_closing_question_new (list_losses (self), can_wait);

  g_set_weak_pointer (&self->question, question);
  g_signal_connect_object (question, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "closed", G_CALLBACK (question_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self->window));
}

/* What another dialog asks comes first. */
static void
question_due_cb (gpointer user_data)
{
  ScClosing *self = user_data;

  self->question_source = 0;
  if (adw_application_window_get_visible_dialog (self->window) != NULL)
    wait_for_question (self);
  else
    ask (self, TRUE);
}

static void
wait_for_question (ScClosing *self)
{
  if (self->question_source == 0)
    self->question_source = g_timeout_add_once (question_delay_ms, question_due_cb, self);
}

static void
start (ScClosing *self)
{
  if (self->is_running)
    return;

  self->is_running = TRUE;
  self->has_failed = FALSE;
  hide_sign (self);
  busy_cb (self);
  wait_for_question (self);
}

/* Not before the user has read why something could not be saved, and has
 * answered what is asked. */
static gboolean
is_held_up (ScClosing *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (self->window);

  return dialog != NULL && dialog != self->question;
}

static void
close_or_ask_cb (gpointer user_data)
{
  ScClosing *self = user_data;
  ScSaveState state;

  self->idle = 0;
  if (!self->is_running || is_held_up (self))
    return;

  state = get_state (self);
  if (state == SC_SAVE_STATE_SAVING)
    return;

  dismiss_question (self);
  stop (self);
  if (state == SC_SAVE_STATE_SAVED && !self->has_failed)
    {
      close_dialogs (self);
      gtk_window_close (GTK_WINDOW (self->window));
    }
  else
    ask (self, FALSE);
}

/* The session ends, and nobody can be asked: what is typed is saved as far as
 * that needs no answer, and what is on its way is still done. */
static void
end (ScClosing *self)
{
  self->may_lose = TRUE;
  stop (self);
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  if (self->store != NULL)
    commit_all (self);
  close_dialogs (self);
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
visible_dialog_changed_cb (ScClosing *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (self->window);

  if (dialog != NULL)
    sc_closing_let_dialog_close (dialog);
  if (self->asking != NULL)
    sc_closing_look_at_asking (self);
  if (SC_IS_ERROR_DIALOG (dialog))
    self->has_failed = TRUE;
  sc_closing_go_on (self);
}

static void
sc_closing_dispose (GObject *object)
{
  ScClosing *self = SC_CLOSING (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->asking_idle, g_source_remove);
  sc_closing_forget_asking (self);
  g_clear_handle_id (&self->sign_source, g_source_remove);
  g_clear_handle_id (&self->question_source, g_source_remove);
  g_clear_weak_pointer (&self->question);
  g_clear_weak_pointer (&self->focus);
  g_clear_object (&self->store);

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

/* By itself libadwaita lets the window's own button close the dialog in front and
 * no more. What is in the dialog is asked about here, and then the window closes. */
static void
close_window_with_its_dialogs (AdwApplicationWindow *window)
{
  GtkWidget *host = gtk_window_get_child (GTK_WINDOW (window));

  g_signal_handlers_block_matched (window, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA,
                                   g_signal_lookup ("close-request", GTK_TYPE_WINDOW), 0, NULL, NULL, host);
}

/**
 * sc_closing_new:
 * @window: a window
 * @banner: where it shows that it waits
 * @kept_pages: those that it keeps for what is not saved in them
 *
 * Gives the window the action `leave`, which closes it with the dialogs that it
 * shows, and `close-front`, which closes the dialog in front, and the window with
 * one that asks first; and `end`, which closes the window without a question.
 *
 * Returns: (transfer full): the closing of the window, which has to outlive it
 */
ScClosing *
sc_closing_new (AdwApplicationWindow *window,
                AdwBanner            *banner,
                ScKeptPages          *kept_pages)
{
  ScClosing *self = g_object_new (SC_TYPE_CLOSING, NULL);
  g_autoptr (GSimpleAction) leave_action = g_simple_action_new ("leave", NULL);
  g_autoptr (GSimpleAction) end_action = g_simple_action_new ("end", NULL);
  g_autoptr (GSimpleAction) close_action = g_simple_action_new ("close-front", NULL);

  self->window = window;
  self->banner = banner;
  self->kept_pages = kept_pages;
  close_window_with_its_dialogs (window);
  adw_banner_set_use_markup (self->banner, FALSE);
  g_signal_connect_object (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (banner, "button-clicked", G_CALLBACK (stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (leave_action, "activate", G_CALLBACK (sc_closing_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (end_action, "activate", G_CALLBACK (end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (close_action, "activate", G_CALLBACK (sc_closing_close_front), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (leave_action));
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (end_action));
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (close_action));

  return self;
}

/**
 * sc_closing_set_store:
 * @self: the closing of a window that has no store yet
 * @store: where what is done in the window is saved
 */
void
sc_closing_set_store (ScClosing *self,
                      ScStore   *store)
{
  g_return_if_fail (SC_IS_CLOSING (self) && self->store == NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "idle", G_CALLBACK (idle_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sc_closing_can_leave:
 * @self: a closing
 *
 * Saves what is typed, as far as that can be saved.
 *
 * Returns: whether nothing is left that can't be; something may be on its way
 */
gboolean
sc_closing_can_leave (ScClosing *self)
{
  commit_all (self);

  return get_state (self) != SC_SAVE_STATE_UNSAVED;
}

/**
 * sc_closing_go_on:
 * @self: the closing of a window
 *
 * To be called when something that it waits for may have ended. Closes the
 * window if it is to close and everything is saved now; not from within what is
 * done to a dialog that goes.
 */
void
sc_closing_go_on (ScClosing *self)
{
  g_return_if_fail (SC_IS_CLOSING (self));

  if (self->is_running && self->idle == 0 && !is_held_up (self))
    self->idle = g_idle_add_once (close_or_ask_cb, self);
}

/**
 * sc_closing_may_close:
 * @self: the closing of a window that is asked to close
 *
 * Has what is being typed saved, and where that takes its time, or can't be
 * done, sees to it that the window closes later or a person is asked.
 *
 * Returns: whether the window may close now; where it shows dialogs, they close
 *   first, or ask before they do
 */
gboolean
sc_closing_may_close (ScClosing *self)
{
  ScSaveState state;

  g_return_val_if_fail (SC_IS_CLOSING (self), TRUE);

  if (self->may_lose)
    return TRUE;
  if (!sc_closing_leave_dialogs (self))
    return FALSE;
  if (self->store == NULL)
    return TRUE;

  /* What is being typed is committed by losing the focus. */
  if (gtk_window_get_focus (GTK_WINDOW (self->window)) != NULL)
    g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self->window)));
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  commit_all (self);

  state = get_state (self);
  if (state == SC_SAVE_STATE_SAVED)
    return TRUE;

  /* What turns out just now to clash is being asked about. */
  if (state == SC_SAVE_STATE_SAVING || is_held_up (self))
    start (self);
  else
    ask (self, FALSE);

  return FALSE;
}

/**
 * sc_closing_set_delays:
 * @sign_ms: after how long it shows that a window waits before it closes; one
 *   that stays open shows it after some times as long
 * @question_ms: after how long a person is asked whether it is to wait on
 *
 * For all windows.
 */
void
sc_closing_set_delays (guint sign_ms,
                       guint question_ms)
{
  sign_delay_ms = sign_ms;
  question_delay_ms = question_ms;
}
