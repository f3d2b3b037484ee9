/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to hold in a database: that its schema is the program's own, that
 * the file is whole, that every value is one of its column's (sc-check-rows.c),
 * and what rows have to agree on with each other. Of the last each rule is a
 * query for what breaks it. */

#include "store/engine/sc-check-private.h"

#include <glib/gi18n-lib.h>

#include "store/sqlite/sc-own-schema-private.h"
#include "store/sqlite/sc-schema-private.h"
#include "store/sqlite/sc-sqlite-cell-private.h"
#include "store/sqlite/sc-sqlite-private.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-visit-table-private.h"

/* Companies and people are looked up for each deal. */
#define CHECK_CACHE "-64000"

#define MAX_NAMED G_STRINGIFY (SC_CHECK_MAX_NAMED)

#define PUBLISHED_STAGES \
        "SELECT version_stage.stage_id FROM version_stage" \
        " JOIN version ON version.id = version_stage.version_id" \
        " WHERE version.process_id = deal.process_id AND version.status = 'published'" \
        "  AND version.deleted_by IS NULL AND version_stage.deleted_by IS NULL"

/* What a stage's deals are, as stage_total has to say it. A value that can't be
 * is said elsewhere, and would have the sum run over. */
#define REAL_TOTALS \
        "WITH real_total AS MATERIALIZED (" \
        " SELECT stage_id, status, coalesce(owner_id, 0) AS owner_id, coalesce(currency, '') AS currency," \
        "  coalesce(parked_until, '') AS parked_until, count(*) AS n_deals," \
        "  sum(CASE WHEN value_minor BETWEEN 0 AND 1000000000000000 THEN value_minor ELSE 0 END) AS sum_minor" \
        " FROM deal WHERE deleted_by IS NULL GROUP BY 1, 2, 3, 4, 5)"
#define TOTAL_KEY(table) \
        table ".stage_id || ' ' || " table ".status || ' ' || " table ".owner_id || ' ' || " table ".currency" \
        " || ' ' || " table ".parked_until"
#define SAME_KEY \
        "kept.stage_id = real_total.stage_id AND kept.status = real_total.status" \
        " AND kept.owner_id = real_total.owner_id AND kept.currency = real_total.currency" \
        " AND kept.parked_until = real_total.parked_until"

/* One of the version's that the stage is in. */
#define IS_ROLE(value) \
        "EXISTS (SELECT 1 FROM role WHERE role.version_id = version_stage.version_id AND role.uuid = " value \
        " AND role.deleted_by IS NULL)"

/* What an event may say of a field. */
#define IS_SAID_OF(value) \
        "CASE field" \
        " WHEN 'stage' THEN " value " IN (SELECT uuid FROM stage)" \
        " WHEN 'status' THEN " value " IN ('open', 'won', 'completed', 'ended-early', 'lost')" \
        " WHEN 'value' THEN " value " GLOB '[0-9]* [A-Z][A-Z][A-Z]'" \
        " WHEN 'expected_close' THEN " value " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'" \
        " WHEN 'parked' THEN " value " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'" \
        " WHEN 'started' THEN " value " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'" \
        " ELSE TRUE END"

/* The query's first column is what the row is known by, the second, where
 * there is no field given, the field. */
typedef struct {
  const char *table;
  const char *field;
  const char *sql;
  const char *message;
} Rule;

