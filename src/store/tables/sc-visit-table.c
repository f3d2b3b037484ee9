/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps visits and parked spans as the deals' histories have them. They are worked out
 * anew for the deals whose histories have changed, whatever it was that changed them: so
 * they are the same whichever way a history came to be what it is. */

#include "store/tables/sc-visit-table-private.h"

/* A statement that changes rows keeps what their pages were in memory until it ends. */
#define SLICE 10000

#define OF_DEALS \
        " WHERE process_id IN (SELECT process_id FROM deal WHERE id >= :first AND id <= :last)" \
        " AND deal_id >= :first AND deal_id <= :last"

static const char clear_visits_sql[] = "DELETE FROM stage_visit" OF_DEALS;
static const char clear_spans_sql[] = "DELETE FROM parked_span" OF_DEALS;
static const char insert_visit_sql[] =
  "INSERT INTO stage_visit (process_id, deal_id, number, stage_id, version_id, entered_at, left_at, how_left, is_known)"
  " VALUES (:process, :deal, :number, :stage, :version, :entered_at, :left_at, :how_left, :is_known)";
static const char insert_span_sql[] =
  "INSERT INTO parked_span (process_id, deal_id, number, since, until, ended_at)"
  " VALUES (:process, :deal, :number, :since, :until, :ended_at)";

static void
bind_instant (ScStatement *statement,
              const char  *name,
              ScInstant    at,
              gboolean     is_set)
{
  if (is_set)
    sc_statement_bind_int (statement, name, at);
  else
    sc_statement_bind_null (statement, name, SC_CELL_INTEGER);
}

static gboolean
insert_visits (ScConnection  *connection,
               const ScTrail *trail,
               GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, insert_visit_sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process", trail->process_key);
  sc_statement_bind_int (statement, ":deal", trail->deal_id);
  for (guint i = 0; i < trail->visits->len; i++)
    {
      const ScTrailVisit *visit = &g_array_index (trail->visits, ScTrailVisit, i);

      sc_statement_bind_int (statement, ":number", i + 1);
      sc_statement_bind_int (statement, ":stage", visit->stage_key);
      sc_statement_bind_key (statement, ":version", visit->version_key);
      sc_statement_bind_int (statement, ":entered_at", visit->entered_at);
      bind_instant (statement, ":left_at", visit->left_at, visit->end != SC_VISIT_STANDS);
      sc_statement_bind_text (statement, ":how_left", sc_visit_end_get_id (visit->end));
      sc_statement_bind_int (statement, ":is_known", visit->is_known);
      if (!sc_statement_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_spans (ScConnection  *connection,
              const ScTrail *trail,
              GError       **error)
{
  g_autoptr (ScStatement) statement = NULL;

  if (trail->spans->len == 0)
    return TRUE;

  statement = sc_connection_prepare (connection, insert_span_sql, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process", trail->process_key);
  sc_statement_bind_int (statement, ":deal", trail->deal_id);
  for (guint i = 0; i < trail->spans->len; i++)
    {
      const ScTrailSpan *span = &g_array_index (trail->spans, ScTrailSpan, i);
      g_autofree char *until = sc_date_to_string (span->until);

      sc_statement_bind_int (statement, ":number", i + 1);
      sc_statement_bind_int (statement, ":since", span->since);
      sc_statement_bind_text (statement, ":until", until);
      bind_instant (statement, ":ended_at", span->ended_at, span->has_ended);
      if (!sc_statement_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clear (ScConnection *connection,
       const char   *sql,
       gint64        first,
       gint64        last,
       GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":first", first);
  sc_statement_bind_int (statement, ":last", last);

  return sc_statement_execute (statement, error);
}

static gboolean
write_trails (ScConnection *connection,
              ScTrails     *trails,
              GError      **error)
{
  GError *local_error = NULL;
  const ScTrail *trail;

  while ((trail = sc_trails_next (trails, &local_error)) != NULL)
    if (!insert_visits (connection, trail, error) || !insert_spans (connection, trail, error))
      return FALSE;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);

  return FALSE;
}

/**
 * sc_visit_table_keep:
 * @connection: the writing connection
 * @first: a deal
 * @last: a deal that is not before it
 * @error: why it can't be written
 *
 * Returns: whether the visits of the deals from the one to the other are those of their
 *   histories
 */
gboolean
sc_visit_table_keep (ScConnection *connection,
                     gint64        first,
                     gint64        last,
                     GError      **error)
{
  g_autoptr (ScTrails) trails = sc_trails_new (connection);

  for (gint64 begin = first; begin <= last; begin += SLICE)
    {
      gint64 end = MIN (begin + SLICE - 1, last);

      if (!clear (connection, clear_visits_sql, begin, end, error)
          || !clear (connection, clear_spans_sql, begin, end, error)
          || !sc_trails_read (trails, begin, end, error)
          || !write_trails (connection, trails, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_visit_table_keep_all:
 * @connection: the writing connection, of a database without any
 * @error: why it can't be written
 *
 * Returns: whether the visits of all deals are there
 */
gboolean
sc_visit_table_keep_all (ScConnection *connection,
                         GError      **error)
{
  g_autoptr (ScTrails) trails = sc_trails_new (connection);

  return sc_trails_read_all (trails, error) && write_trails (connection, trails, error);
}
