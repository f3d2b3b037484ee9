/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about the stages of a version. */

#include "store/tables/sc-version-stage-table-private.h"

#include "store/tables/sc-json-private.h"
#include "store/tables/sc-ordered-rows-private.h"
#include "store/tables/sc-stage-table-private.h"

static void
read_refusal (ScStatement *statement,
              ScRefusal   *refusal)
{
  sc_refusal_kind_from_id (sc_statement_get_text (statement, 15), &refusal->kind);
  refusal->stage_id = sc_statement_dup_text (statement, 16);
  refusal->after.value = (guint) CLAMP (sc_statement_get_int (statement, 17), 0, SC_DURATION_MAX);
  sc_unit_from_id (sc_statement_get_text (statement, 18), &refusal->after.unit);
}

static ScStage *
read_stage (ScStatement *statement)
{
  ScKindSet kinds = SC_KIND_BIT (SC_KIND_OTHER);
  ScStage *stage;

  sc_kind_set_from_string (sc_statement_get_text (statement, 2), &kinds);
  stage = sc_stage_new (sc_statement_get_text (statement, 1), kinds);
  g_set_str (&stage->id, sc_statement_get_text (statement, 0));
  g_set_str (&stage->goal, sc_statement_get_text (statement, 3));
  g_set_str (&stage->entry, sc_statement_get_text (statement, 4));
  g_strfreev (stage->actions);
  stage->actions = sc_json_to_texts (sc_statement_get_text (statement, 5));
  sc_json_to_criteria (sc_statement_get_text (statement, 6), stage->criteria);
  g_set_str (&stage->responsible, sc_statement_get_text (statement, 7));
  g_strfreev (stage->participants);
  stage->participants = sc_json_to_texts (sc_statement_get_text (statement, 8));
  stage->duration.value = (guint) CLAMP (sc_statement_get_int (statement, 9), 0, SC_DURATION_MAX);
  sc_unit_from_id (sc_statement_get_text (statement, 10), &stage->duration.unit);
  stage->probability = sc_statement_is_null (statement, 11)
                       ? SC_PROBABILITY_UNSET : CLAMP (sc_statement_get_real (statement, 11), 0.0, 1.0);
  g_set_str (&stage->colour, sc_statement_get_text (statement, 12));
  g_strfreev (stage->documents);
  stage->documents = sc_json_to_texts (sc_statement_get_text (statement, 13));
  sc_json_to_tactics (sc_statement_get_text (statement, 14), stage->id, stage->tactics);
  read_refusal (statement, &stage->refusal);

  return stage;
}

/**
 * sc_version_stage_table_load:
 * @connection: a connection
 * @version_key: a version's row
 * @stages: (element-type ScStage): where to add them, in order
 * @error: why it can't be read
 *
 * Returns: whether they could be read
 */
gboolean
sc_version_stage_table_load (ScConnection *connection,
                             gint64        version_key,
                             GPtrArray    *stages,
                             GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT stage.uuid, name, kinds, goal, entry, actions, exit_criteria, responsible,"
                           " participants, duration, duration_unit, probability, colour, documents, tactics,"
                           " refusal, refusal_stage, refusal_after, refusal_after_unit"
                           " FROM version_stage"
                           " JOIN stage ON stage.id = version_stage.stage_id"
                           " WHERE version_id = :version AND deleted_by IS NULL"
                           " ORDER BY position, version_stage.id",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":version", version_key);
  while (sc_statement_next (statement, error))
    g_ptr_array_add (stages, read_stage (statement));

  return !sc_statement_has_failed (statement);
}

static void
set_lists (ScValues      *values,
           const ScStage *stage)
{
  g_autofree char *actions = sc_json_from_texts ((const char *const *) stage->actions);
  g_autofree char *criteria = sc_json_from_criteria (stage->criteria);
  g_autofree char *participants = sc_json_from_texts ((const char *const *) stage->participants);
  g_autofree char *documents = sc_json_from_texts ((const char *const *) stage->documents);
  g_autofree char *tactics = sc_json_from_tactics (stage->tactics);

  sc_values_set_text (values, "actions", actions);
  sc_values_set_text (values, "exit_criteria", criteria);
  sc_values_set_text (values, "participants", participants);
  sc_values_set_text (values, "documents", documents);
  sc_values_set_text (values, "tactics", tactics);
}

