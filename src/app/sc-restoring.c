/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes back to a copy from a window: asks first, does it in a thread, and tells what
 * came of it. A thread of its own, since the database is closed then: there is no store
 * with a worker that could do it. */

#include "app/sc-restoring.h"

#include <glib/gi18n.h>

#include "model/sc-date-text.h"
#include "widgets/sc-error-dialog.h"

/* Somebody may have the store still, and never let it go: then the copy is
 * written into the database as it is open. */
#define PATIENCE_SECONDS 10

typedef struct {
  GTask *task;
  char *path;
  char *copy;
  guint patience;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *self = data;

  g_clear_handle_id (&self->patience, g_source_remove);
  g_free (self->path);
  g_free (self->copy);
  g_free (self);
}

/**
 * sc_restoring_describe_time:
 * @made_at: when a copy was made
 *
 * Returns: (transfer full): that, as one speaks of it: “Yesterday, 13:04”
 */
char *
sc_restoring_describe_time (ScInstant made_at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (made_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *time = g_date_time_format (local, "%H:%M");
  g_autofree char *day = sc_date_text_relative (sc_date_from_instant (made_at), sc_clock_today ());

  /* Translators: a day and a time of that day: “Yesterday, 13:04” */
  return g_strdup_printf (_("%1$s, %2$s"), day, time);
}

typedef struct {
  GtkWidget *window;
  char *copy;
} Answer;

static void
restore_cb (gpointer user_data)
{
  Answer *answer = user_data;

  gtk_widget_activate_action (answer->window, "win.restore", "s", answer->copy);
  g_object_unref (answer->window);
  g_free (answer->copy);
  g_free (answer);
}

/* The window goes with its dialogs: not from within one of them. */
static void
response_cb (AdwAlertDialog *dialog,
             const char     *response,
             gpointer        user_data)
{
  Answer *answer;

  if (!g_str_equal (response, "restore"))
    return;

  answer = g_new0 (Answer, 1);
  answer->window = g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (dialog), GTK_TYPE_WINDOW));
  answer->copy = g_strdup (user_data);
  g_idle_add_once (restore_cb, answer);
}

/**
 * sc_restoring_ask:
 * @parent: where it is asked
 * @copy: a file
 *
 * Asks whether to restore it, and has the window do so by `win.restore`.
 */
void
sc_restoring_ask (GtkWidget  *parent,
                  const char *copy)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Restore This Copy?"), NULL));
  g_autofree char *name = g_path_get_basename (copy);

  /* Translators: %s is a file's name. */
  adw_alert_dialog_format_body (dialog, _("The database will be as it was in “%s”. The present one is kept beside "
                                          "it, under a name with today’s date."), name);
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_strdup (copy),
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static void
restore_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Restoring *self = data;
  g_autofree char *kept_as = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;

  /* What was let go may not be closed yet. */
  sc_store_wait_until_closed ();
  if (!sc_store_restore (self->copy, self->path, &kept_as, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (kept_as == NULL)
    {
      g_task_return_pointer (task, g_strdup (_("Copy restored")), g_free);
      return;
    }

  name = g_path_get_basename (kept_as);
  /* Translators: %s is a file's name. */
  g_task_return_pointer (task, g_strdup_printf (_("Copy restored. The previous database is “%s”."), name), g_free);
}

static void
begin (GTask *task)
{
  Restoring *self = g_task_get_task_data (task);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_task_run_in_thread (task, restore_in_thread);
  g_object_unref (task);
}

static void
patience_cb (gpointer user_data)
{
  GTask *task = user_data;
  Restoring *self = g_task_get_task_data (task);

  self->patience = 0;
  begin (task);
}

static gboolean
begin_cb (gpointer user_data)
{
  GTask *task = user_data;
  Restoring *self = g_task_get_task_data (task);

  /* Else it has begun. */
  if (self->patience != 0)
    begin (task);

  return G_SOURCE_REMOVE;
}

/* In whatever thread let it go last. */
static void
store_closed_cb (gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, begin_cb, user_data, g_object_unref);
}

/**
 * sc_restoring_run_async:
 * @database: a database
 * @store: (transfer full) (nullable): the same, where it was open; nobody is to
 *   use it any more
 * @copy: the file to restore
 * @cancellable: (nullable): for who does not want to be told
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Waits for the store to be closed, and restores the copy.
 */
void
sc_restoring_run_async (GFile              *database,
                        ScStore            *store,
                        const char         *copy,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  GTask *task = g_task_new (database, cancellable, callback, user_data);
  Restoring *self = g_new0 (Restoring, 1);

  self->path = g_file_get_path (database);
  self->copy = g_strdup (copy);
  g_task_set_source_tag (task, sc_restoring_run_async);
  g_task_set_task_data (task, self, restoring_free);
  if (store == NULL)
    {
      begin (task);
      return;
    }

  self->patience = g_timeout_add_seconds_once (PATIENCE_SECONDS, patience_cb, task);
  sc_store_stop_copying (store, TRUE);
  sc_store_set_closed_func (store, store_closed_cb, g_object_ref (task));
  g_object_unref (store);
}

/**
 * sc_restoring_tell:
 * @toasts: where it is told
 * @result: the callback's result
 *
 * Tells what came of it.
 */
void
sc_restoring_tell (AdwToastOverlay *toasts,
                   GAsyncResult    *result)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = g_task_propagate_pointer (G_TASK (result), &error);
  AdwToast *toast;

  if (done == NULL)
    {
      sc_error_dialog_present (GTK_WIDGET (toasts), _("The Copy Was Not Restored"), error);
      return;
    }

  toast = adw_toast_new (done);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (toasts, toast);
}
