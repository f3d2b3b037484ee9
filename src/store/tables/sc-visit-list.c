/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads how the deals of a cohort went through stages, as it was on a day: deal by deal,
 * once over all of the process's visits. */

#include "store/tables/sc-cohort-private.h"

#include "model/sc-local-days.h"

/* The columns that Row is read from. */
#define VISIT "v.deal_id, v.stage_id, v.version_id, v.entered_at, v.left_at, v.how_left, v.is_known"
#define OF_PROCESS " WHERE v.process_id = (SELECT id FROM process WHERE uuid = :process)"

typedef struct {
  gint64 deal_id;
  gint64 stage_key;
  gint64 version_key;
  ScInstant entered_at;
  ScInstant left_at;
  ScDate entered;
  ScDate left;
  ScVisitEnd end;
  gboolean is_known;
} Row;

/* A group and what tells it from others. */
typedef struct {
  gint64 stage_key;
  gint64 back_key;
  guint64 rest;
  ScVisitGroup *group;
} Slot;

typedef struct {
  ScDate as_of;
  ScLocalDays *days;
  GHashTable *stages;
  GHashTable *slots;
  GPtrArray *groups;
  /* Visits of the deal that is being read, and when it was parked. */
  GArray *rows;
  ScStatement *spans;
  gboolean has_span;
  gboolean with_deals;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->spans, sc_statement_reset);
  g_clear_pointer (&self->days, sc_local_days_free);
  g_clear_pointer (&self->stages, g_hash_table_unref);
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear);

/* Ids of stages by their keys, which live as long as the program does. */
static GHashTable *
read_stages (ScConnection   *connection,
             const ScCohort *cohort,
             GError        **error)
{
  g_autoptr (GHashTable) stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT id, uuid FROM stage WHERE process_id = (SELECT id FROM process WHERE uuid = :process)",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":process", cohort->process_id);
  while (sc_statement_next (statement, error))
    {
      gint64 key = sc_statement_get_int (statement, 0);

      g_hash_table_insert (stages, g_memdup2 (&key, sizeof key), (gpointer) g_intern_string (sc_statement_get_text (statement, 1)));
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&stages);
}

/* What happened behind the day is not known on it. Gives whether the visit had begun. */
static gboolean
read_row (Reading     *self,
          ScStatement *statement,
          Row         *row)
{
  *row = (Row) {
    .deal_id = sc_statement_get_int (statement, 0),
    .stage_key = sc_statement_get_int (statement, 1),
    .version_key = sc_statement_get_int (statement, 2),
    .entered_at = sc_statement_get_int (statement, 3),
    .is_known = sc_statement_get_int (statement, 6) != 0,
  };
  row->entered = sc_local_days_get (self->days, row->entered_at);
  if (row->entered > self->as_of)
    return FALSE;
  if (sc_statement_is_null (statement, 4))
    return TRUE;

  row->left_at = sc_statement_get_int (statement, 4);
  row->left = sc_local_days_get (self->days, row->left_at);
  if (row->left > self->as_of)
    {
      row->left_at = SC_INSTANT_NONE;
      row->left = SC_DATE_NONE;
    }
  else if (!sc_statement_is_null (statement, 5))
    sc_visit_end_from_id (sc_statement_get_text (statement, 5), &row->end);

  return TRUE;
}

/* Where a visit stands among the deal's to the same stage, and the stage that the deal went
 * back to from it, or 0. */
typedef struct {
  gboolean is_last;
  gboolean is_second;
  gint64 back_key;
} Turn;

static ScVisitGroup *
add_group (Reading   *self,
           const Row *row,
           Turn       turn)
{
  ScVisitGroup *group = g_new0 (ScVisitGroup, 1);

  group->stage_id = g_hash_table_lookup (self->stages, &row->stage_key);
  group->entered = row->entered;
  group->left = row->left;
  group->end = row->end;
  group->back_to = turn.back_key != 0 ? g_hash_table_lookup (self->stages, &turn.back_key) : NULL;
  group->is_known = row->is_known;
  group->is_last = turn.is_last;
  group->is_second = turn.is_second;
  g_ptr_array_add (self->groups, group);

  return group;
}

