/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the histories of deals one after the other and gives what each comes to: for who
 * keeps visits, and for who checks them. */

#include "store/tables/sc-visit-table-private.h"

/* The order of a version's stages: which one comes where, from 1. */
typedef struct {
  GHashTable *places;
  gboolean is_draft;
} Order;

struct _ScTrails {
  ScConnection *connection;
  ScStatement *events;
  gboolean has_row;
  GHashTable *stage_keys;
  GHashTable *orders;
  GArray *story;
  ScTrail trail;
};

#define EVENTS \
        "SELECT d.process_id, d.id, e.field, e.new, e.happened_at, e.version_id, e.is_inferred" \
        " FROM deal AS d CROSS JOIN deal_event AS e" \
        " WHERE d.deleted_by IS NULL AND e.deal_id = d.id AND e.field IN ('stage', 'status', 'parked')" \
        "  AND e.voided_by IS NULL"

static const char read_sql[] =
  EVENTS " AND d.id >= :first AND d.id <= :last ORDER BY d.id, e.happened_at, e.id";
static const char read_all_sql[] =
  EVENTS " ORDER BY d.process_id, d.id, e.happened_at, e.id";

static void
order_free (gpointer data)
{
  Order *self = data;

  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * sc_trails_new:
 * @connection: a connection
 *
 * Returns: (transfer full): nothing read yet
 */
ScTrails *
sc_trails_new (ScConnection *connection)
{
  ScTrails *self = g_new0 (ScTrails, 1);

  self->connection = connection;
  self->stage_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->orders = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, order_free);
  self->story = g_array_new (FALSE, TRUE, sizeof (ScTrailEvent));
  self->trail.visits = g_array_new (FALSE, FALSE, sizeof (ScTrailVisit));
  self->trail.spans = g_array_new (FALSE, FALSE, sizeof (ScTrailSpan));
  self->trail.drafted = g_array_new (FALSE, FALSE, sizeof (gboolean));

  return self;
}

/**
 * sc_trails_free:
 * @self: (transfer full): histories
 */
void
sc_trails_free (ScTrails *self)
{
  g_clear_pointer (&self->events, sc_statement_reset);
  g_hash_table_unref (self->stage_keys);
  g_hash_table_unref (self->orders);
  g_array_unref (self->story);
  g_array_unref (self->trail.visits);
  g_array_unref (self->trail.spans);
  g_array_unref (self->trail.drafted);
  g_free (self);
}

static gboolean
begin (ScTrails   *self,
       const char *sql,
       GError    **error)
{
  g_clear_pointer (&self->events, sc_statement_reset);
  self->events = sc_connection_prepare (self->connection, sql, error);

  return self->events != NULL;
}

static gboolean
step (ScTrails *self,
      GError  **error)
{
  self->has_row = sc_statement_step (self->events, error);

  return !sc_statement_has_failed (self->events);
}

/**
 * sc_trails_read:
 * @self: histories
 * @first: a deal
 * @last: a deal that is not before it
 * @error: why they can't be read
 *
 * Returns: whether the histories from the one to the other come next, deal by deal
 */
gboolean
sc_trails_read (ScTrails *self,
                gint64    first,
                gint64    last,
                GError  **error)
{
  if (!begin (self, read_sql, error))
    return FALSE;

  sc_statement_bind_int (self->events, ":first", first);
  sc_statement_bind_int (self->events, ":last", last);

  return step (self, error);
}

/**
 * sc_trails_read_all:
 * @self: histories
 * @error: why they can't be read
 *
 * Returns: whether all histories come next, process by process and deal by deal
 */
gboolean
sc_trails_read_all (ScTrails *self,
                    GError  **error)
{
  return begin (self, read_all_sql, error) && step (self, error);
}

/* 0 for a stage that is not there. */
static gboolean
find_stage (ScTrails   *self,
            const char *stage_id,
            gint64     *key,
            GError    **error)
{
  const gint64 *known = g_hash_table_lookup (self->stage_keys, stage_id);
  g_autoptr (ScStatement) statement = NULL;

  if (known != NULL)
    {
      *key = *known;
      return TRUE;
    }

  statement = sc_connection_prepare (self->connection, "SELECT id FROM stage WHERE uuid = :stage", error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":stage", stage_id);
  *key = sc_statement_read_number (statement, error);
  if (*key < 0)
    return FALSE;

  g_hash_table_insert (self->stage_keys, g_strdup (stage_id), g_memdup2 (key, sizeof *key));

  return TRUE;
}

