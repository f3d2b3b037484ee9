/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a contact of a deal: who it is, what they are there, and how they are reached. */

#include "deal/sc-contact-dialog.h"

#include <glib/gi18n-lib.h>

#include "unsaved/sc-dialog-guard.h"

struct _ScContactDialog
{
  AdwAlertDialog parent_instance;

  AdwEntryRow *name_row;
  AdwComboRow *part_row;
  AdwEntryRow *phone_row;
  AdwEntryRow *email_row;

  ScDialogGuard *guard;
  gint64 person_id;
};

G_DEFINE_FINAL_TYPE (ScContactDialog, sc_contact_dialog, ADW_TYPE_ALERT_DIALOG);

/* %NULL where nothing is typed. */
static char *
dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
changed_cb (ScContactDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "save", name != NULL);
}

static void
sc_contact_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_CONTACT_DIALOG);

  G_OBJECT_CLASS (sc_contact_dialog_parent_class)->dispose (object);
}

static void
sc_contact_dialog_class_init (ScContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_contact_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScContactDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ScContactDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, ScContactDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, ScContactDialog, email_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sc_contact_dialog_init (ScContactDialog *self)
{
  g_autoptr (GtkStringList) parts = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SC_N_CONTACT_PARTS; i++)
    gtk_string_list_append (parts, sc_contact_part_get_title (i));
  adw_combo_row_set_model (self->part_row, G_LIST_MODEL (parts));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name_row));
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * sc_contact_dialog_new:
 * @contact: (nullable): a contact to be changed, %NULL for one more
 *
 * Returns: (transfer floating): a dialog with the responses “cancel” and “save”
 */
AdwDialog *
sc_contact_dialog_new (const ScContact *contact)
{
  ScContactDialog *self = g_object_new (SC_TYPE_CONTACT_DIALOG, NULL);

  if (contact == NULL)
    return ADW_DIALOG (self);

  self->person_id = contact->person_id;
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _("Edit Contact"));
  set_text (self->name_row, contact->name);
  set_text (self->phone_row, contact->phone);
  set_text (self->email_row, contact->email);
  adw_combo_row_set_selected (self->part_row, contact->part);

  return ADW_DIALOG (self);
}

/**
 * sc_contact_dialog_ask_again:
 * @dialog: a contact dialog
 *
 * Returns: (transfer floating): another one that asks the same, with what is entered in
 *   @dialog
 */
AdwDialog *
sc_contact_dialog_ask_again (AdwAlertDialog *dialog)
{
  ScContactDialog *old = SC_CONTACT_DIALOG (dialog);
  g_autoptr (ScContact) contact = sc_contact_dialog_create_contact (old);
  AdwDialog *again = sc_contact_dialog_new (contact);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (again), adw_alert_dialog_get_heading (dialog));
  sc_dialog_guard_touch (SC_CONTACT_DIALOG (again)->guard);

  return again;
}

/**
 * sc_contact_dialog_create_contact:
 * @self: a dialog
 *
 * Returns: (transfer full): the contact that is entered
 */
ScContact *
sc_contact_dialog_create_contact (ScContactDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  g_autofree char *phone = dup_text (self->phone_row);
  g_autofree char *email = dup_text (self->email_row);
  ScContact *contact = sc_contact_new (name, adw_combo_row_get_selected (self->part_row), phone, email);

  contact->person_id = self->person_id;

  return contact;
}