static ScValues *
make_values (const ScStage *stage,
             const char    *position)
{
  ScValues *values = sc_values_new ();
  g_autofree char *kinds = sc_kind_set_to_string (stage->kinds);

  sc_values_set_text (values, "position", position);
  sc_values_set_text (values, "name", stage->name);
  sc_values_set_text (values, "kinds", kinds);
  sc_values_set_text (values, "goal", stage->goal);
  sc_values_set_text (values, "entry", stage->entry);
  sc_values_set_text (values, "responsible", stage->responsible);
  sc_values_set_int (values, "duration", stage->duration.value);
  sc_values_set_text (values, "duration_unit", sc_unit_get_id (stage->duration.unit));
  if (stage->probability < 0)
    sc_values_set_null (values, "probability");
  else
    sc_values_set_real (values, "probability", stage->probability);
  sc_values_set_text (values, "colour", stage->colour);
  sc_values_set_text (values, "refusal", sc_refusal_kind_get_id (stage->refusal.kind));
  sc_values_set_text (values, "refusal_stage", stage->refusal.stage_id);
  sc_values_set_int (values, "refusal_after", stage->refusal.after.value);
  sc_values_set_text (values, "refusal_after_unit", sc_unit_get_id (stage->refusal.after.unit));
  set_lists (values, stage);

  return values;
}

typedef struct {
  gint64 process_key;
  gint64 version_key;
} Owner;

static const char *
get_id (gconstpointer stage)
{
  return ((const ScStage *) stage)->id;
}

static gboolean
put_stage (ScWrite            *write,
           gconstpointer       stage,
           const ScOrderedRow *row,
           gpointer            data,
           GError            **error)
{
  const Owner *owner = data;
  g_autoptr (ScValues) values = make_values (stage, row->key);
  gint64 stage_key;

  if (row->row != 0)
    return sc_write_update (write, "version_stage", row->row, 0, values, error);

  stage_key = sc_stage_table_need_key (write, owner->process_key, get_id (stage), error);
  if (stage_key == 0)
    return FALSE;

  sc_values_set_int (values, "version_id", owner->version_key);
  sc_values_set_int (values, "stage_id", stage_key);

  return sc_write_insert (write, "version_stage", values, error) != 0;
}

/**
 * sc_version_stage_table_save:
 * @write: a write
 * @process_key: the version's process
 * @version_key: a version's row
 * @stages: (element-type ScStage): its stages, in order
 * @error: why it can't be written
 *
 * Returns: whether the rows say so now
 */
gboolean
sc_version_stage_table_save (ScWrite   *write,
                             gint64     process_key,
                             gint64     version_key,
                             GPtrArray *stages,
                             GError   **error)
{
  Owner owner = { process_key, version_key };
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (write),
                           "SELECT version_stage.id, stage.uuid, position"
                           " FROM version_stage"
                           " JOIN stage ON stage.id = version_stage.stage_id"
                           " WHERE version_id = :version AND deleted_by IS NULL",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":version", version_key);

  return sc_ordered_rows_save (write, "version_stage", statement, stages, get_id, put_stage, &owner, error);
}

/**
 * sc_version_stage_table_list_names:
 * @connection: a connection
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type utf8 utf8): by UUID, what the latest
 *   version that has a stage calls it
 */
GHashTable *
sc_version_stage_table_list_names (ScConnection *connection,
                                   const char   *process_id,
                                   GError      **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT stage.uuid, version_stage.name "
                           "FROM version_stage "
                           "JOIN stage ON stage.id = version_stage.stage_id "
                           "JOIN version ON version.id = version_stage.version_id "
                           "JOIN process ON process.id = version.process_id "
                           "WHERE process.uuid = :process "
                           "AND version_stage.deleted_by IS NULL "
                           "AND version.deleted_by IS NULL "
                           "ORDER BY version.number", error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process", process_id);
  while (sc_statement_next (statement, error))
    g_hash_table_insert (names, sc_statement_dup_text (statement, 0), sc_statement_dup_text (statement, 1));

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&names);
}