/* Adds the event of the row, unless it says nothing. */
static gboolean
read_event (ScTrails *self,
            GError  **error)
{
  const char *field = sc_statement_get_text (self->events, 2);
  const char *value = sc_statement_get_text (self->events, 3);
  ScTrailEvent event = {
    .field = SC_TRAIL_PARKED,
    .at = sc_statement_get_int (self->events, 4),
    .version_key = sc_statement_get_int (self->events, 5),
    .is_inferred = sc_statement_get_int (self->events, 6) != 0,
  };

  if (g_str_equal (field, "stage"))
    {
      event.field = SC_TRAIL_STAGE;
      if (value == NULL)
        return TRUE;
      if (!find_stage (self, value, &event.stage_key, error))
        return FALSE;
      if (event.stage_key == 0)
        return TRUE;
    }
  else if (g_str_equal (field, "status"))
    {
      event.field = SC_TRAIL_STATUS;
      if (value == NULL || !sc_deal_status_from_id (value, &event.status))
        return TRUE;
    }
  else
    event.until = sc_date_parse (value);

  g_array_append_val (self->story, event);

  return TRUE;
}

static gboolean
read_order (ScTrails *self,
            gint64    version_key,
            Order    *order,
            GError  **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT vs.stage_id, v.status, v.deleted_by FROM version AS v"
                           " JOIN version_stage AS vs ON vs.version_id = v.id"
                           " WHERE v.id = :version AND vs.deleted_by IS NULL ORDER BY vs.position, vs.id",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":version", version_key);
  while (sc_statement_step (statement, error))
    {
      gint64 stage_key = sc_statement_get_int (statement, 0);

      order->is_draft = g_str_equal (sc_statement_get_text (statement, 1), "draft") || !sc_statement_is_null (statement, 2);
      g_hash_table_insert (order->places, g_memdup2 (&stage_key, sizeof stage_key),
                           GUINT_TO_POINTER (g_hash_table_size (order->places) + 1));
    }

  return !sc_statement_has_failed (statement);
}

static Order *
need_order (ScTrails *self,
            gint64    version_key,
            GError  **error)
{
  Order *order = g_hash_table_lookup (self->orders, &version_key);

  if (order != NULL)
    return order;

  order = g_new0 (Order, 1);
  order->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  order->is_draft = TRUE;
  g_hash_table_insert (self->orders, g_memdup2 (&version_key, sizeof version_key), order);

  return read_order (self, version_key, order, error) ? order : NULL;
}

/* Which way a deal went that has left by a move: by the order of the version under which
 * it came where it went. A stage that this has no more was taken away by a publication. */
static gboolean
turn (ScTrails *self,
      guint     index,
      gboolean *is_drafted,
      GError  **error)
{
  ScTrailVisit *visit = &g_array_index (self->trail.visits, ScTrailVisit, index);
  const ScTrailVisit *next = visit + 1;
  const Order *order = need_order (self, next->version_key, error);
  guint from, to;

  if (order == NULL)
    return FALSE;

  from = GPOINTER_TO_UINT (g_hash_table_lookup (order->places, &visit->stage_key));
  to = GPOINTER_TO_UINT (g_hash_table_lookup (order->places, &next->stage_key));
  if (from == 0 || to == 0)
    visit->end = SC_VISIT_PUBLISHED;
  else
    visit->end = to > from ? SC_VISIT_ON : SC_VISIT_BACK;
  *is_drafted = order->is_draft;

  return TRUE;
}

static gboolean
work_out (ScTrails *self,
          GError  **error)
{
  GArray *visits = self->trail.visits;

  g_array_set_size (visits, 0);
  g_array_set_size (self->trail.spans, 0);
  g_array_set_size (self->trail.drafted, 0);
  sc_trail_work_out (self->story, visits, self->trail.spans);
  for (guint i = 0; i < visits->len; i++)
    {
      gboolean is_drafted = FALSE;

      if (g_array_index (visits, ScTrailVisit, i).end == SC_VISIT_ON && !turn (self, i, &is_drafted, error))
        return FALSE;
      g_array_append_val (self->trail.drafted, is_drafted);
    }

  return TRUE;
}

/**
 * sc_trails_next:
 * @self: histories
 * @error: why it can't be read
 *
 * Returns: (transfer none) (nullable): what the next deal's comes to, until this is called
 *   again; %NULL with @error set, or where there is no more
 */
const ScTrail *
sc_trails_next (ScTrails *self,
                GError  **error)
{
  if (!self->has_row)
    return NULL;

  self->trail.process_key = sc_statement_get_int (self->events, 0);
  self->trail.deal_id = sc_statement_get_int (self->events, 1);
  g_array_set_size (self->story, 0);
  while (self->has_row && sc_statement_get_int (self->events, 1) == self->trail.deal_id)
    if (!read_event (self, error) || !step (self, error))
      return NULL;

  return work_out (self, error) ? &self->trail : NULL;
}
