/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the exit criteria of stages stand for deals: what is ticked, what was answered
* and what holds by itself. Whoever asks what is met, a gate or a window, asks here. */

#include "store/sc-deal-criteria.h"

#include <string.h>

#include "store/sc-store-private.h"
#include "store/tables/sc-answer-table-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-event-table-private.h"
#include "store/tables/sc-payment-table-private.h"
#include "store/tables/sc-tick-table-private.h"
#include "store/tables/sc-write-rows-private.h"

/* One deal while its criteria are looked at; what only few ask for is read when it is. */
typedef struct {
  ScConnection *connection;
  const ScVersion *version;
  gint64 deal_id;
  GPtrArray *ticks;
  GPtrArray *answers;
  ScDeal *deal;
  GPtrArray *payments;
} Look;

static void
look_clear (Look *self)
{
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear);

static gboolean
find_tick (Look          *self,
           const char    *criterion_id,
           const ScTick **tick,
           GError       **error)
{
  if (self->ticks == NULL)
    self->ticks = sc_tick_table_list (self->connection, self->deal_id, error);
  if (self->ticks == NULL)
    return FALSE;

  for (guint i = 0; *tick == NULL && i < self->ticks->len; i++)
    if (g_str_equal (((ScTick *) self->ticks->pdata[i])->criterion_id, criterion_id))
      *tick = self->ticks->pdata[i];

  return TRUE;
}

static gboolean
find_answer (Look               *self,
             const char         *criterion_id,
             const ScAnswerRow **answer,
             GError            **error)
{
  if (self->answers == NULL)
    self->answers = sc_answer_table_list (self->connection, self->deal_id, error);
  if (self->answers == NULL)
    return FALSE;

  for (guint i = 0; *answer == NULL && i < self->answers->len; i++)
    if (g_str_equal (((ScAnswerRow *) self->answers->pdata[i])->criterion_id, criterion_id))
      *answer = self->answers->pdata[i];

  return TRUE;
}

static gboolean
is_last_of_payment (const ScVersion *version,
                    const ScStage   *stage)
{
  guint position = 0;

  sc_version_find_stage (version, stage->id, &position);
  for (guint i = position + 1; i < version->stages->len; i++)
    if ((sc_version_get_stage (version, i)->kinds & SC_KIND_BIT (SC_KIND_PAYMENT)) != 0)
      return FALSE;

  return TRUE;
}

/* Whether what has come in adds up to what the deal is worth; amounts of another
 * currency don't. */
static gboolean
is_paid_in_full (const ScDeal *deal,
                 GPtrArray    *payments)
{
  gint64 rest = deal->value.minor;

  if (!sc_money_is_set (deal->value))
    return FALSE;

  for (guint i = 0; rest > 0 && i < payments->len; i++)
    {
      const ScPayment *payment = payments->pdata[i];

      if (payment->paid_on != SC_DATE_NONE && strcmp (payment->amount.currency, deal->value.currency) == 0)
        rest -= payment->amount.minor;
    }

  return rest <= 0;
}

/* A payment that nobody waited for was not planned. */
static gboolean
is_any_planned (GPtrArray *payments)
{
  for (guint i = 0; i < payments->len; i++)
    {
      const ScPayment *payment = payments->pdata[i];

      if (payment->due != SC_DATE_NONE || payment->paid_on == SC_DATE_NONE)
        return TRUE;
    }

  return FALSE;
}

/* Whether all that was due has come in, and something has. */
static gboolean
is_paid_by (GPtrArray *payments,
            ScDate     today)
{
  guint n_received = 0;

  for (guint i = 0; i < payments->len; i++)
    {
      const ScPayment *payment = payments->pdata[i];

      if (payment->paid_on != SC_DATE_NONE)
        n_received++;
      else if (payment->due != SC_DATE_NONE && payment->due <= today)
        return FALSE;
    }

  return n_received > 0;
}

static gboolean
need_deal (Look    *self,
           GError **error)
{
  if (self->deal == NULL)
    self->deal = sc_deal_table_load (self->connection, self->deal_id, error);

  return self->deal != NULL;
}

static gboolean
look_at_payments (Look          *self,
                  const ScStage *stage,
                  gboolean      *holds,
                  GError       **error)
{
  if (!need_deal (self, error))
    return FALSE;
  if (self->payments == NULL)
    self->payments = sc_payment_table_list (self->connection, self->deal_id, error);
  if (self->payments == NULL)
    return FALSE;

  *holds = is_last_of_payment (self->version, stage) || !is_any_planned (self->payments)
           ? is_paid_in_full (self->deal, self->payments) : is_paid_by (self->payments, sc_clock_today ());

  return TRUE;
}

