/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compares the visits that are kept with what the deals' histories say, side by side. */

#include "store/tables/sc-visit-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/tables/sc-column-private.h"

/* The rows of a table that is kept, in the order of the histories. */
typedef struct {
  const char *table;
  ScStatement *statement;
  GPtrArray *problems;
  guint n_left;
  gboolean has_row;
} Kept;

static const char visits_sql[] =
  "SELECT process_id, deal_id, number, stage_id, version_id, entered_at, left_at, how_left, is_known"
  " FROM stage_visit ORDER BY process_id, deal_id, number";
static const char spans_sql[] =
  "SELECT process_id, deal_id, number, since, until, ended_at"
  " FROM parked_span ORDER BY process_id, deal_id, number";

static gboolean
step (Kept    *self,
      GError **error)
{
  self->has_row = sc_statement_step (self->statement, error);

  return !sc_statement_has_failed (self->statement);
}

static void
add_problem (Kept       *self,
             gint64      process_key,
             gint64      deal_id,
             gint64      number,
             const char *field)
{
  g_autofree char *row = NULL;
  g_autofree char *problem = NULL;

  if (self->n_left == 0)
    return;

  self->n_left--;
  row = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, process_key, deal_id, number);
  problem = sc_table_describe_problem (self->table, row, field, _("This is not what the deal’s history says."));
  g_ptr_array_add (self->problems, g_steal_pointer (&problem));
}

/* How the row that is read stands to the one of a history: before it, at it or behind. */
static int
compare (const Kept    *self,
         const ScTrail *trail,
         gint64         number)
{
  const gint64 wanted[] = { trail->process_key, trail->deal_id, number };

  for (int i = 0; i < (int) G_N_ELEMENTS (wanted); i++)
    {
      gint64 found = sc_statement_get_int (self->statement, i);

      if (found != wanted[i])
        return found < wanted[i] ? -1 : 1;
    }

  return 0;
}

/* What no history has. */
static gboolean
pass_row (Kept    *self,
          GError **error)
{
  add_problem (self, sc_statement_get_int (self->statement, 0), sc_statement_get_int (self->statement, 1),
               sc_statement_get_int (self->statement, 2), "number");

  return step (self, error);
}

/* Steps to the row of a history; where it is not there, that is said. */
static gboolean
find_row (Kept          *self,
          const ScTrail *trail,
          gint64         number,
          gboolean      *is_there,
          GError       **error)
{
  while (self->has_row && compare (self, trail, number) < 0)
    if (!pass_row (self, error))
      return FALSE;

  *is_there = self->has_row && compare (self, trail, number) == 0;
  if (!*is_there)
    add_problem (self, trail->process_key, trail->deal_id, number, "number");

  return TRUE;
}

static gboolean
is_instant (const Kept *self,
            int         column,
            ScInstant   at,
            gboolean    is_set)
{
  if (!is_set)
    return sc_statement_is_null (self->statement, column);

  return !sc_statement_is_null (self->statement, column) && sc_statement_get_int (self->statement, column) == at;
}

/* Where a version was published and is a draft again, nobody knows how it was then. */
static gboolean
is_end (const Kept         *self,
        const ScTrailVisit *visit,
        gboolean            is_drafted)
{
  ScVisitEnd end = SC_VISIT_STANDS;

  if (!sc_statement_is_null (self->statement, 7))
    sc_visit_end_from_id (sc_statement_get_text (self->statement, 7), &end);

  return end == visit->end
         || (is_drafted && (end == SC_VISIT_ON || end == SC_VISIT_BACK || end == SC_VISIT_PUBLISHED));
}

static const char *
find_difference (const Kept         *self,
                 const ScTrailVisit *visit,
                 gboolean            is_drafted)
{
  ScStatement *row = self->statement;

  if (sc_statement_get_int (row, 3) != visit->stage_key)
    return "stage_id";
  if (sc_statement_get_int (row, 4) != visit->version_key)
    return "version_id";
  if (sc_statement_get_int (row, 5) != visit->entered_at)
    return "entered_at";
  if (!is_instant (self, 6, visit->left_at, visit->end != SC_VISIT_STANDS))
    return "left_at";
  if (!is_end (self, visit, is_drafted))
    return "how_left";

  return (sc_statement_get_int (row, 8) != 0) != visit->is_known ? "is_known" : NULL;
}

static const char *
find_span_difference (const Kept        *self,
                      const ScTrailSpan *span)
{
  if (sc_statement_get_int (self->statement, 3) != span->since)
    return "since";
  if (sc_date_parse (sc_statement_get_text (self->statement, 4)) != span->until)
    return "until";

  return !is_instant (self, 5, span->ended_at, span->has_ended) ? "ended_at" : NULL;
}

static gboolean
check_visits (Kept          *self,
              const ScTrail *trail,
              GError       **error)
{
  for (guint i = 0; i < trail->visits->len; i++)
    {
      const char *field;
      gboolean is_there;

      if (!find_row (self, trail, i + 1, &is_there, error))
        return FALSE;
      if (!is_there)
        continue;

      field = find_difference (self, &g_array_index (trail->visits, ScTrailVisit, i),
                               g_array_index (trail->drafted, gboolean, i));
      if (field != NULL)
        add_problem (self, trail->process_key, trail->deal_id, i + 1, field);
      if (!step (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_spans (Kept          *self,
             const ScTrail *trail,
             GError       **error)
{
  for (guint i = 0; i < trail->spans->len; i++)
    {
      const char *field;
      gboolean is_there;

      if (!find_row (self, trail, i + 1, &is_there, error))
        return FALSE;
      if (!is_there)
        continue;

      field = find_span_difference (self, &g_array_index (trail->spans, ScTrailSpan, i));
      if (field != NULL)
        add_problem (self, trail->process_key, trail->deal_id, i + 1, field);
      if (!step (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begin (Kept         *self,
       ScConnection *connection,
       const char   *sql,
       GError      **error)
{
  self->statement = sc_connection_prepare (connection, sql, error);

  return self->statement != NULL && step (self, error);
}

static gboolean
end (Kept    *self,
     GError **error)
{
  while (self->has_row)
    if (!pass_row (self, error))
      return FALSE;

  return TRUE;
}

static gboolean
check (ScTrails *trails,
       Kept     *visits,
       Kept     *spans,
       GError  **error)
{
  GError *local_error = NULL;
  const ScTrail *trail;

  while ((trail = sc_trails_next (trails, &local_error)) != NULL)
    if (!check_visits (visits, trail, error) || !check_spans (spans, trail, error))
      return FALSE;
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  return end (visits, error) && end (spans, error);
}

/**
 * sc_visit_table_check:
 * @connection: a connection
 * @most: how many rows of each table are named at most
 * @problems: (element-type utf8): where to add what does not agree
 * @error: why it can't be compared
 *
 * Returns: whether what is kept could be compared with the histories
 */
gboolean
sc_visit_table_check (ScConnection *connection,
                      guint         most,
                      GPtrArray    *problems,
                      GError      **error)
{
  g_autoptr (ScTrails) trails = sc_trails_new (connection);
  Kept visits = { .table = "stage_visit", .problems = problems, .n_left = most };
  Kept spans = { .table = "parked_span", .problems = problems, .n_left = most };
  gboolean is_ok = sc_trails_read_all (trails, error)
                   && begin (&visits, connection, visits_sql, error)
                   && begin (&spans, connection, spans_sql, error)
                   && check (trails, &visits, &spans, error);

  g_clear_pointer (&visits.statement, sc_statement_reset);
  g_clear_pointer (&spans.statement, sc_statement_reset);

  return is_ok;
}
