/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The contacts of a deal as the command line says them, one or several at a time: see
 * sc-contact-text.c. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-deal-fields.h"
#include "model/sc-contact-text.h"
#include "model/sc-version.h"

static guint
find_contact (GPtrArray  *contacts,
              const char *name)
{
  for (guint i = 0; i < contacts->len; i++)
    if (sc_name_equal (((ScContact *) contacts->pdata[i])->name, name))
      return i;

  return contacts->len;
}

/* What is told of a contact; the rest stays. */
static void
merge (ScContact       *contact,
       const ScContact *told)
{
  if (told->part != SC_CONTACT_PART_NONE)
    contact->part = told->part;
  if (told->phone != NULL)
    g_set_str (&contact->phone, told->phone);
  if (told->email != NULL)
    g_set_str (&contact->email, told->email);
}

/* A contact of a name that is there is changed, else there is one more. */
static gboolean
take_contacts (GPtrArray  *contacts,
               const char *text,
               GError    **error)
{
  g_autofree char *problem = NULL;
  g_autoptr (GPtrArray) told = sc_contacts_from_text (text, &problem);

  if (told == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, problem);
      return FALSE;
    }

  for (guint i = 0; i < told->len; i++)
    {
      const ScContact *contact = told->pdata[i];
      guint position = find_contact (contacts, contact->name);

      if (position == contacts->len)
        g_ptr_array_add (contacts, sc_contact_copy (contact));
      else
        merge (contacts->pdata[position], contact);
    }

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
    if (!take_contacts (contacts, self->contacts[i], error))
      return FALSE;

  return TRUE;
}
