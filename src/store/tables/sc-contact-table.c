/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's own person is in its row; a row here says what that one is for the deal, or that
 * there is somebody else, who may be the own person of other deals. */

#include "store/tables/sc-contact-table-private.h"

#include "store/sc-contact-write.h"
#include "store/sc-person-write.h"
#include "store/tables/sc-company-table-private.h"
#include "store/tables/sc-person-table-private.h"

static const char select_contacts[] =
  "SELECT ct.id, ct.person_id, pe.name, ct.part, pe.phone, pe.email, ct.place, ct.deal_id"
  " FROM contact AS ct JOIN person AS pe ON pe.id = ct.person_id";

static ScContact *
read_row (ScStatement *statement)
{
  ScContact *contact = sc_contact_new (sc_statement_get_text (statement, 2),
                                       sc_contact_part_from_id (sc_statement_get_text (statement, 3)),
                                       sc_statement_get_text (statement, 4), sc_statement_get_text (statement, 5));

  contact->id = sc_statement_get_int (statement, 0);
  contact->person_id = sc_statement_get_int (statement, 1);
  contact->place = (guint) sc_statement_get_int (statement, 6);

  return contact;
}

/**
 * sc_contact_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScContact): the rows of its contacts, in order
 */
GPtrArray *
sc_contact_table_list (ScConnection *connection,
                       gint64        deal_id,
                       GError      **error)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
  g_autofree char *sql = g_strconcat (select_contacts, " WHERE ct.deal_id = :deal_id AND ct.deleted_by IS NULL ORDER BY ct.place, ct.id", NULL);
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  while (sc_statement_next (statement, error))
    g_ptr_array_add (contacts, read_row (statement));

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&contacts);
}

static void
free_rows (gpointer rows)
{
  g_ptr_array_unref (rows);
}

/**
 * sc_contact_table_list_all:
 * @connection: a connection
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type gint64 GPtrArray): the rows of the contacts of all
 *   its deals that have any, by the deal
 */
GHashTable *
sc_contact_table_list_all (ScConnection *connection,
                           const char   *process_id,
                           GError      **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_rows);
  g_autofree char *sql = g_strconcat (select_contacts, " JOIN deal AS d ON d.id = ct.deal_id"
                                      " WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process_id)"
                                      "  AND ct.deleted_by IS NULL ORDER BY ct.deal_id, ct.place, ct.id", NULL);
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process_id", process_id);
  while (sc_statement_next (statement, error))
    {
      gint64 deal_id = sc_statement_get_int (statement, 7);
      GPtrArray *rows = g_hash_table_lookup (all, &deal_id);

      if (rows == NULL)
        {
          rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
          g_hash_table_insert (all, g_memdup2 (&deal_id, sizeof deal_id), rows);
        }
      g_ptr_array_add (rows, read_row (statement));
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&all);
}

/**
 * sc_write_list_contacts:
 * @self: a write
 * @deal: a deal as this write sees it
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScContact): its contacts, its own person first
 */
GPtrArray *
sc_write_list_contacts (ScWrite      *self,
                        const ScDeal *deal,
                        GError      **error)
{
  g_autoptr (GPtrArray) rows = sc_contact_table_list (sc_write_get_connection (self), deal->id, error);

  return rows != NULL ? sc_contacts_join (deal, rows) : NULL;
}

static const ScContact *
find_row (GPtrArray *rows,
          gint64     person_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((ScContact *) rows->pdata[i])->person_id == person_id)
      return rows->pdata[i];

  return NULL;
}

static ScDeal *
make_person (const ScContact *contact)
{
  ScDeal *person = sc_deal_new ();

  person->person_id = contact->person_id;
  person->person = g_strdup (contact->name);
  person->phone = g_strdup (contact->phone);
  person->email = g_strdup (contact->email);

  return person;
}

/* The row of the person: the one that the deal has, with another phone or mail perhaps, or
 * whoever is known by that name and them, or a new one. */
static gboolean
need_person (ScWrite         *self,
             GPtrArray       *rows,
             const ScContact *contact,
             gint64           company_key,
             gint64          *key,
             GError         **error)
{
  const ScContact *row = contact->person_id != 0 ? find_row (rows, contact->person_id) : NULL;
  g_autoptr (ScDeal) person = make_person (contact);
  g_autoptr (ScDeal) before = NULL;

  if (row == NULL || g_strcmp0 (row->name, contact->name) != 0)
    return sc_person_table_need_key (self, person, company_key, key, error);

  *key = row->person_id;
  if (g_strcmp0 (row->phone, contact->phone) == 0 && g_strcmp0 (row->email, contact->email) == 0)
    return TRUE;

  before = make_person (row);

  return sc_write_save_person (self, before, person, error);
}

static gboolean
write_event (ScWrite         *self,
             gint64           deal_id,
             const ScContact *before,
             const ScContact *after,
             GError         **error)
{
  const ScContact *told = after != NULL ? after : before;

  return sc_write_event (self, deal_id, 0, "contact", before != NULL ? before->name : NULL, after != NULL ? after->name : NULL,
                         sc_contact_part_get_id (told->part), error);
}

static gboolean
put (ScWrite         *self,
     gint64           deal_id,
     const ScContact *row,
     const ScContact *contact,
     gint64           person_id,
     guint            place,
     GError         **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  if (row != NULL && row->part == contact->part && row->place == place)
    return TRUE;

  sc_values_set_text (values, "part", sc_contact_part_get_id (contact->part));
  sc_values_set_int (values, "place", place);
  if (row != NULL)
    return sc_write_update (self, "contact", row->id, 0, values, error)
           && (row->part == contact->part || write_event (self, deal_id, row, contact, error));

  sc_values_set_int (values, "deal_id", deal_id);
  sc_values_set_int (values, "person_id", person_id);

  return sc_write_insert (self, "contact", values, error) != 0 && write_event (self, deal_id, NULL, contact, error);
}

static gboolean
remove_others (ScWrite      *self,
               const ScDeal *deal,
               GPtrArray    *rows,
               GHashTable   *kept,
               GError      **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ScContact *row = rows->pdata[i];

      if (!g_hash_table_contains (kept, &row->person_id)
          && (!sc_write_delete (self, "contact", row->id, 0, error) || !write_event (self, deal->id, row, NULL, error)))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_write_save_contacts:
 * @self: a write
 * @deal: a deal as this write sees it, whose own person is the first of @contacts
 * @contacts: (element-type ScContact): its contacts as they are to be
 * @error: why it can't be written
 *
 * Whoever is there twice is there once.
 *
 * Returns: whether the deal has them
 */
gboolean
sc_write_save_contacts (ScWrite      *self,
                        const ScDeal *deal,
                        GPtrArray    *contacts,
                        GError      **error)
{
  g_autoptr (GPtrArray) rows = sc_contact_table_list (sc_write_get_connection (self), deal->id, error);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gint64 company_key;

  if (rows == NULL || !sc_company_table_need_key (self, deal->company, &company_key, error))
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];
      gint64 person_id = deal->person_id;

      if (i > 0 && !need_person (self, rows, contact, company_key, &person_id, error))
        return FALSE;
      /* The deal's own person needs no row that says nothing. */
      if (g_hash_table_contains (kept, &person_id)
          || (person_id == deal->person_id && contact->part == SC_CONTACT_PART_NONE))
        continue;
      if (!put (self, deal->id, find_row (rows, person_id), contact, person_id, i, error))
        return FALSE;

      g_hash_table_add (kept, g_memdup2 (&person_id, sizeof person_id));
    }

  return remove_others (self, deal, rows, kept, error);
}