static const Rule rules[] = {
  {
    "stage_total", NULL,
    REAL_TOTALS
    " SELECT " TOTAL_KEY ("real_total") ","
    "  CASE WHEN kept.n_deals IS real_total.n_deals THEN 'sum_minor' ELSE 'n_deals' END"
    " FROM real_total LEFT JOIN stage_total AS kept ON " SAME_KEY
    " WHERE kept.n_deals IS NOT real_total.n_deals OR kept.sum_minor IS NOT real_total.sum_minor"
    " UNION ALL"
    " SELECT " TOTAL_KEY ("kept") ", CASE WHEN kept.n_deals <> 0 THEN 'n_deals' ELSE 'sum_minor' END"
    " FROM stage_total AS kept"
    " WHERE (kept.n_deals <> 0 OR kept.sum_minor <> 0) AND NOT EXISTS (SELECT 1 FROM real_total WHERE " SAME_KEY ")"
    " LIMIT " MAX_NAMED,
    N_("This is not what the deals of the stage add up to."),
  },
  {
    "deal", "currency",
    "SELECT id FROM deal WHERE (value_minor IS NULL) <> (currency IS NULL) LIMIT " MAX_NAMED,
    N_("A value and its currency go together."),
  },
  {
    "activity", "due_time",
    "SELECT id FROM activity WHERE due IS NULL AND due_time IS NOT NULL LIMIT " MAX_NAMED,
    N_("A time is one of a day."),
  },
  {
    "activity", "result",
    "SELECT id FROM activity WHERE done_at IS NULL AND result IS NOT NULL LIMIT " MAX_NAMED,
    N_("A result is one of a step that is done."),
  },
  {
    "deal", "stage_id",
    "SELECT deal.id FROM deal JOIN stage ON stage.id = deal.stage_id"
    " WHERE stage.process_id <> deal.process_id LIMIT " MAX_NAMED,
    N_("The stage belongs to another process."),
  },
  {
    "deal", "stage_id",
    "SELECT deal.id FROM deal JOIN process ON process.id = deal.process_id"
    " WHERE deal.status IN ('open', 'won') AND deal.deleted_by IS NULL AND process.deleted_by IS NULL"
    "  AND deal.stage_id NOT IN (" PUBLISHED_STAGES ") LIMIT " MAX_NAMED,
    N_("The process does not have the stage."),
  },
  {
    "deal", "stage_id",
    "SELECT deal.id FROM deal"
    " JOIN stage ON stage.id = deal.stage_id"
    " JOIN (SELECT deal_id, new, max(id) FROM deal_event WHERE field = 'stage' AND voided_by IS NULL GROUP BY deal_id)"
    "  AS last ON last.deal_id = deal.id"
    " WHERE deal.deleted_by IS NULL AND last.new <> stage.uuid"
    "  AND stage.uuid <> (SELECT new FROM deal_event WHERE deal_id = deal.id AND field = 'stage' AND voided_by IS NULL"
    "   ORDER BY happened_at DESC, id DESC LIMIT 1)"
    " LIMIT " MAX_NAMED,
    N_("The deal’s history says another stage."),
  },
  {
    "deal", "status",
    "SELECT deal.id FROM deal"
    " JOIN (SELECT deal_id, new, max(id) FROM deal_event WHERE field = 'status' AND voided_by IS NULL GROUP BY deal_id)"
    "  AS last ON last.deal_id = deal.id"
    " WHERE deal.deleted_by IS NULL AND last.new <> deal.status LIMIT " MAX_NAMED,
    N_("The deal’s history says another status."),
  },
  {
    "deal", "won_on",
    "SELECT id FROM deal WHERE won_on IS NOT NULL AND status NOT IN ('won', 'completed', 'ended-early')"
    " LIMIT " MAX_NAMED,
    N_("A deal that has not reached the client was won on no day."),
  },
  {
    "deal", "parked_until",
    "SELECT id FROM deal WHERE parked_until IS NOT NULL AND status NOT IN ('open', 'won') LIMIT " MAX_NAMED,
    N_("A deal that is closed is not parked."),
  },
  {
    "deal", "search",
    "SELECT deal.id FROM deal LEFT JOIN company ON company.id = deal.company_id"
    " LEFT JOIN person ON person.id = deal.person_id"
    " WHERE search <> search_key (title || char(10) || coalesce(company.name, '') || char(10) ||"
    "  coalesce(person.name, '')) LIMIT " MAX_NAMED,
    N_("This is not what the deal is searched by."),
  },
  {
    "answer", "value",
    "SELECT id FROM answer WHERE state = 'answered' AND NOT is_answer (type, value) LIMIT " MAX_NAMED,
    N_("This is not an answer of its type."),
  },
  {
    "answer", "search",
    "SELECT id FROM answer WHERE search <> search_key (CASE WHEN type IN ('text', 'choice') THEN coalesce(value, '') ELSE '' END"
    "  || char(10) || note) LIMIT " MAX_NAMED,
    N_("This is not what the deal is searched by."),
  },
  {
    "answer", "from_deal_id",
    "SELECT answer.id FROM answer JOIN deal ON deal.id = answer.deal_id JOIN deal AS other ON other.id = from_deal_id"
    " WHERE other.id = deal.id OR other.process_id <> deal.process_id LIMIT " MAX_NAMED,
    N_("The answer can’t have been taken over from that deal."),
  },
  {
    "deal_event", "old",
    "SELECT id FROM deal_event WHERE old IS NOT NULL AND NOT " IS_SAID_OF ("old") " LIMIT " MAX_NAMED,
    N_("The field can’t have been that."),
  },
  {
    "deal_event", "new",
    "SELECT id FROM deal_event WHERE new IS NOT NULL AND NOT " IS_SAID_OF ("new") " LIMIT " MAX_NAMED,
    N_("The field can’t have become that."),
  },
  {
    "version_stage", "stage_id",
    "SELECT version_stage.id FROM version_stage"
    " JOIN version ON version.id = version_stage.version_id JOIN stage ON stage.id = version_stage.stage_id"
    " WHERE stage.process_id <> version.process_id LIMIT " MAX_NAMED,
    N_("The stage belongs to another process."),
  },
  {
    "version_stage", "responsible",
    "SELECT id FROM version_stage WHERE deleted_by IS NULL AND responsible IS NOT NULL AND NOT " IS_ROLE ("responsible")
    " LIMIT " MAX_NAMED,
    N_("The version does not have the role."),
  },
  {
    "version_stage", "participants",
    "SELECT DISTINCT version_stage.id FROM version_stage"
    " JOIN json_each(CASE WHEN json_valid(participants) THEN participants ELSE '[]' END) AS participant"
    " WHERE deleted_by IS NULL AND NOT " IS_ROLE ("participant.value") " LIMIT " MAX_NAMED,
    N_("The version does not have the role."),
  },
  {
    "version", "mark",
    "SELECT id FROM version WHERE deleted_by IS NULL AND mark IS NOT NULL AND mark NOT IN"
    " (SELECT stage.uuid FROM version_stage JOIN stage ON stage.id = version_stage.stage_id"
    "  WHERE version_stage.version_id = version.id AND version_stage.deleted_by IS NULL) LIMIT " MAX_NAMED,
    N_("The version does not have the stage."),
  },
  {
    "stage_total", "owner_id",
    "SELECT " TOTAL_KEY ("kept") " FROM stage_total AS kept"
    " WHERE owner_id <> 0 AND owner_id NOT IN (SELECT id FROM user) LIMIT " MAX_NAMED,
    N_("This refers to a row that is not there."),
  },
  {
    "change", "undone_by",
    "SELECT change.id FROM change JOIN change AS undo ON undo.id = change.undone_by"
    " WHERE undo.undoes IS NOT change.id LIMIT " MAX_NAMED,
    N_("The change that took this one back does not say so."),
  },
  {
    "calendar", "id",
    "SELECT id FROM calendar WHERE id <> (SELECT min(id) FROM calendar) LIMIT " MAX_NAMED,
    N_("There is one working week."),
  },
  {
    "calendar_day", "is_fixed",
    "SELECT id FROM calendar_day WHERE is_worked = 1 AND is_fixed = 1 LIMIT " MAX_NAMED,
    N_("A day that is worked on for once is not so each year."),
  },
  {
    "process", "id",
    "SELECT id FROM process WHERE deleted_by IS NULL AND id NOT IN"
    " (SELECT process_id FROM version WHERE deleted_by IS NULL AND status <> 'retired') LIMIT " MAX_NAMED,
    N_("The process has neither a draft nor a published version."),
  },
};

