/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo, one for a whole window: of the last change that was made in it,
 * in whatever process and wherever the focus is. It says what it has taken back
 * and leads there. A text that is being typed has its own undo, until it is
 * saved. */

#include "app/sc-window-private.h"

#include <glib/gi18n.h>

#include "unsaved/sc-unsaved.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

/* One that is asked for. */
typedef struct {
  ScWindow *window;
  gboolean is_redo;
} Asked;

static void take_back (ScWindow  *window,
                       ScCommand *command,
                       gboolean   is_redo);

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->window);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* A publication that is to be taken back. */
typedef struct {
  ScWindow *window;
  gint64 change_id;
} Publication;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Publication *publication = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "take-back") && sc_window_get_store (publication->window) != NULL)
    take_back (publication->window, sc_command_undo_change (publication->change_id), FALSE);
  g_object_unref (publication->window);
  g_free (publication);
}

static void
ask (ScWindow        *window,
     const ScOutcome *outcome)
{
  g_autoptr (ScProcess) process = sc_store_load_process (sc_window_get_store (window), outcome->process_id, NULL);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Unpublish the Process?"), NULL));
  Publication *publication = g_new0 (Publication, 1);

  publication->window = g_object_ref (window);
  publication->change_id = outcome->publication_id;
  adw_alert_dialog_format_body (dialog,
                                /* Translators: %s is a process */
                                _("“%s” becomes a draft again, and the deals that publishing it has moved go back to "
                                  "where they stood. This can be redone."),
                                process != NULL ? process->name : "");
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "take-back", _("_Unpublish"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "take-back", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (window), NULL, answered_cb, publication);
}

/* That there is nothing to take back, or that it was taken back already, is no
 * failure. */
static void
tell_failure (ScWindow     *window,
              gboolean      is_redo,
              const GError *error)
{
  if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND)
      || g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID))
    sc_toast_show (sc_window_get_toasts (window), error->message);
  else
    sc_error_dialog_present (GTK_WIDGET (window), is_redo ? _("Nothing Was Redone") : _("Nothing Was Undone"), error);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  ScWindow *window = asked->window;

  if (sc_window_get_store (window) == NULL)
    return;

  if (outcome == NULL)
    tell_failure (window, asked->is_redo, error);
  else if (outcome->publication_id != 0)
    ask (window, outcome);
  else
    {
      sc_change_tell_taken_back (sc_window_get_toasts (window), outcome, asked->is_redo);
      sc_window_lead_to (window, outcome, asked->is_redo);
    }
}

static void
take_back (ScWindow  *window,
           ScCommand *command,
           gboolean   is_redo)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->window = g_object_ref (window);
  asked->is_redo = is_redo;
  sc_command_run_async (command, sc_window_get_store (window), NULL, taken_back_cb, asked);
}

static void
undo_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  if (sc_window_get_store (SC_WINDOW (widget)) != NULL)
    take_back (SC_WINDOW (widget), sc_command_undo_or_ask (0), FALSE);
}

static void
redo_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  if (sc_window_get_store (SC_WINDOW (widget)) != NULL)
    take_back (SC_WINDOW (widget), sc_command_redo (SC_CHANGES_OF_WINDOW, NULL), TRUE);
}

/* A toast's button. */
static void
undo_change_activated (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  if (sc_window_get_store (SC_WINDOW (widget)) != NULL)
    take_back (SC_WINDOW (widget), sc_command_undo_or_ask (g_variant_get_int64 (parameter)), FALSE);
}

/**
 * sc_window_undo_install:
 * @widget_class: the window's class
 *
 * Gives windows the actions `win.undo`, `win.redo` and `win.undo-change`, which
 * takes a change's number, and the keys of the first two.
 */
void
sc_window_undo_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated);
  gtk_widget_class_install_action (widget_class, "win.undo-change", "x", undo_change_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static gboolean
is_being_typed (GtkWidget *focus)
{
  ScUnsaved *owner = sc_unsaved_find_owner (focus);

  return owner == NULL || sc_unsaved_get_state (owner) == SC_SAVE_STATE_UNSAVED;
}

/* A text goes on to remember what was typed when that is saved. */
static gboolean
pass_by_saved_text (GtkWidget *widget,
                    GVariant  *arguments,
                    gpointer   action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (!(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) || is_being_typed (focus)
      || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (widget, action, NULL);
}

/**
 * sc_window_undo_add_keys:
 * @window: a window
 *
 * Has the keys work in a field, too, when what was typed in it is saved.
 */
void
sc_window_undo_add_keys (AdwApplicationWindow *window)
{
  static const struct {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Control>z", "win.undo" },
    { "<Control><Shift>z", "win.redo" },
    { "<Control>y", "win.redo" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_callback_action_new (pass_by_saved_text,
                                                                                     (gpointer) keys[i].action, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}
