/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes whom the deals of an import are about besides their own persons. */

#include "store/tables/sc-import-contacts-private.h"

#include "store/sc-contact-write.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-write-struct-private.h"

/* Of a deal that is being added. */
typedef struct {
  gint64 deal_id;
  gint64 person_key;
  const char *part;
  guint place;
  const char *name;
} NewContact;

/* Of a deal that is there: all that it is to have. */
typedef struct {
  gint64 deal_id;
  GPtrArray *contacts;
} KnownContacts;

struct _ScImportContacts {
  ScWrite *write;
  GArray *of_new;
  GStringChunk *names;
  GArray *of_known;
};

static const char insert_contact_sql[] =
  "INSERT INTO contact (deal_id, person_id, part, place, revision, created_by)"
  " VALUES (:deal, :person, :part, :place, :change, :change)";
static const char insert_event_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, new, note, is_inferred)"
  " VALUES (:deal, :change, :happened_at, :version, 'contact', :name, :part, 0)";

static void
clear_known (gpointer known)
{
  g_ptr_array_unref (((KnownContacts *) known)->contacts);
}

/**
 * sc_import_contacts_new:
 * @write: the write of an import
 *
 * Returns: (transfer full): nothing told yet
 */
ScImportContacts *
sc_import_contacts_new (ScWrite *write)
{
  ScImportContacts *self = g_new (ScImportContacts, 1);

  self->write = write;
  self->of_new = g_array_new (FALSE, FALSE, sizeof (NewContact));
  self->names = g_string_chunk_new (1024);
  self->of_known = g_array_new (FALSE, FALSE, sizeof (KnownContacts));
  g_array_set_clear_func (self->of_known, clear_known);

  return self;
}

/**
 * sc_import_contacts_free:
 * @self: (transfer full): contacts that an import tells of
 */
void
sc_import_contacts_free (ScImportContacts *self)
{
  g_array_unref (self->of_new);
  g_string_chunk_free (self->names);
  g_array_unref (self->of_known);
  g_free (self);
}

static gboolean
need_person (ScImportNames   *names,
             const ScContact *contact,
             gint64           company_key,
             gint64          *key,
             GError         **error)
{
  const ScDeal person = { .person = contact->name, .phone = contact->phone, .email = contact->email };

  return sc_import_names_need_person (names, &person, company_key, key, error);
}

/* Whether the person was told of this deal already. */
static gboolean
is_told (const ScImportContacts *self,
         gint64                  deal_id,
         gint64                  person_key)
{
  for (guint i = self->of_new->len; i > 0; i--)
    {
      const NewContact *told = &g_array_index (self->of_new, NewContact, i - 1);

      if (told->deal_id != deal_id)
        return FALSE;
      if (told->person_key == person_key)
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_import_contacts_add_new:
 * @self: contacts that an import tells of
 * @names: finds or makes the people
 * @deal_id: a deal that is being added
 * @company_key: its company, 0 for none
 * @person_key: its own person
 * @contacts: (element-type ScContact): whom it is about, its own person first
 * @error: why it can't be written
 *
 * As sc_write_save_contacts(): whoever is there twice is there once, and the deal's own
 * person needs no row that says nothing.
 *
 * Returns: whether the people are there
 */
gboolean
sc_import_contacts_add_new (ScImportContacts *self,
                            ScImportNames    *names,
                            gint64            deal_id,
                            gint64            company_key,
                            gint64            person_key,
                            GPtrArray        *contacts,
                            GError          **error)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];
      NewContact told = { deal_id, person_key, sc_contact_part_get_id (contact->part), i, NULL };

      if (i > 0 && !need_person (names, contact, company_key, &told.person_key, error))
        return FALSE;
      if ((told.person_key == person_key && told.part == NULL) || is_told (self, deal_id, told.person_key))
        continue;

      told.name = g_string_chunk_insert (self->names, contact->name);
      g_array_append_val (self->of_new, told);
    }

  return TRUE;
}

/**
 * sc_import_contacts_add:
 * @self: contacts that an import tells of
 * @deal_id: a deal that is there
 * @contacts: (element-type ScContact): whom it is to be about, its own person first
 */
void
sc_import_contacts_add (ScImportContacts *self,
                        gint64            deal_id,
                        GPtrArray        *contacts)
{
  KnownContacts known = { deal_id, sc_contacts_copy (contacts) };

  g_array_append_val (self->of_known, known);
}

static gboolean
insert (ScImportContacts *self,
        const NewContact *told,
        GError          **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->write->connection, insert_contact_sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", told->deal_id);
  sc_statement_bind_int (statement, ":person", told->person_key);
  sc_statement_bind_text (statement, ":part", told->part);
  sc_statement_bind_int (statement, ":place", told->place);
  sc_statement_bind_int (statement, ":change", self->write->change_id);

  return sc_statement_execute (statement, error);
}

static gboolean
insert_event (ScImportContacts *self,
              const NewContact *told,
              gint64            version_key,
              ScInstant         now,
              GError          **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->write->connection, insert_event_sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", told->deal_id);
  sc_statement_bind_int (statement, ":change", self->write->change_id);
  sc_statement_bind_int (statement, ":happened_at", now);
  sc_statement_bind_key (statement, ":version", version_key);
  sc_statement_bind_text (statement, ":name", told->name);
  sc_statement_bind_text (statement, ":part", told->part);

  return sc_statement_execute (statement, error);
}

/**
 * sc_import_contacts_write_new:
 * @self: contacts that an import tells of
 * @version_key: the version along which its deals are worked
 * @error: why it can't be written
 *
 * Returns: whether the contacts of the deals that were added up to here are written
 */
gboolean
sc_import_contacts_write_new (ScImportContacts *self,
                              gint64            version_key,
                              GError          **error)
{
  ScInstant now = sc_clock_now ();

  for (guint i = 0; i < self->of_new->len; i++)
    {
      const NewContact *told = &g_array_index (self->of_new, NewContact, i);

      if (!insert (self, told, error) || !insert_event (self, told, version_key, now, error))
        return FALSE;
    }
  g_array_set_size (self->of_new, 0);
  g_string_chunk_clear (self->names);

  return TRUE;
}

/**
 * sc_import_contacts_finish:
 * @self: contacts that an import tells of
 * @error: why it can't be written
 *
 * To be called when all deals and names are written: indexes that were put away for them
 * are made again first.
 *
 * Returns: whether the deals that were there have the contacts that they are to have
 */
gboolean
sc_import_contacts_finish (ScImportContacts *self,
                           GError          **error)
{
  if (self->of_known->len > 0 && !sc_write_end_bulk (self->write, error))
    return FALSE;

  for (guint i = 0; i < self->of_known->len; i++)
    {
      const KnownContacts *known = &g_array_index (self->of_known, KnownContacts, i);
      g_autoptr (ScDeal) deal = sc_deal_table_load (self->write->connection, known->deal_id, error);

      if (deal == NULL || !sc_write_save_contacts (self->write, deal, known->contacts, error))
        return FALSE;
    }

  return TRUE;
}
