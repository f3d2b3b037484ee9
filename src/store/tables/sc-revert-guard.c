/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What taking a change back must not touch, though the rows themselves have not
 * changed since. The functions return -1 with @error set where they can't
 * tell. */

#include "store/tables/sc-revert-private.h"

/* Whether a statement with its values bound has a row. */
static int
has_row (ScStatement *statement,
         GError     **error)
{
  gint64 number = sc_statement_read_number (statement, error);

  return number > 0 ? 1 : (int) number;
}

static gboolean
will_be_deleted (const ScInverseRow *row)
{
  const ScValue *deleted_by = sc_values_find (row->old, "deleted_by");

  return row->is_new || (deleted_by != NULL && deleted_by->type != SC_CELL_NULL);
}

/* A deal that would stand in a stage that a publication has taken away. */
static int
has_lost_its_place (ScWrite            *write,
                    const ScInverseRow *row,
                    GError            **error)
{
  const ScValue *stage = sc_values_find (row->old, "stage_id");
  const ScValue *status = sc_values_find (row->old, "status");
  g_autoptr (ScStatement) statement = NULL;

  if (will_be_deleted (row))
    return 0;

  statement = sc_connection_prepare (write->connection,
                                     "SELECT 1 FROM deal"
                                     " WHERE id = :id AND coalesce(:status, status) IN ('open', 'won')"
                                     "  AND coalesce(:stage, stage_id) NOT IN " SC_PLACES,
                                     error);
  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", row->id);
  sc_statement_bind_text (statement, ":status", status != NULL ? status->text : NULL);
  if (stage != NULL)
    sc_statement_bind_int (statement, ":stage", stage->number);

  return has_row (statement, error);
}

/* Whether a row is as the change left it, or has just gone back: an undo takes
 * back what is written last first, and so comes to a version's stages before
 * the version, but a redo to the version before its stages. */
static gboolean
goes_back (const ScInverseRow *row,
           gint64              revision)
{
  const ScValue *before = row->is_new ? NULL : sc_values_find (row->old, "revision");

  return revision == row->at || (before != NULL && revision == before->number);
}

/* Part of a version that is no draft any more and is not taken back together
 * with it: such a version never changes. */
static int
is_published (ScWrite            *write,
              const ScTaken      *taken,
              const ScInverseRow *row,
              const char         *sql,
              GError            **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);
  const ScInverseRow *version;
  int has;

  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", row->id);
  has = has_row (statement, error);
  if (has <= 0)
    return has;

  version = sc_inverse_find_row (taken->inverse, "version", sc_statement_get_int (statement, 0));

  return version == NULL || !goes_back (version, sc_statement_get_int (statement, 1));
}

/**
 * sc_revert_must_keep:
 * @write: a write
 * @taken: what it takes back
 * @row: one of its rows, which is as the change left it
 * @error: why it can't be read
 *
 * Returns: 1 where the row has to stay as it is, 0 where it may go back; -1
 *   with @error set
 */
int
sc_revert_must_keep (ScWrite            *write,
                     const ScTaken      *taken,
                     const ScInverseRow *row,
                     GError            **error)
{
  if (g_str_equal (row->table, "deal"))
    return has_lost_its_place (write, row, error);
  if (g_str_equal (row->table, "version_stage"))
    return is_published (write, taken, row,
                         "SELECT version.id, version.revision FROM version"
                         " JOIN version_stage ON version_stage.version_id = version.id"
                         " WHERE version_stage.id = :id AND version.status <> 'draft'",
                         error);
  if (g_str_equal (row->table, "role"))
    return is_published (write, taken, row,
                         "SELECT version.id, version.revision FROM version"
                         " JOIN role ON role.version_id = version.id"
                         " WHERE role.id = :id AND version.status <> 'draft'",
                         error);

  return 0;
}

/* Rows that were changed or added since, or taken away from what was there. */
#define CHANGED(table) \
        "((" table ".deleted_by IS NULL AND " table ".revision > :taken)" \
        " OR (" table ".created_by <= :taken AND " table ".deleted_by > :taken))"

/**
 * sc_revert_has_followers:
 * @write: a write
 * @taken: what it takes back
 * @row: one of its rows
 * @error: why it can't be read
 *
 * Returns: 1 where taking the change back would delete a process or a version
 *   that others have worked on since, 0 where not; -1 with @error set
 */
int
sc_revert_has_followers (ScWrite            *write,
                         const ScTaken      *taken,
                         const ScInverseRow *row,
                         GError            **error)
{
  gboolean is_version = g_str_equal (row->table, "version");
  g_autoptr (ScStatement) statement = NULL;

  if (!will_be_deleted (row) || (!is_version && !g_str_equal (row->table, "process")))
    return 0;

  statement = sc_connection_prepare (write->connection,
                                     is_version
                                     ? "SELECT 1 FROM version WHERE id = :id AND revision <> :at"
                                     " UNION ALL SELECT 1 FROM version_stage WHERE version_id = :id AND " CHANGED ("version_stage")
                                     " UNION ALL SELECT 1 FROM role WHERE version_id = :id AND " CHANGED ("role")
                                     : "SELECT 1 FROM process WHERE id = :id AND revision <> :at"
                                     " UNION ALL SELECT 1 FROM version WHERE process_id = :id AND " CHANGED ("version")
                                     " UNION ALL SELECT 1 FROM deal"
                                     " WHERE process_id = :id AND deleted_by IS NULL AND revision > :taken"
                                     " UNION ALL SELECT 1 FROM own_word WHERE process_id = :id AND " CHANGED ("own_word"),
                                     error);
  if (statement == NULL)
    return -1;

  sc_statement_bind_int (statement, ":id", row->id);
  sc_statement_bind_int (statement, ":at", row->at);
  sc_statement_bind_int (statement, ":taken", taken->id);

  return has_row (statement, error);
}
