/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what became of deals as of a day. What a deal is now is what it became; where its
 * history tells of something later, it is taken back from there: what a field was before
 * the first of such events is what it was on the day. */

#include "store/tables/sc-fate-table-private.h"

#include <string.h>

#include "model/sc-deal.h"

/* What the history tells that figures ask for. As it stands here it is an index's
 * condition, too. */
#define TOLD "field IN ('status', 'owner', 'source', 'label', 'value', 'parked') AND voided_by IS NULL"

typedef struct {
  ScConnection *connection;
  ScFates *fates;
  ScInstant end;
  /* Numbers of texts, days of their texts: each stands in many rows. */
  GHashTable *numbers;
  GHashTable *days;
  /* Numbers of names and ids by the keys of their rows. */
  GHashTable *owners;
  GHashTable *stages;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->days, g_hash_table_unref);
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->stages, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear);

static guint32
get_number (Reading    *self,
            const char *text)
{
  guint number;

  if (text == NULL || *text == '\0')
    return 0;

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text));
  if (number == 0)
    {
      char *copy = g_strdup (text);

      g_ptr_array_add (self->fates->texts, copy);
      number = self->fates->texts->len;
      g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (number));
    }

  return number;
}

static ScDate
get_day (Reading    *self,
         const char *text)
{
  gpointer day;

  if (text == NULL)
    return SC_DATE_NONE;
  if (!g_hash_table_lookup_extended (self->days, text, NULL, &day))
    {
      day = GUINT_TO_POINTER (sc_date_parse (text));
      g_hash_table_insert (self->days, g_strdup (text), day);
    }

  return GPOINTER_TO_UINT (day);
}

/* What is read by a key is not joined to each deal. */
static guint32
get_keyed (GHashTable *table,
           gint64      key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, GSIZE_TO_POINTER ((gsize) key)));
}

static gboolean
read_keyed (Reading    *self,
            GHashTable *table,
            const char *sql,
            GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  while (sc_statement_next (statement, error))
    g_hash_table_insert (table, GSIZE_TO_POINTER ((gsize) sc_statement_get_int (statement, 0)),
                         GUINT_TO_POINTER (get_number (self, sc_statement_get_text (statement, 1))));

  return !sc_statement_has_failed (statement);
}

static ScDecision
get_decision (ScDealStatus status)
{
  return status == SC_DEAL_OPEN ? SC_FATE_OPEN : status == SC_DEAL_LOST ? SC_FATE_LOST : SC_FATE_WON;
}

static ScDecision
read_decision (const char *status_id)
{
  ScDealStatus status = SC_DEAL_OPEN;

  sc_deal_status_from_id (status_id, &status);

  return get_decision (status);
}

static void
read_fate (Reading     *self,
           ScStatement *statement,
           ScFate      *fate)
{
  *fate = (ScFate) {
    .deal_id = sc_statement_get_int (statement, 0),
    .decision = (guint8) read_decision (sc_statement_get_text (statement, 1)),
    .started = get_day (self, sc_statement_get_text (statement, 2)),
    .owner = get_keyed (self->owners, sc_statement_get_int (statement, 5)),
    .source = get_number (self, sc_statement_get_text (statement, 6)),
    .label = get_number (self, sc_statement_get_text (statement, 7)),
    .value_minor = sc_statement_is_null (statement, 8) ? -1 : sc_statement_get_int (statement, 8),
    .currency = get_number (self, sc_statement_get_text (statement, 9)),
    .loss_reason = get_number (self, sc_statement_get_text (statement, 10)),
    .stage = get_keyed (self->stages, sc_statement_get_int (statement, 11)),
    .is_parked = get_day (self, sc_statement_get_text (statement, 12)) > self->fates->as_of,
  };
  if (fate->decision != SC_FATE_OPEN)
    fate->decided = get_day (self, sc_statement_get_text (statement, fate->decision == SC_FATE_WON ? 3 : 4));
}

