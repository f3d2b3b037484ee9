/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a deal is about: its own person, whose fields stand above, and others, with what
 * each is there, and a way to call or write to them. */

#include "deal/sc-deal-contacts.h"

#include <glib/gi18n-lib.h>

#include "change/sc-contact-commands.h"
#include "deal/sc-contact-dialog.h"
#include "deal/sc-contact-uri.h"
#include "deal/sc-deal-text.h"
#include "deal/sc-launch.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-change.h"
#include "widgets/sc-group-rows.h"

struct _ScDealContacts
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  ScStore *store;
  ScDealDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ScDealContacts, sc_deal_contacts, ADW_TYPE_PREFERENCES_GROUP);

/* Which contact is asked about: the last place is for one more. */
typedef struct {
  ScDealDossier *dossier;
  guint position;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  sc_deal_dossier_unref (self->dossier);
  g_free (self);
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        data)
{
  const Asked *asked = data;
  g_autoptr (GPtrArray) after = sc_contacts_copy (asked->dossier->contacts);
  ScContact *contact = sc_contact_dialog_create_contact (SC_CONTACT_DIALOG (dialog));

  if (asked->position < after->len)
    sc_contact_free (g_ptr_array_steal_index (after, asked->position));
  g_ptr_array_insert (after, (int) asked->position, contact);

  return sc_command_edit_contacts (asked->dossier->deal, asked->dossier->contacts, after);
}

static void
ask (ScDealContacts *self,
     guint           position)
{
  GPtrArray *contacts = self->dossier->contacts;
  const ScContact *contact = position < contacts->len ? contacts->pdata[position] : NULL;
  const ScAskChange change = { .response = "save", .create_command = create_command, .ask_again = sc_contact_dialog_ask_again,
                               .message = contact != NULL ? _("Contact changed") : _("Contact added"),
                               .free_data = asked_free };
  Asked *asked = g_new0 (Asked, 1);

  asked->dossier = sc_deal_dossier_ref (self->dossier);
  asked->position = position;
  sc_ask_change (sc_contact_dialog_new (contact), GTK_WIDGET (self), self->store, &change, asked);
}

static void
add_clicked_cb (ScDealContacts *self)
{
  if (self->dossier != NULL)
    ask (self, self->dossier->contacts->len);
}

/* The contact whose row it is, or that a button of its row is about. */
static guint
find_position (ScDealContacts *self,
               GtkWidget      *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
  guint position = 0;

  g_ptr_array_find (self->rows, row, &position);

  return position;
}

static void
row_activated_cb (ScDealContacts *self,
                  GtkWidget      *row)
{
  ask (self, find_position (self, row));
}

static void
remove_clicked_cb (ScDealContacts *self,
                   GtkWidget      *button)
{
  g_autoptr (GPtrArray) after = sc_contacts_copy (self->dossier->contacts);

  g_ptr_array_remove_index (after, find_position (self, button));
  sc_change_run (GTK_WIDGET (self), self->store, sc_command_edit_contacts (self->dossier->deal, self->dossier->contacts, after),
                 _("Contact removed"), NULL, NULL);
}

static void
call_clicked_cb (ScDealContacts *self,
                 GtkWidget      *button)
{
  const ScContact *contact = self->dossier->contacts->pdata[find_position (self, button)];
  g_autofree char *uri = sc_phone_uri_new (contact->phone);

  if (uri != NULL)
    sc_launch_uri (GTK_WIDGET (self), uri);
}

static void
write_clicked_cb (ScDealContacts *self,
                  GtkWidget      *button)
{
  const ScContact *contact = self->dossier->contacts->pdata[find_position (self, button)];
  g_autofree char *uri = sc_mail_uri_new (contact->email, NULL, NULL);

  if (uri != NULL)
    sc_launch_uri (GTK_WIDGET (self), uri);
}

static void
add_button (ScDealContacts *self,
            GtkWidget      *row,
            const char     *icon_name,
            char           *tooltip,
            GCallback       clicked)
{
  g_autofree char *text = tooltip;
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static char *
describe (const ScContact *contact)
{
  const char *const parts[] = {
    contact->part != SC_CONTACT_PART_NONE ? sc_contact_part_get_title (contact->part) : NULL, contact->phone, contact->email,
  };

  return sc_deal_text_join (parts, G_N_ELEMENTS (parts));
}

static GtkWidget *
make_row (ScDealContacts  *self,
          const ScContact *contact)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = describe (contact);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), contact->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  /* Translators: %s is a person */
  if (contact->phone != NULL)
    add_button (self, row, "call-start-symbolic", g_strdup_printf (_("Call %s"), contact->name), G_CALLBACK (call_clicked_cb));
  if (contact->email != NULL)
    add_button (self, row, "mail-send-symbolic", g_strdup_printf (_("Write to %s"), contact->name), G_CALLBACK (write_clicked_cb));
  add_button (self, row, "user-trash-symbolic", g_strdup_printf (_("Remove “%s”"), contact->name), G_CALLBACK (remove_clicked_cb));

  return row;
}

static void
sc_deal_contacts_dispose (GObject *object)
{
  ScDealContacts *self = SC_DEAL_CONTACTS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_deal_contacts_parent_class)->dispose (object);
}

static void
sc_deal_contacts_class_init (ScDealContactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_contacts_dispose;
}

static void
sc_deal_contacts_init (ScDealContacts *self)
{
  GtkWidget *add = sc_group_rows_create_add_button (ADW_PREFERENCES_GROUP (self), _("Add a Contact"));

  self->rows = g_ptr_array_new ();
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (self), _("Who Takes Part"));
}

/**
 * sc_deal_contacts_show:
 * @self: a deal's contacts
 * @store: the store
 * @dossier: everything about the deal
 */
void
sc_deal_contacts_show (ScDealContacts *self,
                       ScStore        *store,
                       ScDealDossier  *dossier)
{
  ScDealDossier *old;

  g_return_if_fail (SC_IS_DEAL_CONTACTS (self));

  old = self->dossier;
  g_set_object (&self->store, store);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);

  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  for (guint i = 0; i < dossier->contacts->len; i++)
    sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, make_row (self, dossier->contacts->pdata[i]));
}
