/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A database's own description of itself is compared with what the migrations make:
 * by its checksum, and where that is another, with what they make in memory, which
 * tells what differs. From its marks and from that it is told whose a file is. */

#include "store/sqlite/sc-own-schema-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sqlite/sc-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"

typedef struct {
  char *type;
  char *name;
  char *table;
  char *sql;
} Thing;

static void
thing_free (gpointer data)
{
  Thing *self = data;

  g_free (self->type);
  g_free (self->name);
  g_free (self->table);
  g_free (self->sql);
  g_free (self);
}

static char *
dup_column (ScStatement *statement,
            int          column)
{
  return sc_statement_is_null (statement, column) ? g_strdup ("") : sc_statement_dup_text (statement, column);
}

/* By name. What SQLite keeps for itself is left out: its own indexes, and
 * what it has learnt about the others. */
static GHashTable *
list_things (ScConnection *connection,
             GError      **error)
{
  g_autoptr (GHashTable) things = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, thing_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (connection,
                               "SELECT type, name, tbl_name, sql FROM sqlite_schema"
                               " WHERE NOT (type = 'index' AND sql IS NULL)"
                               "  AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))",
                               error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_step (statement, error))
    {
      Thing *thing = g_new0 (Thing, 1);

      thing->type = dup_column (statement, 0);
      thing->name = dup_column (statement, 1);
      thing->table = dup_column (statement, 2);
      thing->sql = dup_column (statement, 3);
      g_hash_table_replace (things, thing->name, thing);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&things);
}

static ScConnection *
make_example (guint    version,
              GError **error)
{
  g_autoptr (ScConnection) connection = sc_connection_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (connection == NULL)
    return NULL;

  for (guint i = 1; i <= version; i++)
    {
      const char *step = sc_schema_get_step (i, error);

      if (step == NULL || !sc_connection_run (connection, step, error))
        return NULL;
    }

  return g_steal_pointer (&connection);
}

/* What a version of the schema consists of; kept, since every opening asks. */
static GHashTable *
get_expected (guint    version,
              GError **error)
{
  static GMutex lock;
  static GHashTable *known;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  GHashTable *things;

  if (known == NULL)
    known = g_hash_table_new (NULL, NULL);

  things = g_hash_table_lookup (known, GUINT_TO_POINTER (version));
  if (things == NULL)
    {
      g_autoptr (ScConnection) example = make_example (version, error);

      things = example != NULL ? list_things (example, error) : NULL;
      if (things != NULL)
        g_hash_table_insert (known, GUINT_TO_POINTER (version), things);
    }

  return things;
}

/* SQLite writes what a migration altered in its own way, which is another
 * from release to release; only spaces and quotes differ. */
static char *
squeeze (const char *sql)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (const char *at = sql; *at != '\0'; at++)
    if (!g_ascii_isspace (*at) && *at != '"')
      g_string_append_c (squeezed, *at);

  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

static gboolean
is_same (const Thing *a,
         const Thing *b)
{
  g_autofree char *squeezed_a = NULL;
  g_autofree char *squeezed_b = NULL;

  if (!g_str_equal (a->type, b->type) || !g_str_equal (a->table, b->table))
    return FALSE;
  if (g_str_equal (a->sql, b->sql))
    return TRUE;

  squeezed_a = squeeze (a->sql);
  squeezed_b = squeeze (b->sql);

  return g_str_equal (squeezed_a, squeezed_b);
}

static void
add_difference (GPtrArray   *differences,
                const Thing *thing,
                const char  *problem)
{
  /* A name may be anything; it is not to turn a terminal's text around. */
  g_autofree char *name = g_strescape (thing->name, NULL);
  g_autofree char *table = g_strescape (thing->table, NULL);

  if (g_str_equal (thing->type, "table"))
    /* Translators: %1$s is a table of the database, %2$s a sentence. */
    g_ptr_array_add (differences, g_strdup_printf (_("%1$s, the table: %2$s"), name, problem));
  else if (g_str_equal (thing->type, "index"))
    /* Translators: %1$s is a table of the database, %2$s an index, %3$s a sentence. */
    g_ptr_array_add (differences, g_strdup_printf (_("%1$s, index %2$s: %3$s"), table, name, problem));
  else if (g_str_equal (thing->type, "trigger"))
    /* Translators: %1$s is a table of the database, %2$s a trigger, %3$s a sentence. */
    g_ptr_array_add (differences, g_strdup_printf (_("%1$s, trigger %2$s: %3$s"), table, name, problem));
  else
    /* Translators: %1$s is a view of the database, %2$s a sentence. */
    g_ptr_array_add (differences, g_strdup_printf (_("%1$s, a view: %2$s"), name, problem));
}

