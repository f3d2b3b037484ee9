/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A database of every earlier version becomes one of today, with all that it
 * held, and a copy of what it was stays. */

#include <sqlite3.h>

#include "store/sc-kept-copies.h"
#include "store/sqlite/sc-migration-private.h"
#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-schema-private.h"
#include "store/sqlite/sc-sqlite-private.h"
#include "store/store-fixture.h"

static void
make_from_dump (const char *path,
                guint       version)
{
  g_autofree char *name = g_strdup_printf ("%u.sql", version);
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", "schema", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *handle = NULL;

  g_file_get_contents (dump, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static guint
count_copies (const char *path)
{
  g_autoptr (GPtrArray) copies = sc_kept_copies_list (path);

  return copies->len;
}

/* Every table with its columns, every index and trigger. */
static char *
list_schema (const char *path)
{
  g_autoptr (ScConnection) connection = sc_connection_open (path, SQLITE_OPEN_READONLY, NULL);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT thing.type || ' ' || thing.name || ' ' || coalesce(part.name, '')"
                           " || ' ' || coalesce(part.type, '') || ' ' || coalesce(part.\"notnull\", '')"
                           " FROM sqlite_schema AS thing LEFT JOIN pragma_table_xinfo (thing.name) AS part"
                           " WHERE thing.name NOT LIKE 'sqlite_%'"
                           " UNION ALL"
                           " SELECT thing.name || ' ' || part.seqno || ' ' || coalesce(part.name, '')"
                           " FROM sqlite_schema AS thing JOIN pragma_index_xinfo (thing.name) AS part"
                           " WHERE thing.type = 'index'"
                           " ORDER BY 1",
                           NULL);

  while (sc_statement_step (statement, NULL))
    g_string_append_printf (list, "%s\n", sc_statement_get_text (statement, 0));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_every_version_opens (void)
{
  for (guint version = 1; version <= sc_schema_get_version (); version++)
    {
      g_autoptr (StoreFixture) fixture = store_fixture_new ();
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) processes = NULL;
      g_autoptr (ScVersion) design = NULL;
      g_autofree char *fresh = list_schema (fixture->path);
      g_autofree char *migrated = NULL;
      g_autoptr (GError) error = NULL;

      g_clear_object (&fixture->store);
      g_free (fixture->path);
      fixture->path = g_build_filename (fixture->folder, "old.db", NULL);
      make_from_dump (fixture->path, version);
      store_fixture_reopen (fixture);

      g_assert_true (sc_store_check (fixture->store, problems, &error));
      g_assert_no_error (error);
      processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (processes->len, ==, 3);
      design = sc_store_load_version (fixture->store, ((ScProcess *) processes->pdata[0])->id,
                                      SC_VERSION_WANTED_PUBLISHED, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (design->stages->len, >, 4);
      migrated = list_schema (fixture->path);
      g_assert_cmpstr (migrated, ==, fresh);
      g_assert_cmpuint (count_copies (fixture->path), ==, version < sc_schema_get_version () ? 1 : 0);
    }
}

/* What a bulk change kept of deals was JSON once. */
static void
test_kept_deals_stay (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;

  make_from_dump (path, 1);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "INSERT INTO kept_deal SELECT 1, id, json_object('external_id', external_id,"
                                 " 'stage_id', stage_id, 'status', 'won', 'position', position, 'title', 'As it was',"
                                 " 'probability', 0.5, 'entered_at', entered_at, 'notes', notes, 'search', search,"
                                 " 'revision', 1, 'expects', 7) FROM deal WHERE id = 1",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_clear_object (&fixture->store);
  g_set_str (&fixture->path, path);
  store_fixture_reopen (fixture);
  g_clear_object (&fixture->store);

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT count(*) FROM kept_deal JOIN deal ON deal.id = kept_deal.deal_id"
                                       " WHERE change_id = 1 AND deal_id = 1 AND kept_deal.stage_id = deal.stage_id"
                                       "  AND kept_deal.title = 'As it was' AND kept_deal.status = 'won'"
                                       "  AND kept_deal.probability = 0.5 AND kept_deal.source IS NULL"
                                       "  AND kept_deal.revision = 1 AND expects = 7",
                                       -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 1);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

static gint64
read_number (sqlite3    *handle,
             const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return number;
}

/* Deals as imports wrote them up to version 2: 101 is open, 102 was won on the day that
 * its table told, of 103 the day of the end was before its beginning, and was moved; a
 * person has moved 104 since. */
static const char imported[] =
  "INSERT INTO change (id, made_at, user_id, window, scope, process_id, name, inverse)"
  " VALUES (100, 1795491271455010, 1, 'w', 'deals', 1, 'Import', '{\"bulk\":\"import\",\"root\":100,\"rows\":[]}'),"
  "  (101, 1795491271455020, 1, 'w', 'deals', 1, 'Move', '{\"root\":101,\"rows\":[]}');"
  "CREATE TEMP TABLE made (id INTEGER, status TEXT, started TEXT, closed TEXT, began TEXT, ended TEXT);"
  "INSERT INTO made VALUES (101, 'open', '2026-01-05', NULL, '2026-01-05', '2026-01-05'),"
  "  (102, 'won', '2026-01-05', '2026-03-04', '2026-01-05', '2026-03-04'),"
  "  (103, 'lost', '2026-05-05', '2026-03-04', '2026-05-05', '2026-05-05'),"
  "  (104, 'open', '2026-01-05', NULL, '2026-01-05', '2026-01-05');"
  "INSERT INTO deal (id, process_id, stage_id, status, position, title, started, closed, entered_at, search, created_by)"
  " SELECT made.id, 1, deal.stage_id, made.status, 'z', 'T', made.started, made.closed, unixepoch(ended, '+6 hours') * 1000000,"
  "  't', 100 FROM made JOIN deal ON deal.id = 2;"
  "INSERT INTO deal_event (deal_id, change_id, happened_at, field, new)"
  " SELECT id, 100, unixepoch(began, '+6 hours') * 1000000, 'stage', 'x' FROM made;"
  "INSERT INTO deal_event (deal_id, change_id, happened_at, field, old, new)"
  " SELECT id, 100, unixepoch(ended, '+6 hours') * 1000000, 'stage', 'x', 'z' FROM made WHERE status <> 'open';"
  "INSERT INTO deal_event (deal_id, change_id, happened_at, field, old, new)"
  " SELECT id, 100, unixepoch(ended, '+6 hours') * 1000000, 'status', 'open', status FROM made WHERE status <> 'open';"
  "INSERT INTO deal_event (deal_id, change_id, happened_at, field, new) VALUES (104, 101, 1795491271455020, 'stage', 'y');"
  "UPDATE deal SET entered_at = 1795491271455020 WHERE id = 104";

/* What imports had worked out is known as that: all that they said of stages, and a
 * status where the deal does not have that day. */
static void
test_inferred_events (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  sqlite3 *handle = NULL;
  gint64 n_told;

  make_from_dump (path, 2);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  n_told = read_number (handle, "SELECT count(*) FROM deal_event");
  g_assert_cmpint (sqlite3_exec (handle, imported, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_clear_object (&fixture->store);
  g_set_str (&fixture->path, path);
  store_fixture_reopen (fixture);
  g_clear_object (&fixture->store);

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM deal_event WHERE is_inferred = 0 AND deal_id < 101"), ==, n_told);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM deal_event WHERE is_inferred = 1 AND field = 'stage'"), ==, 6);
  g_assert_cmpint (read_number (handle, "SELECT group_concat(deal_id) FROM deal_event WHERE is_inferred = 1 AND field = 'status'"),
                   ==, 103);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM deal WHERE id > 100 AND entered_at IS NULL"), ==, 3);
  g_assert_cmpint (read_number (handle, "SELECT entered_at FROM deal WHERE id = 104"), ==, 1795491271455020);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM deal WHERE id < 100 AND entered_at IS NULL"), ==, 0);
  sqlite3_close (handle);
}

/* Stage 3's own row is of a published version, row 900 of a draft that says the same of
 * it, but for one tactic. */
static const char with_tactics[] =
  "UPDATE version_stage SET tactics = '[{\"title\":\"A\",\"text\":\"1\"},{\"title\":\"A\",\"text\":\"1\"},"
  "{\"title\":\"B\",\"text\":\"2\"}]' WHERE id = 3;"
  "INSERT INTO version SELECT 900, '00000000-0000-4000-8000-000000000900', process_id, 900, 'draft', language, selling, novelty,"
  "  demand, market, offer, payment_terms, NULL, NULL, revision, created_by, NULL FROM version WHERE id = 1;"
  "INSERT INTO version_stage SELECT 900, 900, stage_id, position, name, kinds, goal, entry, actions, exit_criteria, NULL, '[]',"
  "  duration, duration_unit, probability, colour, documents,"
  "  '[{\"title\":\"C\",\"text\":\"3\"},{\"title\":\"A\",\"text\":\"1\"}]', revision, created_by, NULL"
  " FROM version_stage WHERE id = 3;"
  "INSERT INTO change (id, made_at, user_id, window, scope, process_id, name, inverse)"
  " VALUES (900, 1795491271455010, 1, 'w', 'design', 1, 'Tactics of a stage', '{\"root\":900,\"rows\":[{\"table\":\"version_stage\","
  "\"id\":900,\"at\":1,\"new\":false,\"old\":{\"tactics\":\"[{\\\"title\\\":\\\"B\\\",\\\"text\\\":\\\"2\\\"}]\"}}]}');"
  "UPDATE version_stage SET revision = 900 WHERE id = 900";

static const char *
get_tactic_id (const ScVersion *version,
               guint            tactic)
{
  for (guint i = 0; i < version->stages->len; i++)
    if (sc_version_get_stage (version, i)->tactics->len > tactic)
      return ((ScTactic *) sc_version_get_stage (version, i)->tactics->pdata[tactic])->id;

  g_assert_not_reached ();
}

/* A tactic has one id, in all versions and however often it is read; what an undo brings
 * back has the one that it would have had. */
static void
test_tactics_have_ids (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  sqlite3 *handle = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (ScVersion) published = NULL;
  g_autoptr (ScVersion) draft = NULL;
  g_autoptr (ScVersion) undone = NULL;
  g_autoptr (ScVersion) again = NULL;
  const char *process_id;

  make_from_dump (path, 4);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, with_tactics, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_clear_object (&fixture->store);
  g_set_str (&fixture->path, path);
  store_fixture_reopen (fixture);
  g_assert_true (sc_store_check (fixture->store, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);

  processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, NULL);
  process_id = ((ScProcess *) processes->pdata[0])->id;
  published = sc_store_load_version (fixture->store, process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  draft = sc_store_load_version (fixture->store, process_id, SC_VERSION_WANTED_DRAFT, NULL);
  g_assert_cmpstr (get_tactic_id (published, 0), !=, get_tactic_id (published, 1));
  g_assert_cmpstr (get_tactic_id (published, 0), !=, get_tactic_id (published, 2));
  g_assert_cmpstr (get_tactic_id (published, 0), ==, get_tactic_id (draft, 1));
  g_assert_cmpstr (get_tactic_id (published, 0), !=, get_tactic_id (draft, 0));
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_uuid_string_is_valid (get_tactic_id (published, i)));

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM version_stage, json_each(tactics) WHERE value ->> 'id' IS NULL"),
                   ==, 0);
  /* What taking the change back does to the row. */
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE version_stage SET tactics = (SELECT inverse ->> '$.rows[0].old.tactics' FROM change"
                                 " WHERE id = 900) WHERE id = 900", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  undone = sc_store_load_version (fixture->store, process_id, SC_VERSION_WANTED_DRAFT, NULL);
  again = sc_store_load_version (fixture->store, process_id, SC_VERSION_WANTED_DRAFT, NULL);
  g_assert_cmpstr (get_tactic_id (undone, 0), ==, get_tactic_id (published, 2));
  g_assert_cmpstr (get_tactic_id (undone, 0), ==, get_tactic_id (again, 0));
  g_assert_true (sc_store_check (fixture->store, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
}

static const char *const steps[] = {
  "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO thing VALUES (1, 'kept')",
  "ALTER TABLE thing ADD COLUMN colour TEXT DEFAULT 'red'",
  "CREATE TABLE other (id INTEGER)",
};

static const char *const broken_steps[] = {
  "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)",
  "ALTER TABLE thing ADD COLUMN colour TEXT",
  "CREATE TABLE thing (id INTEGER)",
};

static char *
read_text (ScConnection *connection,
           const char   *sql)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, NULL);

  return statement != NULL && sc_statement_step (statement, NULL) ? sc_statement_dup_text (statement, 0) : NULL;
}

/* Deals of version 4: 13 is won, of 14 nobody knows when, 15 was won and ended early, 16
 * came in as one that had, 17 was kept as what it was before it was lost. */
static const char clients[] =
  "CREATE TEMP TABLE made (id INTEGER, status TEXT, closed TEXT);"
  "INSERT INTO made VALUES (13, 'won', '2026-03-04'), (14, 'won', NULL), (15, 'ended-early', '2026-03-05'),"
  "  (16, 'ended-early', '2026-03-06'), (17, 'lost', '2026-03-07');"
  "INSERT INTO deal (id, process_id, stage_id, status, position, title, closed, search, created_by)"
  " SELECT made.id, 1, deal.stage_id, made.status, 'z', 'T', made.closed, 't', 1 FROM made JOIN deal ON deal.id = 2;"
  "INSERT INTO deal_event (deal_id, change_id, happened_at, field, old, new)"
  " VALUES (15, 1, 1, 'status', 'open', 'won'), (15, 1, 2, 'status', 'won', 'ended-early'),"
  "  (16, 1, 2, 'status', 'open', 'ended-early');"
  "INSERT INTO kept_deal (change_id, deal_id, stage_id, status, position, title, closed, notes, search, revision)"
  " SELECT 1, id, stage_id, 'won', position, title, '2026-03-08', notes, search, revision FROM deal WHERE id = 17";

/* A client's deal was won on the day on which it was closed; nothing is made up. */
static void
test_won_days (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *days = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *parked = NULL;
  g_autoptr (ScConnection) connection = NULL;
  sqlite3 *handle = NULL;

  make_from_dump (path, 4);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, clients, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  g_clear_object (&fixture->store);
  g_set_str (&fixture->path, path);
  store_fixture_reopen (fixture);

  connection = sc_connection_open (path, SQLITE_OPEN_READONLY, NULL);
  days = read_text (connection, "SELECT group_concat(id || ' ' || won_on) FROM deal WHERE won_on IS NOT NULL");
  g_assert_cmpstr (days, ==, "9 2025-11-11,13 2026-03-04,15 2026-03-05");
  kept = read_text (connection, "SELECT group_concat(deal_id || ' ' || won_on) FROM kept_deal WHERE deal_id = 17");
  g_assert_cmpstr (kept, ==, "17 2026-03-08");
  parked = read_text (connection, "SELECT count(*) FROM deal WHERE parked_until IS NOT NULL");
  g_assert_cmpstr (parked, ==, "0");
}

/* Every start relies on it. */
static void
test_checksum_is_of_all_steps (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScConnection) connection = sc_connection_open (fixture->path, SQLITE_OPEN_READONLY, &error);
  g_autofree char *checksum = NULL;

  g_assert_no_error (error);
  checksum = sc_own_schema_make_checksum (connection, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (checksum, ==, sc_schema_get_checksum ());
}

/* “№” was folded to “No” once, which nobody finds who types it. */
static void
test_search_keys (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  sqlite3 *handle = NULL;

  make_from_dump (path, 8);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE deal SET title = '№ 5', search = 'No 5' || substr(search, instr(search, char(10)))"
                                 " WHERE id = 1",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  g_clear_object (&fixture->store);
  g_set_str (&fixture->path, path);
  store_fixture_reopen (fixture);
  g_clear_object (&fixture->store);

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (read_number (handle, "SELECT count(*) FROM deal WHERE search GLOB 'no 5*'"), ==, 1);
  sqlite3_close (handle);
}

static void
test_steps_follow_a_copy (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "steps.db", NULL);
  g_autofree char *colour = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScConnection) connection =
    sc_connection_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_true (sc_migration_take_steps (connection, path, steps, 1, &error));
  g_assert_cmpuint (count_copies (path), ==, 0);
  g_assert_true (sc_migration_take_steps (connection, path, steps, G_N_ELEMENTS (steps), &error));
  g_assert_cmpuint (count_copies (path), ==, 1);
  colour = read_text (connection, "SELECT colour FROM thing WHERE name = 'kept'");
  g_assert_cmpstr (colour, ==, "red");
  g_assert_true (sc_migration_take_steps (connection, path, steps, G_N_ELEMENTS (steps), &error));
  g_assert_cmpuint (count_copies (path), ==, 1);
}

