/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/sc-error-dialog.h"

#include <glib/gi18n-lib.h>

/**
 * sc_error_dialog_present:
 * @parent: (nullable): a widget of the window that the error happened in;
 *   %NULL where no window is left, and the error can only be logged
 * @heading: what could not be done, a whole sentence in the user's language
 * @error: why, and what to do; a cancelled operation is nobody's news, and
 *   nothing is shown
 *
 * Shows an error to the user.
 */
void
sc_error_dialog_present (GtkWidget    *parent,
                         const char   *heading,
                         const GError *error)
{
  AdwAlertDialog *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (parent == NULL)
    {
      g_message ("%s: %s", heading, error->message);
      return;
    }

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, error->message));
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_alert_dialog_set_default_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