/* What is met without anybody saying so. */
static gboolean
holds_by_itself (Look              *self,
                 const ScStage     *stage,
                 const ScCriterion *criterion,
                 gboolean          *holds,
                 GError           **error)
{
  *holds = FALSE;
  if (criterion->purpose == SC_PURPOSE_PAYMENTS)
    return look_at_payments (self, stage, holds, error);
  if (criterion->purpose != SC_PURPOSE_SOURCE)
    return TRUE;
  if (!need_deal (self, error))
    return FALSE;

  *holds = self->deal->source != NULL && self->deal->source[strspn (self->deal->source, " \t\r\n")] != '\0';

  return TRUE;
}

static void
take_answer (ScDealCriterion   *self,
             const ScAnswerRow *row)
{
  gboolean is_confirmed = row->from_deal_id == 0;

  self->state = is_confirmed ? row->state : SC_ANSWER_STATE_OPEN;
  self->is_met = is_confirmed;
  self->answer = sc_answer_copy (row->answer);
  g_set_str (&self->note, row->note);
  self->from_deal_id = row->from_deal_id;
  self->answered_at = row->answered_at;
  self->answered_by = g_strdup (row->user);
  self->revision = row->revision;
}

static void
take_tick (ScDealCriterion *self,
           const ScTick    *tick)
{
  self->state = SC_ANSWER_STATE_ANSWERED;
  self->is_met = TRUE;
  self->answer = sc_answer_new_yes_no (TRUE);
  g_set_str (&self->note, tick->note);
  self->answered_at = tick->ticked_at;
  self->answered_by = g_strdup (tick->user);
  self->revision = tick->revision;
}

static ScDealCriterion *
look_at (Look        *self,
         ScStage     *stage,
         ScCriterion *criterion,
         GError     **error)
{
  g_autoptr (ScDealCriterion) row = g_new0 (ScDealCriterion, 1);
  const ScTick *tick = NULL;
  const ScAnswerRow *answer = NULL;

  if (criterion->type == SC_ANSWER_TICK ? !find_tick (self, criterion->id, &tick, error)
                                        : !find_answer (self, criterion->id, &answer, error))
    return NULL;

  row->deal_id = self->deal_id;
  row->stage = sc_stage_ref (stage);
  row->criterion = criterion;
  row->note = g_strdup ("");
  if (tick != NULL)
    take_tick (row, tick);
  else if (answer != NULL)
    take_answer (row, answer);

  if (!row->is_met && !holds_by_itself (self, stage, criterion, &row->is_met, error))
    return NULL;
  if (criterion->purpose == SC_PURPOSE_TRIAL_END && row->state == SC_ANSWER_STATE_ANSWERED
      && !sc_event_table_count_extensions (self->connection, self->deal_id, criterion, &row->n_extensions, error))
    return NULL;

  return g_steal_pointer (&row);
}

static gboolean
look_at_stage (Look      *self,
               ScStage   *stage,
               GPtrArray *rows,
               GError   **error)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      ScDealCriterion *row = look_at (self, stage, stage->criteria->pdata[i], error);

      if (row == NULL)
        return FALSE;

      g_ptr_array_add (rows, row);
    }

  return TRUE;
}

static gboolean
look_at_deal (ScConnection    *connection,
              const ScVersion *version,
              GPtrArray       *stages,
              gint64           deal_id,
              GPtrArray       *rows,
              GError         **error)
{
  g_auto (Look) look = { .connection = connection, .version = version, .deal_id = deal_id };

  for (guint i = 0; i < stages->len; i++)
    if (!look_at_stage (&look, stages->pdata[i], rows, error))
      return FALSE;

  return TRUE;
}

static GPtrArray *
list (ScConnection    *connection,
      const ScVersion *version,
      GPtrArray       *stages,
      const gint64    *deal_ids,
      guint            n_deals,
      GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_deal_criterion_free);

  for (guint i = 0; i < n_deals; i++)
    if (!look_at_deal (connection, version, stages, deal_ids[i], rows, error))
      return NULL;

  return g_steal_pointer (&rows);
}

/**
 * sc_store_list_deal_criteria:
 * @self: a store
 * @version: the published version of the deals' process
 * @stages: (nullable) (element-type ScStage): stages of it, %NULL for all
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDealCriterion): the exit criteria of the
 *   stages and where each stands for each deal; by deal, then as the stages have them
 */
GPtrArray *
sc_store_list_deal_criteria (ScStore         *self,
                             const ScVersion *version,
                             GPtrArray       *stages,
                             const gint64    *deal_ids,
                             guint            n_deals,
                             GError         **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? list (sc_reader_get_connection (reader), version, stages != NULL ? stages : version->stages,
                                deal_ids, n_deals, error)
                        : NULL;
}

/**
 * sc_write_list_deal_criteria:
 * @self: a write
 * @version: the published version of the deal's process
 * @stages: (element-type ScStage): stages of it
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScDealCriterion): the same, with what the write
 *   has changed
 */