static void
test_broken_step_changes_nothing (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "steps.db", NULL);
  g_autofree char *version = NULL;
  g_autofree char *column = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScConnection) connection =
    sc_connection_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_true (sc_migration_take_steps (connection, path, broken_steps, 1, &error));
  g_assert_false (sc_migration_take_steps (connection, path, broken_steps, G_N_ELEMENTS (broken_steps), &error));
  g_assert_nonnull (error);
  version = read_text (connection, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "1");
  column = read_text (connection, "SELECT name FROM pragma_table_info ('thing') WHERE name = 'colour'");
  g_assert_null (column);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  const char *remove[] = { "rm", "-r", data, NULL };
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migration/kept-deals-stay", test_kept_deals_stay);
  g_test_add_func ("/migration/inferred-events", test_inferred_events);
  g_test_add_func ("/migration/tactics-have-ids", test_tactics_have_ids);
  g_test_add_func ("/migration/won-days", test_won_days);
  g_test_add_func ("/migration/search-keys", test_search_keys);
  g_test_add_func ("/migration/every-version-opens", test_every_version_opens);
  g_test_add_func ("/migration/checksum-is-of-all-steps", test_checksum_is_of_all_steps);
  g_test_add_func ("/migration/steps-follow-a-copy", test_steps_follow_a_copy);
  g_test_add_func ("/migration/broken-step-changes-nothing", test_broken_step_changes_nothing);

  status = g_test_run ();
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);

  return status;
}