/**
 * sc_check_add:
 * @problems: (element-type utf8): what does not hold
 * @problem: a sentence, which is added unless it is there
 */
void
sc_check_add (GPtrArray  *problems,
              const char *problem)
{
  if (!g_ptr_array_find_with_equal_func (problems, problem, g_str_equal, NULL))
    g_ptr_array_add (problems, g_strdup (problem));
}

/* A file so damaged that a question can't be asked has a problem too. Where the
 * schema is another, it has been said why not. */
static gboolean
take_error (GPtrArray *problems,
            gboolean   is_own,
            GError    *local_error,
            GError   **error)
{
  if (local_error == NULL)
    return TRUE;

  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT)
      || g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW))
    sc_check_add (problems, local_error->message);
  else if (is_own || !g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_error_free (local_error);

  return TRUE;
}

/* A key that stands in the row may be text that is not what it has to be. */
static char *
read_shown (ScStatement *statement,
            int          column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ScCell cell = sc_cell_from_statement (sc_statement_get_handle (statement), column);

  sc_cell_append (&cell, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_rule (ScConnection *connection,
            const Rule   *rule,
            gboolean      is_own,
            GPtrArray    *problems,
            GError      **error)
{
  GError *local_error = NULL;
  g_autoptr (ScStatement) statement = sc_connection_prepare_own (connection, rule->sql, &local_error);

  while (statement != NULL && sc_statement_step (statement, &local_error))
    {
      g_autofree char *row = read_shown (statement, 0);
      g_autofree char *field = rule->field != NULL ? g_strdup (rule->field) : read_shown (statement, 1);
      g_autofree char *problem = sc_table_describe_problem (rule->table, row, field, _(rule->message));

      sc_check_add (problems, problem);
    }

  return take_error (problems, is_own, local_error, error);
}

static gboolean
check_schema (ScConnection *connection,
              GPtrArray    *problems,
              gboolean     *is_own,
              GError      **error)
{
  GError *local_error = NULL;
  guint n_before = problems->len;

  sc_own_schema_compare (connection, sc_schema_get_version (), problems, &local_error);
  *is_own = problems->len == n_before && local_error == NULL;

  return take_error (problems, TRUE, local_error, error);
}

/* A part of the check: they take long, and about as long as each other, so that
 * each has a thread and a connection of its own. */
typedef struct _Part {
  gboolean (*check)(struct _Part *self, GError **error);
  ScConnection *connection;
  gboolean is_own;
  GPtrArray *problems;
  GError *error;
} Part;

static gboolean
check_file (Part    *self,
            GError **error)
{
  GError *local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare_own (self->connection,
                               "SELECT integrity_check FROM pragma_integrity_check"
                               " WHERE integrity_check <> 'ok' LIMIT " MAX_NAMED,
                               &local_error);

  while (statement != NULL && sc_statement_step (statement, &local_error))
    {
      g_autofree char *problem =
        /* Translators: %s is a technical message of the database, in English. */
        g_strdup_printf (_("The file is damaged: %s."), sc_statement_get_text (statement, 0));

      sc_check_add (self->problems, problem);
    }

  return take_error (self->problems, TRUE, local_error, error);
}

static gboolean
check_rows (Part    *self,
            GError **error)
{
  return sc_check_rows (self->connection, self->problems, error);
}

static gboolean
check_rules (Part    *self,
             GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (self->connection, &rules[i], self->is_own, self->problems, error))
      return FALSE;

  return TRUE;
}

/* A row that can't be read is named elsewhere. */
static gboolean
check_visits (Part    *self,
              GError **error)
{
  GError *local_error = NULL;

  sc_visit_table_check (self->connection, SC_CHECK_MAX_NAMED, self->problems, &local_error);
  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_BAD_ROW))
    g_clear_error (&local_error);

  return take_error (self->problems, self->is_own, local_error, error);
}

