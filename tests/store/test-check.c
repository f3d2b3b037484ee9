/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the check of a database finds: whatever the program did not put there,
 * by table, row and field. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/sc-deal-criteria.h"
#include "store/store-fixture.h"
#include "store/tables/sc-column-private.h"

/* Made once. */
static GBytes *sample;

static GBytes *
make_sample (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  const char *argv[] = {
    g_getenv ("STAGECRAFT"), "--database", fixture->path, "database", "sample", "--deals=40", "--processes=2",
    "--seed=7", "--language=en", NULL,
  };
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_clear_object (&fixture->store);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, &error));

  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

/* A database with processes, deals and their history, as a file that is not
 * open. */
static StoreFixture *
copy_sample (void)
{
  StoreFixture *fixture = store_fixture_new ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  g_file_set_contents (fixture->path, g_bytes_get_data (sample, NULL), (gssize) g_bytes_get_size (sample), &error);
  g_assert_no_error (error);

  return fixture;
}

/* As another program might, that heeds no rule. */
static void
tamper (StoreFixture *fixture,
        const char   *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static GPtrArray *
check (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  fixture->store = sc_store_open (fixture->path, SC_STORE_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  sc_store_check (fixture->store, problems, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->store);

  return g_steal_pointer (&problems);
}

static gboolean
has_problem (GPtrArray  *problems,
             const char *beginning)
{
  for (guint i = 0; i < problems->len; i++)
    if (g_str_has_prefix (problems->pdata[i], beginning))
      return TRUE;

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);

  return FALSE;
}

static void
test_sample_is_sound (void)
{
  g_autoptr (StoreFixture) fixture = copy_sample ();
  g_autoptr (GPtrArray) problems = check (fixture);

  g_assert_cmpuint (problems->len, ==, 0);
}

/* An answer of deal 5. */
#define ANSWER(columns, values) \
        "INSERT INTO answer (id, deal_id, criterion, answered_at, user_id, created_by, " columns ")" \
        " VALUES (5000, 5, '00000000-0000-4000-8000-000000000000', 1795491271455010, 1, 1, " values ")"

#define ORGANISATION_WITH(values) \
        "INSERT INTO process_organisation (process_id, code, owner_post, approver, approver_post, approved_by, effective," \
        " target_cycle, created_by) VALUES (1, '', '', '', '', " values ", 1)"

static const struct {
  const char *name;
  const char *sql;
  const char *problem;
} cases[] = {
  { "answer-of-another-type", ANSWER ("state, type, value, search", "'answered', 'number', 'many', char(10)"),
    "answer, row 5000, value: This is not an answer of its type." },
  { "answer-of-no-type", ANSWER ("state, type, value, search", "'answered', 'mood', 'good', char(10)"),
    "answer, row 5000, type: This is not known here." },
  { "answer-not-utf8", ANSWER ("state, type, value, search", "'answered', 'text', CAST(x'f0' AS TEXT), char(10)"),
    "answer, row 5000, value: This is not UTF-8 text." },
  { "answer-null-character", ANSWER ("state, type, value, search", "'answered', 'text', 'a' || char(0) || 'b', 'a' || char(10)"),
    "answer, row 5000, value: This holds a null character." },
  { "answer-too-long", ANSWER ("state, type, value, search", "'answered', 'text', printf('%.*c', 1048577, 'a'), char(10)"),
    "answer, row 5000, value: This is longer than it can be." },
  { "answer-without-value", ANSWER ("state, type, value, search", "'answered', 'text', NULL, char(10)"),
    "answer, row 5000, value: This is not an answer of its type." },
  { "answer-of-no-state", ANSWER ("state, type, value, search", "'maybe', 'text', 'x', 'x' || char(10)"),
    "answer, row 5000, state: This is not known here." },
  { "answer-money", ANSWER ("state, type, value, search", "'answered', 'money', '-5 EUR', char(10)"),
    "answer, row 5000, value: This is not an answer of its type." },
  { "answer-search", ANSWER ("state, type, value, search", "'answered', 'text', 'x', 'y'"),
    "answer, row 5000, search: This is not what the deal is searched" },
  { "answer-taken-from-itself", ANSWER ("state, type, value, search, from_deal_id", "'answered', 'text', 'x', 'x' || char(10), 5"),
    "answer, row 5000, from_deal_id: The answer can’t have been" },
  { "answer-dangling", ANSWER ("state, type, value, search, from_deal_id", "'answered', 'text', 'x', 'x' || char(10), 999"),
    "answer, row 5000, from_deal_id: This refers to a row" },
  { "criteria", "UPDATE version_stage SET exit_criteria = '[{\"id\":5,\"text\":7}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-required",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"is_required\":1}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-asked",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"asked\":\"never\"}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-purpose",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"purpose\":\"fun\"}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-question",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"question\":{\"choices\":[]}}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-answer-type",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"question\":{\"type\":\"tick\"}}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-choices",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"question\":{\"type\":\"choice\",\"choices\":[1]}}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-was",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\",\"was\":[\"x\"]}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "criterion-twice",
    "UPDATE version_stage SET exit_criteria = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"x\"},{\"id\":\"00000000-0000-4000-8000-000000000001\",\"text\":\"y\"}]' WHERE id = 3",
    "version_stage, row 3, exit_criteria: This is not the list" },
  { "tactic-kind",
    "UPDATE version_stage SET tactics = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"x\",\"text\":\"y\",\"kind\":\"joke\"}]' WHERE id = 3",
    "version_stage, row 3, tactics: This is not the list" },
  { "tactic-when",
    "UPDATE version_stage SET tactics = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"x\",\"text\":\"y\",\"when\":[]}]' WHERE id = 3",
    "version_stage, row 3, tactics: This is not the list" },
  { "tactic-conditions",
    "UPDATE version_stage SET tactics = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"x\",\"text\":\"y\",\"when\":{\"labels\":\"x\"}}]' WHERE id = 3",
    "version_stage, row 3, tactics: This is not the list" },
  { "tactic-id",
    "UPDATE version_stage SET tactics = '[{\"id\":\"1\",\"title\":\"x\",\"text\":\"y\"}]' WHERE id = 3",
    "version_stage, row 3, tactics: This is not the list" },
  { "tactic-twice",
    "UPDATE version_stage SET tactics = '[{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"x\",\"text\":\"y\"},{\"id\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"x\",\"text\":\"y\"}]' WHERE id = 3",
    "version_stage, row 3, tactics: This is not the list" },
  { "refusal",
    "UPDATE version_stage SET refusal = 'maybe' WHERE id = 3",
    "version_stage, row 3, refusal: This is not known here." },
  { "refusal-stage",
    "UPDATE version_stage SET refusal_stage = '5' WHERE id = 3",
    "version_stage, row 3, refusal_stage: This has to be a UUID." },
  { "refusal-after",
    "UPDATE version_stage SET refusal_after = -1 WHERE id = 3",
    "version_stage, row 3, refusal_after: This is out of range." },
  { "refusal-after-unit",
    "UPDATE version_stage SET refusal_after_unit = 'moons' WHERE id = 3",
    "version_stage, row 3, refusal_after_unit: This is not known here." },
  { "not-utf8", "UPDATE version_stage SET name = CAST(x'f0' AS TEXT) WHERE id = 3",
    "version_stage, row 3, name: This is not UTF-8 text." },
  { "null-character", "UPDATE deal SET title = 'a' || char(0) || 'b' WHERE id = 5",
    "deal, row 5, title: This holds a null character." },
  { "unknown-kind", "UPDATE version_stage SET kinds = 'presentation dancing' WHERE id = 3",
    "version_stage, row 3, kinds: This is not known here." },
  { "list-of-another-type", "UPDATE version_stage SET actions = '{}' WHERE id = 3",
    "version_stage, row 3, actions: This is not the list" },
  { "deep-list", "UPDATE version_stage SET tactics = replace(printf('%.*c', 100000, '['), '', '') WHERE id = 3",
    "version_stage, row 3, tactics: This is not the list" },
  { "status", "UPDATE deal SET status = 'maybe' WHERE id = 5", "deal, row 5, status: This is not known here." },
  { "place", "UPDATE deal SET position = '~' WHERE id = 5", "deal, row 5, position: This has to be a place" },
  { "day", "UPDATE deal SET started = '2024-02-30' WHERE id = 5", "deal, row 5, started: This has to be a day" },
  { "year", "UPDATE deal SET entered_at = 253402387200000000 WHERE id = 5", "deal, row 5, entered_at: This is out of range." },
  { "money", "UPDATE deal SET value_minor = -1 WHERE id IN (SELECT min(id) FROM deal WHERE value_minor > 0)", "deal, row" },
  { "currency", "UPDATE deal SET value_minor = 5, currency = 'eur' WHERE id = 5",
    "deal, row 5, currency: This has to be the code of a currency." },
  { "currency-alone", "UPDATE deal SET value_minor = NULL, currency = 'EUR' WHERE id = 5",
    "deal, row 5, currency: A value and its currency go together." },
  { "dangling", "UPDATE deal SET owner_id = 999 WHERE id = 5", "deal, row 5, owner_id: This refers to a row that is not" },
  { "due-time", "UPDATE activity SET due = '2026-01-05', due_time = '9:00' WHERE id = 1",
    "activity, row 1, due_time: This has to be a time in the form HH:MM." },
  { "due-time-alone", "UPDATE activity SET due = NULL, due_time = '09:00' WHERE id = 1",
    "activity, row 1, due_time: A time is one of a day." },
  { "result-alone", "UPDATE activity SET done_at = NULL, result = 'told' WHERE id = 1",
    "activity, row 1, result: A result is one of a step that is done." },
  { "contact-part", "INSERT INTO contact (deal_id, person_id, part, place, created_by)"
    " SELECT id, person_id, 'boss', 0, created_by FROM deal WHERE person_id > 0 LIMIT 1",
    "contact, row 1, part: This is not known here." },
  { "dangling-contact", "INSERT INTO contact (deal_id, person_id, place, created_by) VALUES (1, 999999, 0, 1)",
    "contact, row 1, person_id: This refers to a row that is not" },
  { "dangling-change", "UPDATE payment SET created_by = 999 WHERE id = 1", "payment, row 1, created_by: This refers" },
  { "stage-of-another", "UPDATE deal SET stage_id = (SELECT max(id) FROM stage) WHERE id = (SELECT min(id) FROM deal)",
    "deal, row 1, stage_id: The stage belongs to another process." },
  { "history", "UPDATE deal_event SET new = 'nowhere' WHERE id = 1", "deal_event, row 1, new: The field can’t have become" },
  { "event-field", "UPDATE deal_event SET field = 'mood' WHERE id = 1", "deal_event, row 1, field: This is not known here." },
  { "won-day", "UPDATE deal SET won_on = '2026-01-05', status = 'lost' WHERE id = 5",
    "deal, row 5, won_on: A deal that has not reached the client was won on no day." },
  { "parked", "UPDATE deal SET parked_until = '2026-01-05', status = 'lost' WHERE id = 5",
    "deal, row 5, parked_until: A deal that is closed is not parked." },
  { "parked-total", "UPDATE stage_total SET parked_until = '2026-01-05' WHERE n_deals > 0 AND parked_until = ''", "stage_total, row " },
  { "sum", "UPDATE stage_total SET sum_minor = sum_minor + 1 WHERE n_deals > 0", "stage_total, row " },
  { "name-key", "UPDATE process SET name_key = 'other' WHERE id = 1", "process, row 1, name_key: This is not what" },
  { "search", "UPDATE deal SET search = 'x' WHERE id = 5", "deal, row 5, search: This is not what the deal is searched" },
  { "responsible", "UPDATE version_stage SET responsible = '00000000-0000-4000-8000-000000000000' WHERE id = 3",
    "version_stage, row 3, responsible: The version does not have the role." },
  { "participants", "UPDATE version_stage SET participants = '[\"00000000-0000-4000-8000-000000000000\"]' WHERE id = 3",
    "version_stage, row 3, participants: The version does not have the role." },
  { "mark", "UPDATE version SET mark = '00000000-0000-4000-8000-000000000000' WHERE id = 1",
    "version, row 1, mark: The version does not have the stage." },
  { "inverse", "UPDATE change SET inverse = '{\"root\":1,\"rows\":[{\"table\":\"sqlite_schema\",\"id\":1,\"at\":1,"
    "\"new\":false,\"old\":{}}]}' WHERE id = 1", "change, row 1, inverse: This is damaged" },
  { "inverse-value", "UPDATE change SET inverse = '{\"root\":1,\"rows\":[{\"table\":\"deal\",\"id\":1,\"at\":1,"
    "\"new\":false,\"old\":{\"status\":\"maybe\"}}]}' WHERE id = 1", "change, row 1, inverse: This is damaged" },
  { "tactic", "INSERT INTO tactic_use (deal_id, tactic, used_at, user_id, created_by) VALUES (1, 'x', 1, 1, 1)",
    "tactic_use, row 1, tactic: This has to be a UUID." },
  { "tactic-deal", "INSERT INTO tactic_use (deal_id, tactic, used_at, user_id, created_by)"
    " VALUES (4711, '00000000-0000-4000-8000-000000000001', 1767225600000000, 1, 1)", "tactic_use, row 1, deal_id: " },
  { "word-place", "INSERT INTO own_word (process_id, place, text, created_by) VALUES (1, 'general:beside', '', 1)",
    "own_word, row 1, place: This is not known here." },
  { "word-stage", "INSERT INTO own_word (process_id, place, text, created_by) VALUES (1, 'stage:x:after', '', 1)",
    "own_word, row 1, place: This is not known here." },
  { "word-process", "INSERT INTO own_word (process_id, place, text, created_by) VALUES (4711, 'general:after', '', 1)",
    "own_word, row 1, process_id: " },
  { "word-prints", "INSERT INTO own_word (process_id, place, text, prints, created_by) VALUES (1, 'general:after', '', '{}', 1)",
    "own_word, row 1, prints: This is not the list" },
  { "word-heirs", "INSERT INTO own_word (process_id, place, text, heirs, created_by) VALUES (1, 'general:after', '', '[\"x\"]', 1)",
    "own_word, row 1, heirs: This is not the list" },
  { "logo", "INSERT INTO organisation (name, short_name, city, logo, created_by) VALUES ('', '', '', 'data:image/gif;base64,R0lG', 1)",
    "organisation, row 1, logo: This has to be a picture" },
  { "plan-of-no-month", "INSERT INTO plan (process_id, month, amount_minor, currency, created_by) VALUES (1, '2026-13', 100, 'EUR', 1)",
    "plan, row 1, month: This has to be a month in the form YYYY-MM." },
  { "approved-by", ORGANISATION_WITH ("'nobody', NULL, NULL"), "process_organisation, row 1, approved_by: This is not known here." },
  { "effective", ORGANISATION_WITH ("'order', 'tomorrow', NULL"), "process_organisation, row 1, effective: This has to be a day" },
  { "target", ORGANISATION_WITH ("'order', NULL, 0"), "process_organisation, row 1, target_cycle: " },
  { "action", "INSERT INTO action_tick (deal_id, stage, action, ticked_at, user_id, created_by) VALUES (1, 'x', 'y', 1, 1, 1)",
    "action_tick, row 1, stage: This has to be a UUID." },
  { "action-text", "INSERT INTO action_tick (deal_id, stage, action, ticked_at, user_id, created_by)"
    " VALUES (1, '00000000-0000-4000-8000-000000000001', '', 1767225600000000, 1, 1)", "action_tick, row 1, action: This is empty." },
  { "action-deal", "INSERT INTO action_tick (deal_id, stage, action, ticked_at, user_id, created_by)"
    " VALUES (4711, '00000000-0000-4000-8000-000000000001', 'y', 1767225600000000, 1, 1)", "action_tick, row 1, deal_id: " },
  { "weekdays", "INSERT INTO calendar (weekdays, hours, created_by) VALUES ('mon,someday', 8, 1)",
    "calendar, row 1, weekdays: This is not known here." },
  { "no-weekdays", "INSERT INTO calendar (weekdays, hours, created_by) VALUES ('', 8, 1)",
    "calendar, row 1, weekdays: This is not known here." },
  { "hours", "INSERT INTO calendar (weekdays, hours, created_by) VALUES ('mon', 25, 1)",
    "calendar, row 1, hours: This is out of range." },
  { "two-weeks", "INSERT INTO calendar (weekdays, hours, created_by) VALUES ('mon', 8, 1), ('tue', 8, 1)",
    "calendar, row 2, id: There is one working week." },
  { "holiday", "INSERT INTO calendar_day (day, is_worked, is_fixed, created_by) VALUES ('2026-02-30', 0, 0, 1)",
    "calendar_day, row 1, day: This has to be a day" },
  { "holiday-name", "INSERT INTO calendar_day (day, name, is_worked, is_fixed, created_by) VALUES ('2026-02-03', ' ', 0, 0, 1)",
    "calendar_day, row 1, name: This is empty." },
  { "worked", "INSERT INTO calendar_day (day, is_worked, is_fixed, created_by) VALUES ('2026-02-03', 2, 0, 1)",
    "calendar_day, row 1, is_worked: This is out of range." },
  { "fixed-work", "INSERT INTO calendar_day (day, is_worked, is_fixed, created_by) VALUES ('2026-02-03', 1, 1, 1)",
    "calendar_day, row 1, is_fixed: A day that is worked on" },
  { "no-trigger", "DROP TRIGGER deal_left", "deal, trigger deal_left: This is missing." },
  { "foreign-trigger", "CREATE TRIGGER evil AFTER UPDATE ON deal BEGIN UPDATE deal SET title = 'x'; END",
    "deal, trigger evil: This is not of Stagecraft’s making." },
  { "other-trigger", "DROP TRIGGER deal_left; CREATE TRIGGER deal_left AFTER UPDATE ON deal BEGIN SELECT 1; END",
    "deal, trigger deal_left: This is not as Stagecraft makes it." },
  { "no-index", "DROP INDEX deal_board", "deal, index deal_board: This is missing." },
  { "no-table", "DROP TABLE tick", "tick, the table: This is missing." },
  { "no-column", "ALTER TABLE deal DROP COLUMN notes", "deal, notes: The field is missing." },
  { "foreign-table", "CREATE TABLE notes (id)", "notes, the table: This is not of Stagecraft’s making." },
  { "foreign-view", "CREATE VIEW mine AS SELECT 1", "mine, a view: This is not of Stagecraft’s making." },
};

static void
test_problem_is_named (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (StoreFixture) fixture = copy_sample ();
  g_autoptr (GPtrArray) problems = NULL;

  tamper (fixture, cases[index].sql);
  problems = check (fixture);
  g_assert_true (has_problem (problems, cases[index].problem));
}

/* What another program changed of the schema is not written through. */
static void
test_altered_schema_is_not_written (void)
{
  static const char *const alterations[] = {
    "DROP TRIGGER deal_left",
    "CREATE TRIGGER evil AFTER INSERT ON change BEGIN UPDATE deal SET title = 'x'; END",
    "DROP INDEX deal_board",
    "ALTER TABLE deal ADD COLUMN colour TEXT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (StoreFixture) fixture = copy_sample ();
      g_autoptr (GPtrArray) processes = NULL;
      g_autoptr (GError) error = NULL;

      tamper (fixture, alterations[i]);
      fixture->store = sc_store_open (fixture->path, SC_STORE_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      g_assert_true (sc_store_is_read_only (fixture->store));
      g_assert_nonnull (strstr (sc_store_get_notice (fixture->store), "triggers"));
      processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (processes->len, ==, 2);
    }
}

/* A bad row does not take the others away, and somebody is told of it. */
static void
test_lists_go_on (void)
{
  g_autoptr (StoreFixture) fixture = copy_sample ();
  g_autoptr (GPtrArray) processes = NULL;
  g_auto (GStrv) bad = NULL;
  g_autoptr (GError) error = NULL;

  tamper (fixture, "UPDATE process SET name = CAST(x'f0' AS TEXT) WHERE id = 1");
  store_fixture_reopen (fixture);
  processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (processes->len, ==, 1);
  bad = sc_bad_rows_list (sc_store_get_bad_rows (fixture->store));
  g_assert_cmpuint (g_strv_length (bad), ==, 1);
  g_assert_cmpstr (bad[0], ==, "process, row 1, name: This is not UTF-8 text.");
}

/* An answer that can't be is none, and the deal is shown with the others. */
static void
test_bad_answers_are_passed_over (void)
{
  g_autoptr (StoreFixture) fixture = copy_sample ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScVersion) version = NULL;
  g_auto (GStrv) bad = NULL;
  ScCriterion *criterion;
  const gint64 id = 5;
  g_autofree char *sql = NULL;

  store_fixture_reopen (fixture);
  deal = sc_store_load_deal (fixture->store, id, &error);
  g_assert_no_error (error);
  version = sc_store_load_version (fixture->store, deal->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
  criterion = sc_version_get_stage (version, 0)->criteria->pdata[0];
  g_clear_object (&fixture->store);
  sql = g_strdup_printf ("INSERT INTO answer (deal_id, criterion, answered_at, user_id, created_by, state, type, value)"
                         " VALUES (5, '%s', 1795491271455010, 1, 1, 'answered', 'date', 'soon')", criterion->id);
  tamper (fixture, sql);
  store_fixture_reopen (fixture);
  rows = sc_store_list_deal_criteria (fixture->store, version, NULL, &id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, >, 0);
  bad = sc_bad_rows_list (sc_store_get_bad_rows (fixture->store));
  g_assert_cmpuint (g_strv_length (bad), ==, 1);
  g_assert_true (g_str_has_prefix (bad[0], "answer, row "));
  g_assert_true (g_str_has_suffix (bad[0], ", value: This is not an answer of its type."));
}

/* Nobody knows who uses the program then, but what there is can be seen. */
static void
test_bad_user_can_read (void)
{
  g_autoptr (StoreFixture) fixture = copy_sample ();
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (GError) error = NULL;

  tamper (fixture, "UPDATE user SET name = CAST(x'f0' AS TEXT)");
  store_fixture_reopen (fixture);
  processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (processes->len, ==, 2);
}

/* A version that lacks a stage is shown and never written or handed on. */
static void
test_partial_version_is_only_shown (void)
{
  g_autoptr (StoreFixture) fixture = copy_sample ();
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (ScVersion) shown = NULL;
  g_autoptr (ScVersion) whole = NULL;
  const ScProcess *process;
  g_autoptr (GError) error = NULL;

  tamper (fixture, "UPDATE version_stage SET exit_criteria = '[{\"id\":5,\"text\":7}]' WHERE id = 1");
  store_fixture_reopen (fixture);
  processes = sc_store_list_processes (fixture->store, SC_PROCESSES_ALL, &error);
  g_assert_no_error (error);
  process = processes->pdata[0];
  shown = sc_store_load_readable_version (fixture->store, process->id, SC_VERSION_WANTED_CURRENT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shown->stages->len, >, 0);
  whole = sc_store_load_version (fixture->store, process->id, SC_VERSION_WANTED_CURRENT, &error);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW);
  g_assert_null (whole);
}

static void
test_columns_are_described (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  guint n_columns = 0;
  guint n_described = 0;
  guint n_tables;
  const ScTable *tables = sc_table_get_all (&n_tables);

  for (guint i = 0; i < n_tables; i++)
    n_described += tables[i].n_columns;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT s.name, c.name, c.type, c.\"notnull\" OR c.pk FROM sqlite_schema AS s"
                                       " JOIN pragma_table_info(s.name) AS c WHERE s.type = 'table'",
                                       -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *table_name = (const char *) sqlite3_column_text (statement, 0);
      const char *name = (const char *) sqlite3_column_text (statement, 1);
      const char *type = (const char *) sqlite3_column_text (statement, 2);
      const ScTable *table = sc_table_find (table_name);
      const ScColumn *column = table != NULL ? sc_table_find_column (table, name) : NULL;

      if (column == NULL)
        g_error ("%s.%s is not described in sc-tables.c", table_name, name);
      g_assert_cmpstr (type, ==, column->type == SQLITE_INTEGER ? "INTEGER"
                                 : column->type == SQLITE_FLOAT ? "REAL" : "TEXT");
      g_assert_cmpint (!column->is_nullable, ==, sqlite3_column_int (statement, 3));
      n_columns++;
    }
  g_assert_cmpuint (n_columns, ==, n_described);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  sample = make_sample ();

  g_test_add_func ("/check/columns-are-described", test_columns_are_described);
  g_test_add_func ("/check/sample-is-sound", test_sample_is_sound);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/check/named/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_problem_is_named);
    }
  g_test_add_func ("/check/altered-schema-is-not-written", test_altered_schema_is_not_written);
  g_test_add_func ("/check/lists-go-on", test_lists_go_on);
  g_test_add_func ("/check/bad-answers-are-passed-over", test_bad_answers_are_passed_over);
  g_test_add_func ("/check/bad-user-can-read", test_bad_user_can_read);
  g_test_add_func ("/check/partial-version-is-only-shown", test_partial_version_is_only_shown);

  result = g_test_run ();
  g_bytes_unref (sample);

  return result;
}