/* What deals are now, but for those that had not begun by the day. */
static gboolean
read_present (Reading        *self,
              const ScCohort *cohort,
              GError        **error)
{
  ScFates *fates = self->fates;
  ScFate fate;
  g_autoptr (ScStatement) statement =
    sc_cohort_prepare (cohort, self->connection,
                       "SELECT d.id, d.status, d.started, d.won_on, d.closed, d.owner_id, d.source, d.label,"
                       " d.value_minor, d.currency, d.loss_reason, d.stage_id, d.parked_until"
                       " FROM deal AS d",
                       " ORDER BY d.id",
                       error);

  if (statement == NULL)
    return FALSE;

  while (sc_statement_next (statement, error))
    {
      read_fate (self, statement, &fate);
      if (fate.started <= fates->as_of)
        g_array_append_val (fates->list, fate);
    }

  return !sc_statement_has_failed (statement);
}

/* When what a deal was on the day had been decided: at the last step to it. */
static gboolean
find_decided (Reading *self,
              ScFate  *fate,
              GError **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT happened_at, old, new, is_inferred FROM deal_event"
                           " WHERE deal_id = :deal_id AND field = 'status' AND voided_by IS NULL AND happened_at <= :end"
                           " ORDER BY happened_at DESC, id DESC",
                           error);

  if (statement == NULL)
    return FALSE;

  fate->decided = SC_DATE_NONE;
  sc_statement_bind_int (statement, ":deal_id", fate->deal_id);
  sc_statement_bind_int (statement, ":end", self->end);
  while (sc_statement_next (statement, error))
    {
      if (read_decision (sc_statement_get_text (statement, 2)) != fate->decision)
        break;

      fate->decided = sc_statement_get_int (statement, 3) != 0
                      ? SC_DATE_NONE : sc_date_from_instant (sc_statement_get_int (statement, 0));
      if (read_decision (sc_statement_get_text (statement, 1)) != fate->decision)
        break;
    }

  return !sc_statement_has_failed (statement);
}

/* A value of events is an amount of minor units and a currency, “12300 EUR”. */
static void
take_value (Reading    *self,
            ScFate     *fate,
            const char *value)
{
  const char *currency = value != NULL ? strchr (value, ' ') : NULL;

  fate->value_minor = currency != NULL ? g_ascii_strtoll (value, NULL, 10) : -1;
  fate->currency = currency != NULL ? get_number (self, currency + 1) : 0;
}

static const char *const told_fields[] = { "status", "owner", "source", "label", "value", "parked" };

/* What a field was before. A status that was worked out nobody knows the day of; one that
 * was decided by the day was so, whatever became of it. */
static void
take_back (Reading    *self,
           ScFate     *fate,
           const char *field,
           const char *old,
           guint      *n_reopened)
{
  if (g_str_equal (field, "owner"))
    fate->owner = get_number (self, old);
  else if (g_str_equal (field, "source"))
    fate->source = get_number (self, old);
  else if (g_str_equal (field, "label"))
    fate->label = get_number (self, old);
  else if (g_str_equal (field, "value"))
    take_value (self, fate, old);
  else if (g_str_equal (field, "parked"))
    fate->is_parked = get_day (self, old) > self->fates->as_of;
  else if (fate->decision == SC_FATE_OPEN || fate->decided == SC_DATE_NONE || fate->decided > self->fates->as_of)
    {
      fate->decision = (guint8) read_decision (old);
      fate->decided = SC_DATE_NONE;
      *n_reopened += fate->decision != SC_FATE_OPEN;
    }
}

/* A field's first event behind the day is the one that counts. */
static guint
get_bit (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (told_fields); i++)
    if (g_str_equal (told_fields[i], field))
      return 1u << i;

  return 0;
}

