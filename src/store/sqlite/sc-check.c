/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to hold in a database, beyond what the schema itself enforces:
 * each rule is a query for what breaks it. */

#include "store/sqlite/sc-check-private.h"

#include <glib/gi18n-lib.h>

/* Of one rule no more are named. */
#define MAX_NAMED "20"

#define PUBLISHED_STAGES \
        "SELECT version_stage.stage_id FROM version_stage" \
        " JOIN version ON version.id = version_stage.version_id" \
        " WHERE version.process_id = deal.process_id AND version.status = 'published'" \
        "  AND version.deleted_by IS NULL AND version_stage.deleted_by IS NULL"

typedef struct {
  const char *sql;
  const char *message;
} Rule;

static const Rule rules[] = {
  {
    "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT " MAX_NAMED,
    /* Translators: %s is a technical message of the database, in English. */
    N_("The file is damaged: %s."),
  },
  {
    "SELECT DISTINCT \"table\" || ' -> ' || parent FROM pragma_foreign_key_check LIMIT " MAX_NAMED,
    /* Translators: %s are two tables of the database, as in “deal -> stage”. */
    N_("A row refers to one that is not there: %s."),
  },
  {
    "SELECT stage_id || ' ' || status || ' ' || owner_id || ' ' || currency FROM ("
    " SELECT stage_id, status, owner_id, currency, n_deals, sum_minor FROM stage_total WHERE n_deals <> 0"
    " EXCEPT"
    " SELECT stage_id, status, coalesce(owner_id, 0), coalesce(currency, ''), count(*), sum(coalesce(value_minor, 0))"
    "  FROM deal WHERE deleted_by IS NULL GROUP BY 1, 2, 3, 4) LIMIT " MAX_NAMED,
    /* Translators: %s are the stage's number, a status, an owner's number and a currency. */
    N_("A stage’s count or sum says more than its deals: %s."),
  },
  {
    "SELECT stage_id || ' ' || status || ' ' || owner_id || ' ' || currency FROM ("
    " SELECT stage_id, status, coalesce(owner_id, 0) AS owner_id, coalesce(currency, '') AS currency, count(*),"
    "  sum(coalesce(value_minor, 0))"
    "  FROM deal WHERE deleted_by IS NULL GROUP BY 1, 2, 3, 4"
    " EXCEPT"
    " SELECT stage_id, status, owner_id, currency, n_deals, sum_minor FROM stage_total) LIMIT " MAX_NAMED,
    N_("A stage’s count or sum says less than its deals: %s."),
  },
  {
    "SELECT deal.id || ' ' || deal.title FROM deal JOIN stage ON stage.id = deal.stage_id"
    " WHERE stage.process_id <> deal.process_id LIMIT " MAX_NAMED,
    /* Translators: %s is a deal's number and title. */
    N_("A deal stands in a stage of another process: %s."),
  },
  {
    "SELECT deal.id || ' ' || deal.title FROM deal JOIN process ON process.id = deal.process_id"
    " WHERE deal.status IN ('open', 'won') AND deal.deleted_by IS NULL AND process.deleted_by IS NULL"
    "  AND deal.stage_id NOT IN (" PUBLISHED_STAGES ") LIMIT " MAX_NAMED,
    N_("A deal stands in a stage that its process does not have: %s."),
  },
  {
    "SELECT deal.id || ' ' || deal.title FROM deal"
    " JOIN stage ON stage.id = deal.stage_id"
    " JOIN (SELECT deal_id, new, max(id) FROM deal_event WHERE field = 'stage' AND voided_by IS NULL GROUP BY deal_id)"
    "  AS last ON last.deal_id = deal.id"
    " WHERE deal.deleted_by IS NULL AND last.new <> stage.uuid LIMIT " MAX_NAMED,
    N_("A deal stands elsewhere than its history says: %s."),
  },
  {
    "SELECT deal.id || ' ' || deal.title FROM deal"
    " JOIN (SELECT deal_id, new, max(id) FROM deal_event WHERE field = 'status' AND voided_by IS NULL GROUP BY deal_id)"
    "  AS last ON last.deal_id = deal.id"
    " WHERE deal.deleted_by IS NULL AND last.new <> deal.status LIMIT " MAX_NAMED,
    N_("A deal has another status than its history says: %s."),
  },
  {
    "SELECT deal.id || ' ' || deal.title FROM deal LEFT JOIN change ON change.id = deal.created_by"
    " WHERE change.id IS NULL LIMIT " MAX_NAMED,
    N_("Nobody knows which change made the deal: %s."),
  },
  {
    "SELECT version_stage.id || ' ' || name FROM version_stage"
    " WHERE NOT (json_valid(actions) AND json_valid(exit_criteria) AND json_valid(participants)"
    "  AND json_valid(documents) AND json_valid(tactics)) LIMIT " MAX_NAMED,
    /* Translators: %s is a stage's number and name. */
    N_("A list of a stage can’t be read: %s."),
  },
  {
    "SELECT change.id || ' ' || name FROM change WHERE NOT json_valid(inverse) LIMIT " MAX_NAMED,
    /* Translators: %s is a change's number and name. */
    N_("A change can’t be taken back, since its entry in the log is damaged: %s."),
  },
  {
    "SELECT change.id || ' ' || change.name FROM change JOIN change AS undo ON undo.id = change.undone_by"
    " WHERE undo.undoes IS NOT change.id LIMIT " MAX_NAMED,
    N_("The log does not agree on what took a change back: %s."),
  },
  {
    "SELECT name FROM process WHERE deleted_by IS NULL AND id NOT IN"
    " (SELECT process_id FROM version WHERE deleted_by IS NULL AND status <> 'retired') LIMIT " MAX_NAMED,
    /* Translators: %s is a process's name. */
    N_("A process has neither a draft nor a published version: %s."),
  },
};

static gboolean
check_rule (ScConnection *connection,
            const Rule   *rule,
            GPtrArray    *problems,
            GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, rule->sql, &local_error);

  while (statement != NULL && sc_statement_step (statement, &local_error))
    g_ptr_array_add (problems, g_strdup_printf (_(rule->message), sc_statement_get_text (statement, 0)));
  if (local_error == NULL)
    return TRUE;

  /* A file so damaged that the question can't be asked has a problem too. */
  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_CORRUPT))
    {
      if (!g_ptr_array_find_with_equal_func (problems, local_error->message, g_str_equal, NULL))
        g_ptr_array_add (problems, g_strdup (local_error->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_check_run:
 * @connection: a connection
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
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!check_rule (connection, &rules[i], problems, error))
      return FALSE;

  return TRUE;
}
