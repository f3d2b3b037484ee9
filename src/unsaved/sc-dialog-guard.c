/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Watches over what is entered in a dialog: Escape, and whatever else closes
 * it, asks before that is lost. */

#include "unsaved/sc-dialog-guard.h"

#include <glib/gi18n-lib.h>

struct _ScDialogGuard
{
  GObject parent_instance;

  AdwDialog *dialog; /* which keeps this */
  char *before;      /* what stood in it when it opened */
  gboolean is_touched;
  gboolean is_busy;
  gboolean is_kept;
  gboolean is_discarded;
};

G_DEFINE_FINAL_TYPE (ScDialogGuard, sc_dialog_guard, G_TYPE_OBJECT);

static void
append_text (GtkTextView *view,
             GString     *contents)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_string_append (contents, text);
}

/* Everything that a person can enter. */
static void
append_contents (GtkWidget *widget,
                 GString   *contents)
{
  if (GTK_IS_TEXT (widget))
    g_string_append (contents, gtk_editable_get_text (GTK_EDITABLE (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    append_text (GTK_TEXT_VIEW (widget), contents);
  else if (GTK_IS_CHECK_BUTTON (widget))
    g_string_append_c (contents, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? '1' : '0');
  else if (GTK_IS_SWITCH (widget))
    g_string_append_c (contents, gtk_switch_get_active (GTK_SWITCH (widget)) ? '1' : '0');
  else if (GTK_IS_DROP_DOWN (widget))
    g_string_append_printf (contents, "%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (widget)));
  else if (ADW_IS_COMBO_ROW (widget))
    g_string_append_printf (contents, "%u", adw_combo_row_get_selected (ADW_COMBO_ROW (widget)));
  g_string_append_c (contents, '\n');

  /* What is searched for in a list to choose from is not entered. */
  if (GTK_IS_POPOVER (widget))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_contents (child, contents);
}

static char *
read_contents (ScDialogGuard *self)
{
  GtkWidget *child = ADW_IS_ALERT_DIALOG (self->dialog)
    ? adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (self->dialog))
    : adw_dialog_get_child (self->dialog);
  GString *contents = g_string_new (NULL);

  if (child != NULL)
    append_contents (child, contents);

  return g_string_free (contents, FALSE);
}

static void
mapped_cb (AdwDialog     *dialog,
           ScDialogGuard *self)
{
  if (self->before == NULL)
    self->before = read_contents (self);
}

static void
answered_cb (ScDialogGuard *self,
             const char    *response)
{
  if (!g_str_equal (response, "discard"))
    return;

  self->is_discarded = TRUE;
  adw_dialog_force_close (self->dialog);
}

static void
ask (ScDialogGuard *self)
{
  const char *what = adw_dialog_get_title (self->dialog);
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard What You Entered?"), NULL));
  g_autofree char *body = NULL;

  /* Translators: %s is the title of a dialog, such as New Process */
  body = g_strdup_printf (_("What you entered in “%s” is not saved yet."), what);
  adw_alert_dialog_set_body (question, body);
  adw_alert_dialog_add_responses (question, "keep", _("_Keep Editing"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (question, "keep");
  adw_alert_dialog_set_default_response (question, "keep");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self->dialog));
}

/* An alert dialog closes for its buttons just before they answer. */
static gboolean
is_clicked (GtkWidget *widget)
{
  GSignalInvocationHint *hint = GTK_IS_BUTTON (widget) ? g_signal_get_invocation_hint (widget) : NULL;

  if (hint != NULL && hint->signal_id == g_signal_lookup ("clicked", GTK_TYPE_BUTTON))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_clicked (child))
      return TRUE;

  return FALSE;
}

static void
close_attempt_cb (AdwDialog     *dialog,
                  ScDialogGuard *self)
{
  if (self->is_busy)
    return;

  if (!self->is_kept && sc_dialog_guard_is_edited (self) && !(ADW_IS_ALERT_DIALOG (dialog) && is_clicked (GTK_WIDGET (dialog))))
    ask (self);
  else
    adw_dialog_force_close (dialog);
}

static void
sc_dialog_guard_finalize (GObject *object)
{
  ScDialogGuard *self = SC_DIALOG_GUARD (object);

  g_free (self->before);

  G_OBJECT_CLASS (sc_dialog_guard_parent_class)->finalize (object);
}

static void
sc_dialog_guard_class_init (ScDialogGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_dialog_guard_finalize;
}

static void
sc_dialog_guard_init (ScDialogGuard *self)
{
}

static void
dialog_gone_cb (gpointer data,
                GObject *dialog)
{
  g_object_unref (data);
}

/**
 * sc_dialog_guard_add:
 * @dialog: a dialog that is not shown yet
 *
 * Lets the dialog close only where nothing was entered in it since it opened, or
 * where a person says so. adw_dialog_force_close() closes it in any case, as
 * the buttons of an alert dialog do.
 *
 * Returns: (transfer none): the guard, which lives as long as the dialog
 */
ScDialogGuard *
sc_dialog_guard_add (AdwDialog *dialog)
{
  ScDialogGuard *self = g_object_new (SC_TYPE_DIALOG_GUARD, NULL);

  self->dialog = dialog;
  adw_dialog_set_can_close (dialog, FALSE);
  g_signal_connect (dialog, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), self);
  g_object_weak_ref (G_OBJECT (dialog), dialog_gone_cb, self);

  return self;
}

/**
 * sc_dialog_guard_is_edited:
 * @self: a dialog's guard
 *
 * Returns: whether something else stands in the dialog than when it opened
 */
gboolean
sc_dialog_guard_is_edited (ScDialogGuard *self)
{
  g_autofree char *contents = NULL;

  g_return_val_if_fail (SC_IS_DIALOG_GUARD (self), FALSE);

  if (self->is_touched)
    return TRUE;

  contents = read_contents (self);

  return self->before != NULL && !g_str_equal (contents, self->before);
}

/**
 * sc_dialog_guard_touch:
 * @self: a dialog's guard
 *
 * Says that what the dialog opens with was entered by a person before.
 */
void
sc_dialog_guard_touch (ScDialogGuard *self)
{
  g_return_if_fail (SC_IS_DIALOG_GUARD (self));

  self->is_touched = TRUE;
}

/**
 * sc_dialog_guard_reset:
 * @self: a dialog's guard
 *
 * Says that what stands in the dialog now need not be asked about.
 */
void
sc_dialog_guard_reset (ScDialogGuard *self)
{
  g_return_if_fail (SC_IS_DIALOG_GUARD (self));

  self->is_touched = FALSE;
  g_free (self->before);
  self->before = read_contents (self);
}

/**
 * sc_dialog_guard_set_kept:
 * @self: a dialog's guard
 * @is_kept: whether what stands in the dialog is saved when it is closed, so that there is
 *   nothing to ask
 */
void
sc_dialog_guard_set_kept (ScDialogGuard *self,
                          gboolean       is_kept)
{
  g_return_if_fail (SC_IS_DIALOG_GUARD (self));

  self->is_kept = is_kept;
}

/**
 * sc_dialog_guard_is_discarded:
 * @self: a dialog's guard
 *
 * Returns: whether a person has said that what was entered may be lost
 */
gboolean
sc_dialog_guard_is_discarded (ScDialogGuard *self)
{
  g_return_val_if_fail (SC_IS_DIALOG_GUARD (self), FALSE);

  return self->is_discarded;
}

/**
 * sc_dialog_guard_set_busy:
 * @self: a dialog's guard
 * @is_busy: whether what was entered is at work, and the dialog stays until
 *   that ends
 */
void
sc_dialog_guard_set_busy (ScDialogGuard *self,
                          gboolean       is_busy)
{
  g_return_if_fail (SC_IS_DIALOG_GUARD (self));

  self->is_busy = is_busy;
}
