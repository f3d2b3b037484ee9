/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes whom a deal is about: its own person and others, and what each is there. */

#include "change/sc-contact-commands.h"
#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-contact-write.h"
#include "store/sc-deal-write.h"
#include "store/sc-person-write.h"

typedef struct {
  ScDeal *deal;
  GPtrArray *before;
  GPtrArray *after;
} EditContacts;

static void
edit_contacts_free (gpointer data)
{
  EditContacts *self = data;

  sc_deal_unref (self->deal);
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self);
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!sc_contact_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * sc_deal_change_take_person:
 * @deal: a deal, changed in place
 * @contact: (nullable): a contact
 *
 * Makes the contact the deal's own person; none, where there is none.
 */
void
sc_deal_change_take_person (ScDeal          *deal,
                            const ScContact *contact)
{
  g_set_str (&deal->person, contact != NULL ? contact->name : NULL);
  g_set_str (&deal->phone, contact != NULL ? contact->phone : NULL);
  g_set_str (&deal->email, contact != NULL ? contact->email : NULL);
}

/**
 * sc_deal_change_check_contacts:
 * @deal: a deal
 * @contacts: (element-type ScContact): whom it is to be about
 * @error: what can't be kept of one of them
 *
 * Returns: whether all can be kept
 */
gboolean
sc_deal_change_check_contacts (const ScDeal *deal,
                               GPtrArray    *contacts,
                               GError      **error)
{
  g_autoptr (ScDeal) tried = sc_deal_copy (deal);

  for (guint i = 0; i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];

      if (contact->name == NULL || contact->name[strspn (contact->name, " \t\r\n")] == '\0')
        {
          g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A contact needs a name. Type one."));
          return FALSE;
        }
      sc_deal_change_take_person (tried, contact);
      if (!sc_deal_check (tried, error))
        return FALSE;
    }

  return TRUE;
}

/* The first is the deal's own person, whose phone and mail are those in all deals. */
static gboolean
save_first (ScWrite      *write,
            const ScDeal *current,
            GPtrArray    *contacts,
            GError      **error)
{
  g_autoptr (ScDeal) edited = sc_deal_copy (current);

  sc_deal_change_take_person (edited, contacts->len > 0 ? contacts->pdata[0] : NULL);
  if (current->person_id == 0 || g_strcmp0 (current->person, edited->person) != 0)
    return sc_write_save_deal (write, current, edited, NULL, error);

  return (g_strcmp0 (current->phone, edited->phone) == 0 && g_strcmp0 (current->email, edited->email) == 0)
         || sc_write_save_person (write, current, edited, error);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  EditContacts *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->deal->id, self->deal->process_id, error);
  g_autoptr (GPtrArray) contacts = current != NULL ? sc_write_list_contacts (write, current, error) : NULL;
  g_autoptr (ScDeal) saved = NULL;

  if (contacts == NULL || !sc_deal_change_check_contacts (current, self->after, error))
    return FALSE;
  if (!are_same (contacts, self->before))
    return sc_deal_change_refuse_clash (current, error);

  outcome->row_id = current->id;
  if (!save_first (write, current, self->after, error))
    return FALSE;

  saved = sc_write_load_deal (write, current->id, error);

  return saved != NULL && sc_write_save_contacts (write, saved, self->after, error);
}

/**
 * sc_command_edit_contacts:
 * @deal: a deal
 * @before: (element-type ScContact): its contacts as the user saw them
 * @after: (element-type ScContact): as they are to be; the first is the deal's person
 *
 * Fails with %SC_STORE_ERROR_CONFLICT where they have changed meanwhile.
 *
 * Returns: (transfer full): a command that changes them
 */
ScCommand *
sc_command_edit_contacts (const ScDeal *deal,
                          GPtrArray    *before,
                          GPtrArray    *after)
{
  EditContacts *self = g_new0 (EditContacts, 1);

  self->deal = sc_deal_copy (deal);
  self->before = sc_contacts_copy (before);
  self->after = sc_contacts_copy (after);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                /* Translators: a change, with the deal's title */
                                                g_strdup_printf (C_("undo deal", "Change the contacts of “%s”"), deal->title),
                                                run, self, edit_contacts_free),
                                deal->id);
}
