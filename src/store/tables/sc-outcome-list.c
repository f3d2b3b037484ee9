/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what became of the deals of a cohort, as it was on a day: from their own fields,
 * and only for deals of which a decision was taken back from what their history says of
 * their status. */

#include "store/tables/sc-cohort-private.h"

#include "model/sc-deal.h"
#include "model/sc-local-days.h"

/* As the partial index of such events has it. */
#define TAKEN_BACK \
        "SELECT deal_id FROM deal_event WHERE field = 'status'" \
        " AND (new = 'open' OR old = 'lost' OR (new = 'lost' AND old <> 'open')) AND voided_by IS NULL"
#define UNTURNED " AND d.id NOT IN (" TAKEN_BACK ")"
#define TURNED " AND d.id IN (" TAKEN_BACK ")"

/* The columns that make a group, with those that the caller wants. */
#define FIELDS(owner, source) "d.started, d.won_on, d.closed, d.status, " owner ", " source

/* What is read of a deal, or of several that are alike. */
typedef struct {
  gint64 deal_id;
  ScDate started;
  ScDate won_on;
  ScDate closed;
  ScDealStatus status;
  gint64 owner_id;
  char *source;
} Deal;

static void
deal_clear (Deal *self)
{
  g_clear_pointer (&self->source, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deal, deal_clear);

typedef struct {
  ScDate as_of;
  ScOutcomesBy by;
  GHashTable *groups;
  GPtrArray *list;
} Grouping;

static guint
hash_group (gconstpointer key)
{
  const ScOutcomeGroup *group = key;
  guint hash = group->source != NULL ? g_str_hash (group->source) : 0;

  hash = hash * 31 + (guint) group->deal_id;

  return (((hash * 31 + (guint) group->owner_id) * 31 + group->ended) * 31 + group->started) * 31 + group->outcome;
}

static gboolean
is_same_group (gconstpointer a,
               gconstpointer b)
{
  const ScOutcomeGroup *one = a;
  const ScOutcomeGroup *other = b;

  return one->started == other->started && one->ended == other->ended && one->outcome == other->outcome
         && one->deal_id == other->deal_id && one->owner_id == other->owner_id
         && g_strcmp0 (one->source, other->source) == 0;
}

static ScOutcomeKind
get_outcome (ScDealStatus status)
{
  if (status == SC_DEAL_OPEN)
    return SC_OUTCOME_OPEN;

  return status == SC_DEAL_LOST ? SC_OUTCOME_LOST : SC_OUTCOME_WON;
}

/* On a day before it ended it was open. */
static void
add (Grouping     *self,
     const Deal   *deal,
     ScOutcomeKind outcome,
     ScDate        ended,
     guint         n)
{
  ScOutcomeGroup key = {
    .started = deal->started, .ended = ended, .outcome = outcome, .owner_id = deal->owner_id, .source = deal->source,
    .deal_id = self->by == SC_OUTCOMES_BY_DEAL ? deal->deal_id : 0,
  };
  ScOutcomeGroup *group;

  if (deal->started > self->as_of)
    return;
  if (ended > self->as_of || outcome == SC_OUTCOME_OPEN)
    {
      key.outcome = SC_OUTCOME_OPEN;
      key.ended = SC_DATE_NONE;
    }

  group = g_hash_table_lookup (self->groups, &key);
  if (group == NULL)
    {
      group = g_memdup2 (&key, sizeof key);
      group->source = g_strdup (key.source);
      g_ptr_array_add (self->list, group);
      g_hash_table_add (self->groups, group);
    }
  group->n += n;
}

/* When it came to what it is. */
static ScDate
get_end (const Deal *deal)
{
  return get_outcome (deal->status) == SC_OUTCOME_LOST ? deal->closed : deal->won_on;
}

static void
read_deal (ScStatement *statement,
           Deal        *deal)
{
  deal_clear (deal);
  deal->started = sc_date_parse (sc_statement_get_text (statement, 0));
  deal->won_on = sc_date_parse (sc_statement_get_text (statement, 1));
  deal->closed = sc_date_parse (sc_statement_get_text (statement, 2));
  deal->status = SC_DEAL_OPEN;
  sc_deal_status_from_id (sc_statement_get_text (statement, 3), &deal->status);
  deal->owner_id = sc_statement_get_int (statement, 4);
  deal->source = g_strdup (sc_statement_get_text (statement, 5));
}

static const char *
get_fields (ScOutcomesBy by)
{
  if (by == (SC_OUTCOMES_BY_OWNER | SC_OUTCOMES_BY_SOURCE))
    return FIELDS ("d.owner_id", "d.source");
  if (by == SC_OUTCOMES_BY_OWNER)
    return FIELDS ("d.owner_id", "NULL");
  if (by == SC_OUTCOMES_BY_SOURCE)
    return FIELDS ("0", "d.source");

  return FIELDS ("0", "NULL");
}

static const char *
get_grouping (ScOutcomesBy by,
              gboolean     with_turned)
{
  static const char *const groupings[][2] = {
    [SC_OUTCOMES_BY_DAYS] = {
      UNTURNED " GROUP BY d.started, d.won_on, d.closed, d.status",
      " GROUP BY d.started, d.won_on, d.closed, d.status",
    },
    [SC_OUTCOMES_BY_OWNER] = {
      UNTURNED " GROUP BY d.started, d.won_on, d.closed, d.status, d.owner_id",
      " GROUP BY d.started, d.won_on, d.closed, d.status, d.owner_id",
    },
    [SC_OUTCOMES_BY_SOURCE] = {
      UNTURNED " GROUP BY d.started, d.won_on, d.closed, d.status, d.source",
      " GROUP BY d.started, d.won_on, d.closed, d.status, d.source",
    },
    [SC_OUTCOMES_BY_OWNER | SC_OUTCOMES_BY_SOURCE] = {
      UNTURNED " GROUP BY d.started, d.won_on, d.closed, d.status, d.owner_id, d.source",
      " GROUP BY d.started, d.won_on, d.closed, d.status, d.owner_id, d.source",
    },
    [SC_OUTCOMES_BY_DEAL] = { UNTURNED " GROUP BY d.id", " GROUP BY d.id" },
  };

  return groupings[by][with_turned];
}

static gboolean
read_alike (Grouping       *self,
            ScConnection   *connection,
            const ScCohort *cohort,
            ScOutcomesBy    by,
            gboolean        with_turned,
            GError        **error)
{
  g_autofree char *select = g_strconcat ("SELECT ", get_fields (by), ", count(*), min(d.id) FROM deal AS d", NULL);
  g_autoptr (ScStatement) statement = sc_cohort_prepare (cohort, connection, select, get_grouping (by, with_turned), error);
  g_auto (Deal) deal = { 0 };

  if (statement == NULL)
    return FALSE;

  while (sc_statement_next (statement, error))
    {
      read_deal (statement, &deal);
      deal.deal_id = sc_statement_get_int (statement, 7);
      add (self, &deal, get_outcome (deal.status), get_end (&deal), (guint) sc_statement_get_int (statement, 6));
    }

  return !sc_statement_has_failed (statement);
}

/* The walk of a deal's status up to the day. */
typedef struct {
  ScOutcomeKind outcome;
  ScDate ended;
  gboolean has_later;
} Turns;

static void
turn (Turns       *self,
      ScStatement *statement,
      ScLocalDays *days,
      ScDate       as_of)
{
  ScDate day = sc_local_days_get (days, sc_statement_get_int (statement, 7));
  ScDealStatus status = SC_DEAL_OPEN;

  if (day > as_of)
    {
      self->has_later = TRUE;
      return;
    }

  sc_deal_status_from_id (sc_statement_get_text (statement, 8), &status);
  if (get_outcome (status) == self->outcome)
    return;

  self->outcome = get_outcome (status);
  self->ended = sc_statement_get_int (statement, 9) != 0 ? SC_DATE_NONE : day;
}

/* What it is by now its own fields say best. */
static void
end_turns (Grouping    *self,
           const Deal  *deal,
           const Turns *turns)
{
  if (turns->has_later)
    add (self, deal, turns->outcome, turns->ended, 1);
  else
    add (self, deal, get_outcome (deal->status), get_end (deal), 1);
}

static gboolean
read_turned (Grouping       *self,
             ScConnection   *connection,
             const ScCohort *cohort,
             ScOutcomesBy    by,
             GError        **error)
{
  g_autofree char *select =
    g_strconcat ("SELECT ", get_fields (by), ", d.id, e.happened_at, e.new, e.is_inferred"
                 " FROM deal AS d JOIN deal_event AS e ON e.deal_id = d.id AND e.field = 'status' AND e.voided_by IS NULL",
                 NULL);
  g_autoptr (ScStatement) statement = sc_cohort_prepare (cohort, connection, select,
                                                         TURNED " ORDER BY d.id, e.happened_at, e.id", error);
  g_autoptr (ScLocalDays) days = sc_local_days_new ();
  g_auto (Deal) deal = { 0 };
  Turns turns = { SC_OUTCOME_OPEN };

  if (statement == NULL)
    return FALSE;

  while (sc_statement_next (statement, error))
    {
      gint64 deal_id = sc_statement_get_int (statement, 6);

      if (deal_id != deal.deal_id)
        {
          if (deal.deal_id != 0)
            end_turns (self, &deal, &turns);
          read_deal (statement, &deal);
          deal.deal_id = deal_id;
          turns = (Turns) { SC_OUTCOME_OPEN };
        }
      turn (&turns, statement, days, self->as_of);
    }
  if (deal.deal_id != 0)
    end_turns (self, &deal, &turns);

  return !sc_statement_has_failed (statement);
}

/**
 * sc_outcome_list_group:
 * @connection: a connection
 * @cohort: which deals, and as of when
 * @by: what else tells them apart
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScOutcomeGroup): what became of them, those
 *   together that are alike
 */
GPtrArray *
sc_outcome_list_group (ScConnection   *connection,
                       const ScCohort *cohort,
                       ScOutcomesBy    by,
                       GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_outcome_group_free);
  g_autoptr (GHashTable) groups = g_hash_table_new (hash_group, is_same_group);
  Grouping self = { cohort->as_of, by, groups, list };
  gboolean is_past = cohort->as_of < sc_clock_today ();

  return read_alike (&self, connection, cohort, by, !is_past, error)
         && (!is_past || read_turned (&self, connection, cohort, by, error)) ? g_steal_pointer (&list) : NULL;
}
