/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog in which something is entered: Escape, and whatever else closes it,
 * asks before that is lost. */

#include "widgets/sc-dialog-guard.h"

#include <glib/gi18n-lib.h>

static void
answered_cb (AdwDialog  *dialog,
             const char *response)
{
  if (!g_str_equal (response, "discard"))
    return;

  sc_unsaved_give_up (SC_UNSAVED (dialog));
  adw_dialog_force_close (dialog);
}

static void
ask (AdwDialog *dialog)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard What You Entered?"), NULL));
  g_autofree char *what = sc_unsaved_describe (SC_UNSAVED (dialog));

  adw_alert_dialog_set_body (question, what);
  adw_alert_dialog_add_responses (question, "keep", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "keep");
  adw_alert_dialog_set_default_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (dialog));
}

static void
close_or_ask_cb (gpointer user_data)
{
  g_autoptr (AdwDialog) dialog = user_data;

  /* Answered by a button, or asked about already. */
  if (gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog)) &&
      !adw_dialog_get_can_close (dialog) && sc_unsaved_get_state (SC_UNSAVED (dialog)) == SC_SAVE_STATE_UNSAVED)
    ask (dialog);
}

/* An alert dialog closes for its buttons too, just before they answer. */
static void
close_attempt_cb (AdwDialog *dialog)
{
  switch (sc_unsaved_get_state (SC_UNSAVED (dialog)))
    {
    case SC_SAVE_STATE_UNSAVED:
      g_idle_add_once (close_or_ask_cb, g_object_ref (dialog));
      break;

    case SC_SAVE_STATE_SAVED:
      adw_dialog_force_close (dialog);
      break;

    case SC_SAVE_STATE_SAVING:
    default:
      break;
    }
}

static void
response_cb (AdwDialog *dialog)
{
  adw_dialog_set_can_close (dialog, TRUE);
  adw_dialog_force_close (dialog);
}

/**
 * sc_dialog_guard:
 * @dialog: a dialog that is an #ScUnsaved
 *
 * Lets the dialog close only where nothing would be lost, or where a person says
 * so. While it saves, it stays. adw_dialog_force_close() closes it in any case,
 * as an alert dialog's responses do.
 */
void
sc_dialog_guard (AdwDialog *dialog)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (SC_IS_UNSAVED (dialog));

  adw_dialog_set_can_close (dialog, FALSE);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  if (ADW_IS_ALERT_DIALOG (dialog))
    g_signal_connect_after (dialog, "response", G_CALLBACK (response_cb), NULL);
}
