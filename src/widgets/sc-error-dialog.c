/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells why something could not be done. Of a type of its own, so that whoever
 * waits for what is done can see that it has failed. */

#include "widgets/sc-error-dialog.h"

#include <glib/gi18n-lib.h>

struct _ScErrorDialog
{
  AdwAlertDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ScErrorDialog, sc_error_dialog, ADW_TYPE_ALERT_DIALOG);

static void
sc_error_dialog_class_init (ScErrorDialogClass *klass)
{
}

static void
sc_error_dialog_init (ScErrorDialog *self)
{
}

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

  dialog = g_object_new (SC_TYPE_ERROR_DIALOG,
                         "heading", heading,
                         "body", error->message,
                         NULL);
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_alert_dialog_set_default_response (dialog, "close");
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

/**
 * sc_conflict_get_advice:
 *
 * Tells what to do where a form was refused because somebody else had changed its
 * subject meanwhile, and now holds theirs beside what was entered.
 *
 * Returns: sentences in the user's language
 */
const char *
sc_conflict_get_advice (void)
{
  return _("Somebody else has changed it meanwhile. "
           "Save again to have it as you have entered it, or cancel to leave it as theirs.");
}
