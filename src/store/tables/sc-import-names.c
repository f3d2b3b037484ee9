/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tables/sc-import-names-private.h"

#include <string.h>

#include "store/sc-name-key.h"
#include "store/tables/sc-column-private.h"
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

typedef struct {
  const char *table;
  const char *find;
  const char *revive;
  const char *insert;
} NameSql;

/* A statement that finds or inserts a row at once and returns it costs five times as
 * much as these two. */
static const NameSql company_sql = {
  "company",
  "SELECT id, deleted_by FROM company WHERE name_key = :name_key",
  "UPDATE company SET deleted_by = NULL WHERE id = :id",
  "INSERT INTO company (id, name, name_key, revision, created_by)"
  " VALUES (:id, :name, :name_key, :change, :change)",
};
static const NameSql person_sql = {
  "person",
  "SELECT id, deleted_by FROM person WHERE name_key = :name_key AND coalesce(company_id, 0) = :company_id",
  "UPDATE person SET deleted_by = NULL WHERE id = :id",
  "INSERT INTO person (id, company_id, name, name_key, revision, created_by)"
  " VALUES (:id, :company_id, :name, :name_key, :change, :change)",
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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

/* What is known already stays as it is, but for its tombstone. 0 where it is not
 * known, -1 with @error set. */
static gint64
find_row (ScImportNames *self,
          const NameSql *sql,
          const char    *name_key,
          gint64         company_key,
          GError       **error)
{
  ScConnection *connection = sc_write_get_connection (self->write);
  g_autoptr (ScStatement) found = sc_connection_prepare (connection, sql->find, error);
  g_autoptr (ScStatement) revived = NULL;
  gint64 key;

  if (found == NULL)
    return -1;

  sc_statement_bind_text (found, ":name_key", name_key);
  if (sc_statement_has (found, ":company_id"))
    sc_statement_bind_int (found, ":company_id", company_key);
  key = sc_statement_read_number (found, error);
  if (key <= 0 || sc_statement_is_null (found, 1))
    return key;

  revived = sc_connection_prepare (connection, sql->revive, error);
  if (revived == NULL)
    return -1;

  sc_statement_bind_int (revived, ":id", key);

  return sc_statement_execute (revived, error) ? key : -1;
}

/* The number that the next row of a table has: asked for once. */
static gint64
next_key (ScImportNames *self,
          const NameSql *sql,
          gint64        *next,
          GError       **error)
{
  if (*next == 0)
    *next = sc_connection_next_number (sc_write_get_connection (self->write), sql->table, error);

  return *next > 0 && sc_key_is_free (*next, error) ? (*next)++ : 0;
}

static gboolean
insert_row (ScImportNames *self,
            const NameSql *sql,
            const char    *name,
            const char    *name_key,
            gint64         company_key,
            gint64         key,
            GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self->write), sql->insert, error);
  g_autofree char *trimmed = g_strstrip (g_strdup (name));

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", key);
  sc_statement_bind_text (statement, ":name", trimmed);
  sc_statement_bind_text (statement, ":name_key", name_key);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));
  if (sc_statement_has (statement, ":company_id"))
    {
      if (company_key != 0)
        sc_statement_bind_int (statement, ":company_id", company_key);
      else
        sc_statement_bind_null (statement, ":company_id", SC_CELL_INTEGER);
    }

  return sc_statement_execute (statement, error);
}

static gboolean
need_row (ScImportNames *self,
          const NameSql *sql,
          const char    *name,
          gint64         company_key,
          gint64        *next,
          gint64        *key,
          GError       **error)
{
  g_autofree char *name_key = sc_name_make_key (name);

  *key = find_row (self, sql, name_key, company_key, error);
  if (*key != 0)
    return *key > 0;

  *key = next_key (self, sql, next, error);

  return *key > 0 && insert_row (self, sql, name, name_key, company_key, *key, error);
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
  if (!need_row (self, &company_sql, name, 0, &self->next_company, key, error))
    return FALSE;

  remember (self->companies, name, *key);

  return TRUE;
}

/**
 * sc_import_names_need_person:
 * @self: names
 * @name: (nullable): a person's name
 * @company_key: the row of the person's company, 0 for none
 * @key: (out): the person's row, 0 where there is no name
 * @error: why it failed
 *
 * Returns: whether @key is set
 */
gboolean
sc_import_names_need_person (ScImportNames *self,
                             const char    *name,
                             gint64         company_key,
                             gint64        *key,
                             GError       **error)
{
  g_autofree char *known_as = NULL;

  *key = 0;
  if (!has_text (name))
    return TRUE;

  known_as = g_strdup_printf ("%" G_GINT64_FORMAT " %s", company_key, name);
  if (recall (self->people, known_as, key))
    return TRUE;
  if (!need_row (self, &person_sql, name, company_key, &self->next_person, key, error))
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