static guint
hash_slot (gconstpointer data)
{
  const Slot *slot = data;

  return (guint) ((slot->rest ^ (guint64) slot->stage_key << 48) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

static gboolean
is_same_slot (gconstpointer a,
              gconstpointer b)
{
  const Slot *one = a;
  const Slot *other = b;

  return one->rest == other->rest && one->stage_key == other->stage_key && one->back_key == other->back_key;
}

/* A day takes 22 bits. */
static guint64
pack (const Row *row,
      Turn       turn)
{
  guint64 rest = row->entered;

  rest = rest << 22 | row->left;
  rest = rest << 3 | row->end;
  rest = rest << 1 | (guint64) (row->is_known != 0);
  rest = rest << 1 | (guint64) (turn.is_second != 0);

  return rest << 1 | (guint64) (turn.is_last != 0);
}

static ScVisitGroup *
need_group (Reading   *self,
            const Row *row,
            Turn       turn)
{
  const Slot key = { .stage_key = row->stage_key, .back_key = turn.back_key, .rest = pack (row, turn) };
  Slot *slot = g_hash_table_lookup (self->slots, &key);

  if (slot == NULL)
    {
      slot = g_memdup2 (&key, sizeof key);
      slot->group = add_group (self, row, turn);
      g_hash_table_add (self->slots, slot);
    }

  return slot->group;
}

static gboolean
step_span (Reading *self,
           GError **error)
{
  self->has_span = sc_statement_next (self->spans, error);

  return !sc_statement_has_failed (self->spans);
}

/* Days on which the deal was parked, as far as they have been. */
static GArray *
read_spans (Reading *self,
            gint64   deal_id,
            GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (ScParkedDays));

  while (self->has_span && sc_statement_get_int (self->spans, 0) <= deal_id)
    {
      ScParkedDays days = {
        sc_local_days_get (self->days, sc_statement_get_int (self->spans, 1)),
        sc_date_parse (sc_statement_get_text (self->spans, 2)),
      };

      if (!sc_statement_is_null (self->spans, 3))
        days.until = MIN (days.until, sc_local_days_get (self->days, sc_statement_get_int (self->spans, 3)));
      days.until = MIN (days.until, self->as_of);
      if (sc_statement_get_int (self->spans, 0) == deal_id && days.since < days.until)
        g_array_append_val (spans, days);
      if (!step_span (self, error))
        return NULL;
    }

  return g_steal_pointer (&spans);
}

/* Of these days those of a visit. */
static GArray *
cut_spans (const Reading *self,
           const GArray  *spans,
           const Row     *row)
{
  ScDate left = row->left != SC_DATE_NONE ? row->left : self->as_of;
  GArray *cut = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      ScParkedDays days = g_array_index (spans, ScParkedDays, i);

      days.since = MAX (days.since, row->entered);
      days.until = MIN (days.until, left);
      if (days.since >= days.until)
        continue;
      if (cut == NULL)
        cut = g_array_new (FALSE, FALSE, sizeof (ScParkedDays));
      g_array_append_val (cut, days);
    }

  return cut;
}

static Turn
find_turn (const Reading *self,
           guint          index)
{
  const Row *row = &g_array_index (self->rows, Row, index);
  gboolean went_back = row->end == SC_VISIT_BACK && index + 1 < self->rows->len;
  guint n_before = 0, n_behind = 0;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).stage_key == row->stage_key)
      {
        n_before += i < index;
        n_behind += i > index;
      }

  return (Turn) { n_behind == 0, n_before == 1, went_back ? row[1].stage_key : 0 };
}

static void
name_deal (ScVisitGroup *group,
           gint64        deal_id)
{
  if (group->deal_ids == NULL)
    group->deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (group->deal_ids, deal_id);
}

/* Adds the visits of a deal to their groups. */
static gboolean
end_deal (Reading *self,
          GError **error)
{
  g_autoptr (GArray) spans = NULL;

  if (self->rows->len == 0)
    return TRUE;

  spans = read_spans (self, g_array_index (self->rows, Row, 0).deal_id, error);
  if (spans == NULL)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      GArray *parked = cut_spans (self, spans, row);
      ScVisitGroup *group = parked != NULL ? add_group (self, row, find_turn (self, i))
                                           : need_group (self, row, find_turn (self, i));

      group->n++;
      if (self->with_deals)
        name_deal (group, row->deal_id);
      if (parked != NULL)
        group->parked = parked;
    }
  g_array_set_size (self->rows, 0);

  return TRUE;
}

static ScStatement *
prepare_of_process (ScConnection   *connection,
                    const ScCohort *cohort,
                    const char     *sql,
                    GError        **error)
{
  ScStatement *statement = sc_connection_prepare (connection, sql, error);

  if (statement != NULL)
    sc_statement_bind_text (statement, ":process", cohort->process_id);

  return statement;
}