/* Which columns a table that is another has not, as far as that can be told. */
static gboolean
name_columns (ScConnection *connection,
              const Thing  *expected,
              guint         version,
              GPtrArray    *differences)
{
  g_autoptr (ScConnection) example = make_example (version, NULL);
  g_autoptr (ScStatement) wanted = NULL;
  guint n_before = differences->len;

  if (example == NULL)
    return FALSE;
  wanted = sc_connection_prepare_own (example, "SELECT name FROM pragma_table_info(:table)", NULL);
  if (wanted == NULL)
    return FALSE;

  sc_statement_bind_text (wanted, ":table", expected->name);
  while (sc_statement_step (wanted, NULL))
    {
      const char *column = sc_statement_get_text (wanted, 0);
      g_autoptr (ScStatement) found =
        sc_connection_prepare_own (connection, "SELECT 1 FROM pragma_table_info(:table) WHERE name = :column", NULL);

      if (found == NULL)
        return FALSE;
      sc_statement_bind_text (found, ":table", expected->name);
      sc_statement_bind_text (found, ":column", column);
      if (!sc_statement_step (found, NULL))
        g_ptr_array_add (differences,
                         /* Translators: %1$s is a table of the database, %2$s a field of it. */
                         g_strdup_printf (_("%1$s, %2$s: The field is missing."), expected->name, column));
    }

  return differences->len > n_before;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_to_checksum (GChecksum  *checksum,
                 const char *text)
{
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static char *
make_checksum (GHashTable *things)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (things);

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const Thing *thing = g_hash_table_lookup (things, names->pdata[i]);
      g_autofree char *sql = squeeze (thing->sql);

      add_to_checksum (checksum, thing->type);
      add_to_checksum (checksum, thing->name);
      add_to_checksum (checksum, thing->table);
      add_to_checksum (checksum, sql);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * sc_own_schema_make_checksum:
 * @connection: a connection
 * @error: why it can't be read
 *
 * Returns: (transfer full): a checksum of the database's tables, indexes and triggers,
 *   the same however SQLite spaces and quotes what a migration altered
 */
char *
sc_own_schema_make_checksum (ScConnection *connection,
                             GError      **error)
{
  g_autoptr (GHashTable) things = list_things (connection, error);

  return things != NULL ? make_checksum (things) : NULL;
}

static gboolean
is_as_known (GHashTable *found,
             guint       version)
{
  g_autofree char *checksum = NULL;

  if (version != sc_schema_get_version ())
    return FALSE;

  checksum = make_checksum (found);

  return g_str_equal (checksum, sc_schema_get_checksum ());
}

/**
 * sc_own_schema_compare:
 * @connection: a connection
 * @version: the version of the database's schema, which this program knows
 * @differences: (element-type utf8): where to add a sentence for everything
 *   that is not as the migrations make it
 * @error: why it can't be compared
 *
 * Takes a tenth of a millisecond where nothing differs from the newest version.
 *
 * Returns: whether it could be compared
 */
gboolean
sc_own_schema_compare (ScConnection *connection,
                       guint         version,
                       GPtrArray    *differences,
                       GError      **error)
{
  g_autoptr (GHashTable) found = list_things (connection, error);
  GHashTable *expected;
  GHashTableIter iter;
  const char *name;
  const Thing *thing;

  if (found == NULL)
    return FALSE;
  if (is_as_known (found, version))
    return TRUE;

  expected = get_expected (version, error);
  if (expected == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &thing))
    {
      const Thing *other = g_hash_table_lookup (found, name);

      if (other == NULL)
        add_difference (differences, thing, _("This is missing."));
      else if (!is_same (thing, other) && !name_columns (connection, thing, version, differences))
        add_difference (differences, thing, _("This is not as Stagecraft makes it."));
    }

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, (gpointer *) &name, (gpointer *) &thing))
    if (!g_hash_table_contains (expected, name))
      add_difference (differences, thing, _("This is not of Stagecraft’s making."));

  return TRUE;
}

/**
 * sc_own_schema_read_marks:
 * @connection: a connection
 * @application: (out): whose the file says it is
 * @version: (out): which version of the schema it says it has
 * @n_things: (out): how many tables, indexes and triggers there are
 * @error: why it can't be read
 *
 * Reads them at one moment: another program may be making the file meanwhile.
 *
 * Returns: whether it could be read
 */
gboolean
sc_own_schema_read_marks (ScConnection *connection,
                          gint64       *application,
                          gint64       *version,
                          gint64       *n_things,
                          GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (connection,
                               "SELECT (SELECT application_id FROM pragma_application_id),"
                               " (SELECT user_version FROM pragma_user_version),"
                               " (SELECT count(*) FROM sqlite_schema)",
                               error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (sc_statement_step (statement, &local_error))
    {
      *application = sc_statement_get_int (statement, 0);
      *version = sc_statement_get_int (statement, 1);
      *n_things = sc_statement_get_int (statement, 2);
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
inspect_current (ScConnection *connection,
                 ScFileState  *state,
                 GError      **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);

  if (!sc_own_schema_compare (connection, sc_schema_get_version (), differences, error))
    return FALSE;

  *state = differences->len == 0 ? SC_FILE_CURRENT : SC_FILE_ALTERED;

  return TRUE;
}

/**
 * sc_own_schema_inspect:
 * @connection: a connection
 * @state: (out): whose file it is
 * @error: why it can't be read
 *
 * Returns: whether it could be read
 */
gboolean
sc_own_schema_inspect (ScConnection *connection,
                       ScFileState  *state,
                       GError      **error)
{
  gint64 application = 0;
  gint64 version = 0;
  gint64 n_things = 0;

  if (!sc_own_schema_read_marks (connection, &application, &version, &n_things, error))
    return FALSE;

  if (application != SC_APPLICATION_ID)
    *state = application == 0 && version == 0 && n_things == 0 ? SC_FILE_EMPTY : SC_FILE_FOREIGN;
  else if (version < 1)
    *state = SC_FILE_FOREIGN;
  else if (version < sc_schema_get_version ())
    *state = SC_FILE_OLDER;
  else if (version == sc_schema_get_version ())
    return inspect_current (connection, state, error);
  else
    *state = SC_FILE_NEWER;

  return TRUE;
}
