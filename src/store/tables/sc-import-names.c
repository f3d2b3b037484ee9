/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds or makes the companies, people and users that an import names, each once. */

#include "store/tables/sc-import-names-private.h"

#include <string.h>

#include "model/sc-text-hash.h"
#include "store/sc-name-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-person-table-private.h"
#include "store/tables/sc-user-table-private.h"

/* How many names are remembered of each sort. */
#define MAX_NAMES 100000

struct _ScImportNames {
  ScWrite *write;
  GHashTable *companies;
  GHashTable *people;
  GHashTable *owners;
  gint64 next_company;
  gint64 next_person;
};

/* Most names that are not remembered are new. A statement that returns the row
 * besides costs five times as much as these two. */
static const char insert_company_sql[] =
  "INSERT INTO company (id, name, name_key, revision, created_by)"
  " VALUES (:id, :name, :name_key, :change, :change)"
  " ON CONFLICT (name_key) DO NOTHING";
static const char find_company_sql[] = "SELECT id, deleted_by FROM company WHERE name_key = :name_key";

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (sc_text_hash, g_str_equal, g_free, g_free);
}

/**
 * sc_import_names_new:
 * @write: the import's write, which lasts longer
 *
 * Returns: (transfer full): nothing remembered yet
 */
ScImportNames *
sc_import_names_new (ScWrite *write)
{
  ScImportNames *self = g_new0 (ScImportNames, 1);

  self->write = write;
  self->companies = new_table ();
  self->people = new_table ();
  self->owners = new_table ();

  return self;
}

/**
 * sc_import_names_free:
 * @self: (transfer full): names
 */
void
sc_import_names_free (ScImportNames *self)
{
  g_hash_table_unref (self->companies);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->owners);
  g_free (self);
}

static gboolean
recall (GHashTable *names,
        const char *name,
        gint64     *key)
{
  gint64 *known = g_hash_table_lookup (names, name);

  if (known != NULL)
    *key = *known;

  return known != NULL;
}

static void
remember (GHashTable *names,
          const char *name,
          gint64      key)
{
  if (g_hash_table_size (names) >= MAX_NAMES)
    g_hash_table_remove_all (names);
  g_hash_table_insert (names, g_strdup (name), g_memdup2 (&key, sizeof key));
}

static gboolean
has_text (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

static gboolean
bring_back (ScImportNames *self,
            const char    *sql,
            gint64         key,
            GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self->write), sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", key);

  return sc_statement_execute (statement, error);
}

/* The number that the next row of a table has: asked for once. */
static gint64
next_key (ScImportNames *self,
          const char    *table,
          gint64        *next,
          GError       **error)
{
  if (*next == 0)
    *next = sc_connection_next_number (sc_write_get_connection (self->write), table, error);

  return *next > 0 && sc_key_is_free (*next, error) ? (*next)++ : 0;
}

/* Whether it was not there; %FALSE with @error set, too. */
static gboolean
insert_company (ScImportNames *self,
                const char    *name,
                const char    *name_key,
                gint64         key,
                GError       **error)
{
  ScConnection *connection = sc_write_get_connection (self->write);
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, insert_company_sql, error);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", key);
  sc_statement_bind_text (statement, ":name", trimmed);
  sc_statement_bind_text (statement, ":name_key", name_key);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));

  return sc_statement_execute (statement, error) && sc_connection_get_n_changed (connection) > 0;
}

/* What is known already stays as it is, but for its tombstone. */
static gboolean
find_company (ScImportNames *self,
              const char    *name_key,
              gint64        *key,
              GError       **error)
{
  g_autoptr (ScStatement) found = sc_connection_prepare (sc_write_get_connection (self->write), find_company_sql, error);

  if (found == NULL)
    return FALSE;

  sc_statement_bind_text (found, ":name_key", name_key);
  *key = sc_statement_read_number (found, error);
  if (*key <= 0 || sc_statement_is_null (found, 1))
    return *key > 0;

  return bring_back (self, "UPDATE company SET deleted_by = NULL WHERE id = :id", *key, error);
}

static gboolean
need_company (ScImportNames *self,
              const char    *name,
              gint64        *key,
              GError       **error)
{
  g_autofree char *name_key = sc_name_make_key (name);
  GError *own_error = NULL;

  *key = next_key (self, "company", &self->next_company, error);
  if (*key == 0)
    return FALSE;
  if (insert_company (self, name, name_key, *key, &own_error))
    return TRUE;
  if (own_error != NULL)
    {
      g_propagate_error (error, own_error);
      return FALSE;
    }

  self->next_company--;

  return find_company (self, name_key, key, error);
}

/**
 * sc_import_names_need_company:
 * @self: names
 * @name: (nullable): a company's name
 * @key: (out): its row, 0 where there is no name
 * @error: why it failed
 *
 * Returns: whether @key is set
 */
gboolean
sc_import_names_need_company (ScImportNames *self,
                              const char    *name,
                              gint64        *key,
                              GError       **error)
{
  *key = 0;
  if (!has_text (name) || recall (self->companies, name, key))
    return TRUE;
  if (!need_company (self, name, key, error))
    return FALSE;

  remember (self->companies, name, *key);

  return TRUE;
}

static gboolean
need_person (ScImportNames *self,
             const ScDeal  *deal,
             gint64         company_key,
             gint64        *key,
             GError       **error)
{
  gboolean is_deleted;

  if (!sc_person_table_find (sc_write_get_connection (self->write), deal, company_key, key, &is_deleted, error))
    return FALSE;
  if (*key != 0)
    return !is_deleted || bring_back (self, "UPDATE person SET deleted_by = NULL WHERE id = :id", *key, error);

  *key = next_key (self, "person", &self->next_person, error);

  return *key > 0 && sc_person_table_insert_in_bulk (self->write, deal, company_key, *key, error);
}

/**
 * sc_import_names_need_person:
 * @self: names
 * @deal: a deal
 * @company_key: the row of the person's company, 0 for none
 * @key: (out): the row of the person whom the deal tells of, 0 for nobody
 * @error: why it failed
 *
 * Returns: whether @key is set
 */
gboolean
sc_import_names_need_person (ScImportNames *self,
                             const ScDeal  *deal,
                             gint64         company_key,
                             gint64        *key,
                             GError       **error)
{
  g_autofree char *known_as = NULL;

  *key = 0;
  if (!has_text (deal->person) && !has_text (deal->phone) && !has_text (deal->email))
    return TRUE;

  known_as = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s\n%s", company_key, deal->person != NULL ? deal->person : "",
                              deal->phone != NULL ? deal->phone : "", deal->email != NULL ? deal->email : "");
  if (recall (self->people, known_as, key))
    return TRUE;
  if (!need_person (self, deal, company_key, key, error))
    return FALSE;

  remember (self->people, known_as, *key);

  return TRUE;
}

/**
 * sc_import_names_need_owner:
 * @self: names
 * @name: (nullable): a user's name
 * @key: (out): the user's row, 0 where there is no name
 * @error: why it failed
 *
 * Returns: whether @key is set
 */
gboolean
sc_import_names_need_owner (ScImportNames *self,
                            const char    *name,
                            gint64        *key,
                            GError       **error)
{
  *key = 0;
  if (!has_text (name) || recall (self->owners, name, key))
    return TRUE;

  *key = sc_user_table_need_key (sc_write_get_connection (self->write), name, error);
  if (*key == 0)
    return FALSE;

  remember (self->owners, name, *key);

  return TRUE;
}