/* A process's visits lie one after the other; only for some of its deals these are asked. */
static ScStatement *
prepare_visits (ScConnection   *connection,
                const ScCohort *cohort,
                GError        **error)
{
  if (!sc_cohort_is_whole (cohort))
    return sc_cohort_prepare (cohort, connection,
                              "SELECT " VISIT " FROM deal AS d"
                              " JOIN stage_visit AS v ON v.process_id = d.process_id AND v.deal_id = d.id",
                              " ORDER BY v.process_id, v.deal_id, v.number", error);

  return prepare_of_process (connection, cohort,
                             "SELECT " VISIT " FROM stage_visit AS v" OF_PROCESS
                             " ORDER BY v.process_id, v.deal_id, v.number",
                             error);
}

static gboolean
read_all (Reading     *self,
          ScStatement *visits,
          GError     **error)
{
  Row row;

  while (sc_statement_next (visits, error))
    {
      gint64 deal_id = sc_statement_get_int (visits, 0);

      if (self->rows->len > 0 && g_array_index (self->rows, Row, 0).deal_id != deal_id && !end_deal (self, error))
        return FALSE;
      if (read_row (self, visits, &row))
        g_array_append_val (self->rows, row);
    }

  return !sc_statement_has_failed (visits) && end_deal (self, error);
}

/**
 * sc_visit_list_group:
 * @connection: a connection
 * @cohort: which deals, and as of when
 * @with_deals: whether groups are to name their deals
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScVisitGroup): their visits, those together that
 *   are alike
 */
GPtrArray *
sc_visit_list_group (ScConnection   *connection,
                     const ScCohort *cohort,
                     gboolean        with_deals,
                     GError        **error)
{
  g_autoptr (GHashTable) stages = read_stages (connection, cohort, error);
  g_autoptr (ScStatement) visits = stages != NULL ? prepare_visits (connection, cohort, error) : NULL;
  g_auto (Reading) self = { 0 };

  if (visits == NULL)
    return NULL;

  self = (Reading) {
    .as_of = cohort->as_of,
    .days = sc_local_days_new (),
    .stages = g_steal_pointer (&stages),
    .slots = g_hash_table_new_full (hash_slot, is_same_slot, g_free, NULL),
    .groups = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_visit_group_free),
    .rows = g_array_new (FALSE, FALSE, sizeof (Row)),
    .with_deals = with_deals,
    .spans = prepare_of_process (connection, cohort,
                                 "SELECT v.deal_id, v.since, v.until, v.ended_at FROM parked_span AS v" OF_PROCESS
                                 " ORDER BY v.process_id, v.deal_id, v.number",
                                 error),
  };

  return self.spans != NULL && step_span (&self, error) && read_all (&self, visits, error)
         ? g_steal_pointer (&self.groups) : NULL;
}

static GHashTable *
read_versions (ScConnection   *connection,
               const ScCohort *cohort,
               GError        **error)
{
  g_autoptr (GHashTable) versions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (ScStatement) statement =
    prepare_of_process (connection, cohort,
                        "SELECT v.id, v.number FROM version AS v" OF_PROCESS, error);

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      gint64 key = sc_statement_get_int (statement, 0);

      g_hash_table_insert (versions, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER ((guint) sc_statement_get_int (statement, 1)));
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&versions);
}

/**
 * sc_visit_list_stage:
 * @connection: a connection
 * @cohort: which deals, and as of when
 * @stage_id: (nullable): only visits of this stage, %NULL for all
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScVisit): their visits, deal by deal in the order
 *   in which they went
 */
GArray *
sc_visit_list_stage (ScConnection   *connection,
                     const ScCohort *cohort,
                     const char     *stage_id,
                     GError        **error)
{
  g_autoptr (GHashTable) versions = read_versions (connection, cohort, error);
  g_autoptr (GHashTable) stages = versions != NULL ? read_stages (connection, cohort, error) : NULL;
  g_autoptr (ScStatement) visits = stages != NULL ? prepare_visits (connection, cohort, error) : NULL;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ScVisit));
  g_auto (Reading) self = { 0 };
  Row row;

  if (visits == NULL)
    return NULL;

  self = (Reading) { .as_of = cohort->as_of, .days = sc_local_days_new (), .stages = g_steal_pointer (&stages) };
  while (sc_statement_next (visits, error))
    {
      ScVisit visit;

      if (!read_row (&self, visits, &row))
        continue;

      visit = (ScVisit) {
        .deal_id = row.deal_id, .stage_id = g_hash_table_lookup (self.stages, &row.stage_key),
        .version = GPOINTER_TO_UINT (g_hash_table_lookup (versions, &row.version_key)),
        .entered_at = row.entered_at, .left_at = row.left_at, .end = row.end, .is_known = row.is_known,
      };
      if (stage_id == NULL || g_strcmp0 (visit.stage_id, stage_id) == 0)
        g_array_append_val (list, visit);
    }

  return sc_statement_has_failed (visits) ? NULL : g_steal_pointer (&list);
}