static gpointer
run_part (gpointer data)
{
  Part *self = data;

  if (sc_connection_run (self->connection, "BEGIN", &self->error))
    self->check (self, &self->error);

  return NULL;
}

static ScConnection *
connect_again (ScConnection *connection,
               GError      **error)
{
  const char *path = sqlite3_db_filename (sc_connection_get_handle (connection), "main");
  g_autoptr (ScConnection) other = sc_connection_open_for_reading (path, sqlite3_uri_boolean (path, "immutable", FALSE), error);

  if (other == NULL || !sc_connection_run (other, "PRAGMA cache_size = " CHECK_CACHE, error))
    return NULL;

  return g_steal_pointer (&other);
}

/* What a part says is told in the order of the parts. */
static void
end_part (Part      *self,
          GThread   *thread,
          GPtrArray *problems,
          GError   **first_error)
{
  g_thread_join (thread);
  for (guint i = 0; i < self->problems->len; i++)
    sc_check_add (problems, self->problems->pdata[i]);
  if (*first_error == NULL)
    *first_error = g_steal_pointer (&self->error);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->problems);
  sc_connection_close (self->connection);
}

static gboolean
check_parts (ScConnection *connection,
             gboolean      is_own,
             GPtrArray    *problems,
             GError      **error)
{
  Part parts[] = { { check_file }, { check_rows }, { check_rules }, { check_visits } };
  GThread *threads[G_N_ELEMENTS (parts)];
  GError *first_error = NULL;
  guint n_begun = 0;

  for (; n_begun < G_N_ELEMENTS (parts); n_begun++)
    {
      Part *part = &parts[n_begun];

      part->connection = connect_again (connection, &first_error);
      if (part->connection == NULL)
        break;
      part->is_own = is_own;
      part->problems = g_ptr_array_new_with_free_func (g_free);
      threads[n_begun] = g_thread_new ("check", run_part, part);
    }
  for (guint i = 0; i < n_begun; i++)
    end_part (&parts[i], threads[i], problems, &first_error);
  if (first_error != NULL)
    g_propagate_error (error, first_error);

  return first_error == NULL;
}

/**
 * sc_check_run:
 * @connection: a connection to a database of this program's version
 * @problems: (element-type utf8): where to add what does not hold
 * @error: why it could not be checked
 *
 * Returns: whether it could be checked
 */
gboolean
sc_check_run (ScConnection *connection,
              GPtrArray    *problems,
              GError      **error)
{
  gboolean is_own;

  return check_schema (connection, problems, &is_own, error) && check_parts (connection, is_own, problems, error);
}