GPtrArray *
sc_write_list_deal_criteria (ScWrite         *self,
                             const ScVersion *version,
                             GPtrArray       *stages,
                             gint64           deal_id,
                             GError         **error)
{
  return list (sc_write_get_connection (self), version, stages, &deal_id, 1, error);
}

/**
 * sc_store_list_open_criteria:
 * @self: a store
 * @version: the published version of the deals' process
 * @stage: a stage of it
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScOpenCriterion): the exit criteria of
 *   @stage that some of the deals have not met, in their order
 */
GPtrArray *
sc_store_list_open_criteria (ScStore         *self,
                             const ScVersion *version,
                             const ScStage   *stage,
                             const gint64    *deal_ids,
                             guint            n_deals,
                             GError         **error)
{
  g_autoptr (GPtrArray) open_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_open_criterion_free);
  g_autoptr (GPtrArray) stages = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree guint *n_open = g_new0 (guint, MAX (stage->criteria->len, 1));

  g_ptr_array_add (stages, (ScStage *) stage);
  rows = sc_store_list_deal_criteria (self, version, stages, deal_ids, n_deals, error);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    n_open[i % stage->criteria->len] += !((ScDealCriterion *) rows->pdata[i])->is_met;

  for (guint i = 0; i < stage->criteria->len; i++)
    if (n_open[i] > 0)
      {
        ScOpenCriterion *open = g_new0 (ScOpenCriterion, 1);

        open->stage = sc_stage_ref ((ScStage *) stage);
        open->criterion = stage->criteria->pdata[i];
        open->n_deals = n_open[i];
        g_ptr_array_add (open_rows, open);
      }

  return g_steal_pointer (&open_rows);
}

/**
 * sc_store_list_offered_answers:
 * @self: a store
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScAnswerRow): the confirmed answers of the last
 *   other deal of its company in its process that has any, which may be taken over; empty
 *   where there is none
 */
GPtrArray *
sc_store_list_offered_answers (ScStore *self,
                               gint64   deal_id,
                               GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_answer_table_list_offered (sc_reader_get_connection (reader), deal_id, error) : NULL;
}

/**
 * sc_discovery_is_summary:
 * @criterion: an exit criterion of a stage that covers needs discovery
 *
 * No question of discovery's is a tick but this one, unless a person has put others there.
 *
 * Returns: whether it is the tick that says that the client has confirmed the summary
 */
gboolean
sc_discovery_is_summary (const ScCriterion *criterion)
{
  g_autofree char *folded = g_utf8_casefold (criterion->text, -1);

  return criterion->type == SC_ANSWER_TICK
         && (strstr (folded, "summary") != NULL || strstr (folded, "резюме") != NULL);
}

/**
 * sc_deal_criteria_tell_answers:
 * @criteria: (element-type ScDealCriterion): where exit criteria stand for a deal
 *
 * Returns: (transfer full) (element-type utf8 utf8): what was answered, as people read it,
 *   by the id of the criterion; what is not told, or waits to be confirmed, is left out
 */
GHashTable *
sc_deal_criteria_tell_answers (GPtrArray *criteria)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ScDealCriterion *row = criteria->pdata[i];

      if (row->state == SC_ANSWER_STATE_ANSWERED && row->answer != NULL)
        g_hash_table_insert (answers, g_strdup (row->criterion->id), sc_answer_to_text (row->answer));
    }

  return answers;
}

/**
 * sc_discovery_count:
 * @version: the published version of a deal's process
 * @criteria: (element-type ScDealCriterion): where the criteria of its stages stand for
 *   the deal
 * @discovery: (out caller-allocates): how many questions of needs discovery there are and
 *   were answered, and whether the client has confirmed the summary
 *
 * Returns: whether a stage covers needs discovery
 */
gboolean
sc_discovery_count (const ScVersion *version,
                    GPtrArray       *criteria,
                    ScDiscovery     *discovery)
{
  ScKindSet kinds = 0;

  *discovery = (ScDiscovery) { 0 };
  for (guint i = 0; i < version->stages->len; i++)
    kinds |= sc_version_get_stage (version, i)->kinds;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ScDealCriterion *row = criteria->pdata[i];

      if ((row->stage->kinds & SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY)) == 0)
        continue;
      if (row->criterion->type != SC_ANSWER_TICK)
        {
          discovery->n_questions++;
          discovery->n_answered += row->state == SC_ANSWER_STATE_ANSWERED;
        }
      else if (sc_discovery_is_summary (row->criterion))
        {
          discovery->has_summary = TRUE;
          discovery->is_confirmed |= row->is_met;
        }
    }

  return (kinds & SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY)) != 0;
}
