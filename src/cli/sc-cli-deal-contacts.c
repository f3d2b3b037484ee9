/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The contacts of a deal as the command line says them: “Anna Lee, decides, +44 20 7946 0018,
 * anna@example.com”, in any order behind the name. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/sc-cli-deal-fields.h"
#include "model/sc-contact.h"

static guint
find_contact (GPtrArray  *contacts,
              const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < contacts->len; i++)
    {
      g_autofree char *own = g_utf8_casefold (((ScContact *) contacts->pdata[i])->name, -1);

      if (g_str_equal (own, wanted))
        return i;
    }

  return contacts->len;
}

static gboolean
take_part (ScContact  *contact,
           const char *text,
           GError    **error)
{
  ScContactPart part = sc_contact_part_from_id (text);

  if (part != SC_CONTACT_PART_NONE)
    contact->part = part;
  else if (strchr (text, '@') != NULL)
    g_set_str (&contact->email, text);
  else if (strpbrk (text, "0123456789") != NULL)
    g_set_str (&contact->phone, text);
  else
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is neither a phone nor an email, and not what a contact is: decides, pays or uses."), text);
      return FALSE;
    }

  return TRUE;
}

/* A contact of that name is changed, else there is one more. */
static gboolean
take_contact (GPtrArray  *contacts,
              const char *text,
              GError    **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint position;

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  if (parts[0] == NULL || parts[0][0] == '\0')
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A contact needs a name. Type one."));
      return FALSE;
    }

  position = find_contact (contacts, parts[0]);
  if (position == contacts->len)
    g_ptr_array_add (contacts, sc_contact_new (parts[0], SC_CONTACT_PART_NONE, NULL, NULL));
  for (guint i = 1; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && !take_part (contacts->pdata[position], parts[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sc_cli_deal_fields_take_contacts:
 * @self: what the command line says
 * @contacts: (element-type ScContact): the contacts of the deal, changed in place
 * @error: what can't be read, or who is not there
 *
 * Returns: whether @contacts are as they are told
 */
gboolean
sc_cli_deal_fields_take_contacts (const ScCliDealFields *self,
                                  GPtrArray             *contacts,
                                  GError               **error)
{
  for (guint i = 0; self->removed != NULL && self->removed[i] != NULL; i++)
    {
      guint position = find_contact (contacts, self->removed[i]);

      if (position == contacts->len)
        {
          g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("There is no contact “%s” here."), self->removed[i]);
          return FALSE;
        }
      g_ptr_array_remove_index (contacts, position);
    }

  for (guint i = 0; self->contacts != NULL && self->contacts[i] != NULL; i++)
    if (!take_contact (contacts, self->contacts[i], error))
      return FALSE;

  return TRUE;
}
