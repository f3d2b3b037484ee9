/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row is made when a person first occurs, and tombstoned when the change that made it
 * is taken back. No deal changes the phone or the mail of a person by telling others: it
 * is of another person then. Only who edits the person does, for all its deals. */

#include "store/tables/sc-person-table-private.h"

#include <string.h>

#include "store/sc-name-key.h"
#include "store/sc-person-write.h"
#include "store/tables/sc-write-struct-private.h"

static char *
trim (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return trimmed != NULL && *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

static void
bind_person (ScStatement  *statement,
             const ScDeal *deal,
             gint64        company_key)
{
  g_autofree char *name = sc_deal_make_person_name (deal);
  g_autofree char *name_key = sc_name_make_key (name);
  g_autofree char *phone = trim (deal->phone);
  g_autofree char *email = trim (deal->email);

  if (sc_statement_has (statement, ":name"))
    sc_statement_bind_text (statement, ":name", name);
  sc_statement_bind_text (statement, ":name_key", name_key);
  sc_statement_bind_int (statement, ":company", company_key);
  sc_statement_bind_text (statement, ":phone", phone);
  sc_statement_bind_text (statement, ":email", email);
}

/**
 * sc_person_table_find:
 * @connection: a connection
 * @deal: a deal
 * @company_key: the person's company, 0 for none
 * @key: (out): the person's row; 0 where there is none
 * @is_deleted: (out): whether it has a tombstone
 * @error: why it failed
 *
 * Finds the person whom a deal tells of by name, which is compared trimmed and without
 * case, and by phone and mail where it tells them.
 *
 * Returns: whether it could be looked up
 */
gboolean
sc_person_table_find (ScConnection *connection,
                      const ScDeal *deal,
                      gint64        company_key,
                      gint64       *key,
                      gboolean     *is_deleted,
                      GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT id, deleted_by FROM person"
                           " WHERE name_key = :name_key AND coalesce(company_id, 0) = :company"
                           "  AND coalesce(phone, '') = coalesce(:phone, phone, '')"
                           "  AND coalesce(email, '') = coalesce(:email, email, '')"
                           " ORDER BY deleted_by IS NOT NULL, id"
                           " LIMIT 1",
                           error);

  *key = 0;
  *is_deleted = FALSE;
  if (statement == NULL)
    return FALSE;

  bind_person (statement, deal, company_key);
  if (sc_statement_step (statement, error))
    {
      *key = sc_statement_get_int (statement, 0);
      *is_deleted = !sc_statement_is_null (statement, 1);
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_person_table_insert_in_bulk:
 * @write: a write that takes back what it made as a whole
 * @deal: a deal
 * @company_key: the person's company, 0 for none
 * @key: the number that the row has
 * @error: why it failed
 *
 * Returns: whether the person whom the deal tells of is there
 */
gboolean
sc_person_table_insert_in_bulk (ScWrite      *write,
                                const ScDeal *deal,
                                gint64        company_key,
                                gint64        key,
                                GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (write),
                           "INSERT INTO person (id, company_id, name, name_key, phone, email, revision, created_by)"
                           " VALUES (:id, nullif(:company, 0), :name, :name_key, :phone, :email, :change, :change)",
                           error);

  if (statement == NULL)
    return FALSE;

  bind_person (statement, deal, company_key);
  sc_statement_bind_int (statement, ":id", key);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (write));

  return sc_statement_execute (statement, error);
}

static gboolean
bring_back (ScWrite *write,
            gint64   key,
            GError **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_null (values, "deleted_by");
  sc_values_set_int (values, "revision", sc_write_get_change (write));

  return sc_write_put (write, "person", key, values, error);
}

/**
 * sc_person_table_need_key:
 * @write: a write
 * @deal: a deal
 * @company_key: the person's company, 0 for none
 * @key: (out): the person's row; 0 where the deal tells of nobody
 * @error: why it failed
 *
 * Finds the person whom a deal tells of, or makes them.
 *
 * Returns: whether @key is set
 */
gboolean
sc_person_table_need_key (ScWrite      *write,
                          const ScDeal *deal,
                          gint64        company_key,
                          gint64       *key,
                          GError      **error)
{
  g_autofree char *name = sc_deal_make_person_name (deal);
  g_autofree char *name_key = NULL;
  g_autofree char *phone = trim (deal->phone);
  g_autofree char *email = trim (deal->email);
  g_autoptr (ScValues) values = NULL;
  gboolean is_deleted;

  *key = 0;
  if (name == NULL)
    return TRUE;

  if (!sc_person_table_find (sc_write_get_connection (write), deal, company_key, key, &is_deleted, error))
    return FALSE;
  if (*key != 0)
    return !is_deleted || bring_back (write, *key, error);

  name_key = sc_name_make_key (name);
  values = sc_values_new ();
  if (company_key != 0)
    sc_values_set_int (values, "company_id", company_key);
  sc_values_set_text (values, "name", name);
  sc_values_set_text (values, "name_key", name_key);
  sc_values_set_text (values, "phone", phone);
  sc_values_set_text (values, "email", email);
  *key = sc_write_insert (write, "person", values, error);

  return *key != 0;
}

static GArray *
list_deals (ScConnection *connection,
            gint64        person_id,
            GError      **error)
{
  g_autoptr (GArray) deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, sc_write_get_deals_sql ("person"), error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", person_id);
  while (sc_statement_step (statement, error))
    {
      gint64 id = sc_statement_get_int (statement, 0);

      g_array_append_val (deal_ids, id);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&deal_ids);
}

static gboolean
write_events (ScWrite    *self,
              GArray     *deal_ids,
              const char *field,
              const char *old_value,
              const char *new_value,
              GError    **error)
{
  if (g_strcmp0 (old_value, new_value) == 0)
    return TRUE;

  for (guint i = 0; i < deal_ids->len; i++)
    if (!sc_write_event (self, g_array_index (deal_ids, gint64, i), 0, field, old_value, new_value, NULL, error))
      return FALSE;

  return TRUE;
}

/**
 * sc_write_save_person:
 * @self: a write
 * @before: a deal as it is
 * @after: the deal with the phone and the mail that its person is to have
 * @error: why it can't be written
 *
 * The history of each deal of the person tells it.
 *
 * Returns: whether the person has them
 */
gboolean
sc_write_save_person (ScWrite      *self,
                      const ScDeal *before,
                      const ScDeal *after,
                      GError      **error)
{
  g_autofree char *phone = trim (after->phone);
  g_autofree char *email = trim (after->email);
  g_autoptr (ScValues) values = sc_values_new ();
  g_autoptr (GArray) deal_ids = list_deals (sc_write_get_connection (self), before->person_id, error);

  if (deal_ids == NULL)
    return FALSE;

  sc_values_set_text (values, "phone", phone);
  sc_values_set_text (values, "email", email);

  return sc_write_update (self, "person", before->person_id, 0, values, error)
         && write_events (self, deal_ids, "phone", before->phone, phone, error)
         && write_events (self, deal_ids, "email", before->email, email, error);
}