static gboolean
take_back_all (Reading *self,
               GArray  *reopened,
               GError **error)
{
  gint64 deal_id = 0;
  guint place = G_MAXUINT, seen = 0;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT deal_id, field, old FROM deal_event"
                           " WHERE " TOLD " AND happened_at > :end AND NOT (field = 'status' AND is_inferred = 1)"
                           " ORDER BY deal_id, happened_at, id",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":end", self->end);
  while (sc_statement_next (statement, error))
    {
      const char *field = sc_statement_get_text (statement, 1);
      guint n_reopened = 0;

      if (sc_statement_get_int (statement, 0) != deal_id)
        {
          deal_id = sc_statement_get_int (statement, 0);
          place = sc_fates_find (self->fates, deal_id);
          seen = 0;
        }
      if (place == G_MAXUINT || (seen & get_bit (field)) != 0)
        continue;

      seen |= get_bit (field);
      take_back (self, &g_array_index (self->fates->list, ScFate, place), field, sc_statement_get_text (statement, 2), &n_reopened);
      if (n_reopened > 0)
        g_array_append_val (reopened, place);
    }

  return !sc_statement_has_failed (statement);
}

/* Whether a deal of which nobody knows when it began was there on the day: unless its
 * history tells that it came later. */
static gboolean
was_there (Reading  *self,
           gint64    deal_id,
           gboolean *is_there,
           GError  **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "SELECT happened_at, is_inferred FROM deal_event"
                           " WHERE deal_id = :deal_id AND field = 'stage' AND voided_by IS NULL"
                           " ORDER BY happened_at, id LIMIT 1",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  *is_there = !sc_statement_step (statement, error)
              || sc_statement_get_int (statement, 1) != 0 || sc_statement_get_int (statement, 0) <= self->end;

  return !sc_statement_has_failed (statement);
}

static gboolean
leave_out_later (Reading *self,
                 GError **error)
{
  GArray *list = self->fates->list;
  guint n_left = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const ScFate *fate = &g_array_index (list, ScFate, i);
      gboolean is_there = TRUE;

      if (fate->started == SC_DATE_NONE && !was_there (self, fate->deal_id, &is_there, error))
        return FALSE;
      if (is_there)
        g_array_index (list, ScFate, n_left++) = *fate;
    }
  g_array_set_size (list, n_left);

  return TRUE;
}

static gboolean
go_back (Reading *self,
         GError **error)
{
  g_autoptr (GArray) reopened = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!take_back_all (self, reopened, error))
    return FALSE;
  for (guint i = 0; i < reopened->len; i++)
    if (!find_decided (self, &g_array_index (self->fates->list, ScFate, g_array_index (reopened, guint, i)), error))
      return FALSE;

  return leave_out_later (self, error);
}

/* A file may say of a deal that it will be closed. */
static void
open_later (ScFates *fates)
{
  for (guint i = 0; i < fates->list->len; i++)
    {
      ScFate *fate = &g_array_index (fates->list, ScFate, i);

      if (fate->decided > fates->as_of)
        {
          fate->decision = SC_FATE_OPEN;
          fate->decided = SC_DATE_NONE;
        }
    }
}

/**
 * sc_fate_table_read:
 * @connection: a connection
 * @cohort: which deals
 * @fates: what became of them, empty but for the day; to be filled
 * @error: why it can't be read
 *
 * Returns: whether they are there
 */
gboolean
sc_fate_table_read (ScConnection   *connection,
                    const ScCohort *cohort,
                    ScFates        *fates,
                    GError        **error)
{
  g_auto (Reading) self = { .connection = connection, .fates = fates };

  self.end = sc_date_get_end (fates->as_of);
  self.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self.days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.owners = g_hash_table_new (NULL, NULL);
  self.stages = g_hash_table_new (NULL, NULL);
  if (!read_keyed (&self, self.owners, "SELECT id, name FROM \"user\"", error)
      || !read_keyed (&self, self.stages, "SELECT id, uuid FROM stage", error)
      || !read_present (&self, cohort, error)
      || (fates->as_of < sc_clock_today () && !go_back (&self, error)))
    return FALSE;

  open_later (fates);

  return TRUE;
}
