/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person whom a deal is about, and what they are there: who decides, pays or uses. */

#include "model/sc-contact.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *title;
} parts[SC_N_CONTACT_PARTS] = {
  [SC_CONTACT_PART_NONE] = { NULL, NC_("contact", "Contact") },
  [SC_CONTACT_PART_DECIDES] = { "decides", NC_("contact", "Decides") },
  [SC_CONTACT_PART_PAYS] = { "pays", NC_("contact", "Pays") },
  [SC_CONTACT_PART_USES] = { "uses", NC_("contact", "Uses") },
};

/**
 * sc_contact_part_get_id:
 * @part: what a contact is for a deal
 *
 * Returns: (nullable): its name in JSON and in the database, such as `decides`; %NULL for
 *   none
 */
const char *
sc_contact_part_get_id (ScContactPart part)
{
  g_return_val_if_fail (part < SC_N_CONTACT_PARTS, NULL);

  return parts[part].id;
}

/**
 * sc_contact_part_from_id:
 * @id: (nullable): a name as sc_contact_part_get_id() gives it
 *
 * Returns: the part, %SC_CONTACT_PART_NONE where there is none of that name
 */
ScContactPart
sc_contact_part_from_id (const char *id)
{
  for (guint i = SC_CONTACT_PART_NONE + 1; id != NULL && i < SC_N_CONTACT_PARTS; i++)
    if (g_str_equal (parts[i].id, id))
      return i;

  return SC_CONTACT_PART_NONE;
}

/**
 * sc_contact_part_get_title:
 * @part: what a contact is for a deal
 *
 * Returns: (transfer none): it for people
 */
const char *
sc_contact_part_get_title (ScContactPart part)
{
  g_return_val_if_fail (part < SC_N_CONTACT_PARTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "contact", parts[part].title);
}

/**
 * sc_contact_new:
 * @name: what the person is called
 * @part: what they are for the deal
 * @phone: (nullable): their phone
 * @email: (nullable): their mail
 *
 * Returns: (transfer full): the contact
 */
ScContact *
sc_contact_new (const char   *name,
                ScContactPart part,
                const char   *phone,
                const char   *email)
{
  ScContact *self = g_new0 (ScContact, 1);

  self->name = g_strdup (name);
  self->part = part;
  self->phone = g_strdup (phone);
  self->email = g_strdup (email);

  return self;
}

/**
 * sc_contact_copy:
 * @self: a contact
 *
 * Returns: (transfer full): one like it
 */
ScContact *
sc_contact_copy (const ScContact *self)
{
  ScContact *copy = sc_contact_new (self->name, self->part, self->phone, self->email);

  copy->id = self->id;
  copy->place = self->place;
  copy->person_id = self->person_id;

  return copy;
}

/**
 * sc_contact_equal:
 * @a: a contact
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
sc_contact_equal (const ScContact *a,
                  const ScContact *b)
{
  return a->part == b->part && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->phone, b->phone) == 0
         && g_strcmp0 (a->email, b->email) == 0;
}

/**
 * sc_contact_free:
 * @self: (transfer full): a contact
 */
void
sc_contact_free (ScContact *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_free (self->email);
  g_free (self);
}

/**
 * sc_contacts_join:
 * @deal: a deal
 * @rows: (nullable) (element-type ScContact): what is kept of its contacts beside it
 *
 * Returns: (transfer full) (element-type ScContact): its contacts: its own person first, and
 *   what that one is here
 */
GPtrArray *
sc_contacts_join (const ScDeal *deal,
                  GPtrArray    *rows)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  ScContact *own = deal->person_id != 0 ? sc_contact_new (deal->person, SC_CONTACT_PART_NONE, deal->phone, deal->email) : NULL;

  if (own != NULL)
    {
      own->person_id = deal->person_id;
      g_ptr_array_add (contacts, own);
    }

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const ScContact *row = rows->pdata[i];

      if (own == NULL || row->person_id != own->person_id)
        g_ptr_array_add (contacts, sc_contact_copy (row));
      else
        {
          own->id = row->id;
          own->part = row->part;
        }
    }

  return contacts;
}

static gpointer
copy_contact (gconstpointer contact,
              gpointer      unused)
{
  return sc_contact_copy (contact);
}

/**
 * sc_contacts_copy:
 * @contacts: (element-type ScContact): contacts
 *
 * Returns: (transfer full) (element-type ScContact): ones like them
 */
GPtrArray *
sc_contacts_copy (GPtrArray *contacts)
{
  GPtrArray *copy = g_ptr_array_copy (contacts, (GCopyFunc) copy_contact, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) sc_contact_free);

  return copy;
}
