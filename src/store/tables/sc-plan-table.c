/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about plans, and what came of them. */

#include "store/tables/sc-plan-table-private.h"

#include "model/sc-month.h"
#include "store/sc-plan-write.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-total-table-private.h"
#include "store/tables/sc-user-table-private.h"

static gpointer
read_plan (ScStatement *statement)
{
  ScPlan *plan = g_new0 (ScPlan, 1);

  plan->month = sc_month_parse (sc_statement_get_text (statement, 0));
  plan->owner_id = sc_statement_get_int (statement, 1);
  plan->owner = sc_statement_dup_text (statement, 2);
  plan->plan = sc_money_new (sc_statement_get_int (statement, 3), sc_statement_get_text (statement, 4));
  plan->won = sc_money_new (0, plan->plan.currency);
  plan->received = sc_money_new (0, plan->plan.currency);

  return plan;
}

static GPtrArray *
list (ScConnection *connection,
      gint64        process_key,
      GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT plan.month, plan.owner_id, \"user\".name, plan.amount_minor, plan.currency"
                           " FROM plan LEFT JOIN \"user\" ON \"user\".id = plan.owner_id"
                           " WHERE plan.process_id = :process AND plan.deleted_by IS NULL"
                           " ORDER BY plan.month, plan.owner_id IS NOT NULL, \"user\".name_key",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", process_key);

  return sc_statement_collect (statement, read_plan, (GDestroyNotify) sc_plan_free, error);
}

typedef void (*Take)(ScPlan  *plan,
                     gboolean is_same_currency,
                     guint    n,
                     gint64   sum_minor);

static void
take_won (ScPlan  *plan,
          gboolean is_same_currency,
          guint    n,
          gint64   sum_minor)
{
  plan->n_won += n;
  if (is_same_currency)
    plan->won.minor = MIN (plan->won.minor + sum_minor, SC_MONEY_MAX_SUM);
  else
    plan->n_without_value += n;
}

static void
take_received (ScPlan  *plan,
               gboolean is_same_currency,
               guint    n,
               gint64   sum_minor)
{
  if (is_same_currency && n > 0)
    plan->received.minor = MIN (plan->received.minor + sum_minor, SC_MONEY_MAX_SUM);
}

/* Gives what came in by month, owner and currency to the plans that it counts for. */
static gboolean
add_facts (ScConnection *connection,
           gint64        process_key,
           const char   *sql,
           Take          take,
           GPtrArray    *plans,
           GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process", process_key);
  while (sc_statement_next (statement, error))
    {
      ScDate month = sc_month_parse (sc_statement_get_text (statement, 0));
      gint64 owner_id = sc_statement_get_int (statement, 1);
      const char *currency = sc_statement_get_text (statement, 2);

      for (guint i = 0; i < plans->len; i++)
        {
          ScPlan *plan = plans->pdata[i];

          if (plan->month == month && (plan->owner_id == 0 || plan->owner_id == owner_id))
            take (plan, g_strcmp0 (currency, plan->plan.currency) == 0, (guint) sc_statement_get_int (statement, 3),
                  sc_total_table_read_sum (statement, 4));
        }
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_plan_table_list:
 * @connection: a connection
 * @process_key: a process's row
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScPlan): its plans with what came of them, by
 *   month; in each that of all together first, then by name
 */
GPtrArray *
sc_plan_table_list (ScConnection *connection,
                    gint64        process_key,
                    GError      **error)
{
  g_autoptr (GPtrArray) plans = list (connection, process_key, error);

  /* What came of nothing need not be added up. */
  if (plans == NULL || plans->len == 0)
    return g_steal_pointer (&plans);

  if (!add_facts (connection, process_key,
                  "SELECT substr(d.won_on, 1, 7), d.owner_id, d.currency, count(*)," SC_SUM ("d.value_minor")
                  " FROM deal AS d"
                  " WHERE d.process_id = :process AND d.deleted_by IS NULL AND d.won_on IS NOT NULL"
                  " GROUP BY substr(d.won_on, 1, 7), d.owner_id, d.currency",
                  take_won, plans, error)
      || !add_facts (connection, process_key,
                     "SELECT substr(payment.paid_on, 1, 7), d.owner_id, payment.currency, count(*),"
                     SC_SUM ("payment.amount_minor")
                     " FROM deal AS d JOIN payment ON payment.deal_id = d.id"
                     " WHERE d.process_id = :process AND d.deleted_by IS NULL"
                     "  AND payment.paid_on IS NOT NULL AND payment.deleted_by IS NULL"
                     " GROUP BY substr(payment.paid_on, 1, 7), d.owner_id, payment.currency",
                     take_received, plans, error))
    return NULL;

  return g_steal_pointer (&plans);
}

typedef struct {
  gint64 process_key;
  gint64 owner_key;
  gint64 key;
  gboolean is_deleted;
} Row;

/* The row of a month and an owner, which may have a tombstone; its key is 0 where there is
 * none. */
static gboolean
find_row (ScWrite    *write,
          const char *month,
          Row        *row,
          GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (write),
                           "SELECT id, deleted_by FROM plan"
                           " WHERE process_id = :process AND month = :month AND coalesce(owner_id, 0) = :owner",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":process", row->process_key);
  sc_statement_bind_text (statement, ":month", month);
  sc_statement_bind_int (statement, ":owner", row->owner_key);
  if (sc_statement_step (statement, &local_error))
    {
      row->key = sc_statement_get_int (statement, 0);
      row->is_deleted = !sc_statement_is_null (statement, 1);
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
put (ScWrite    *self,
     const Row  *row,
     const char *month,
     ScMoney     amount,
     GError    **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_int (values, "amount_minor", amount.minor);
  sc_values_set_text (values, "currency", amount.currency);
  if (row->is_deleted)
    return sc_write_undelete (self, "plan", row->key, values, error);
  if (row->key != 0)
    return sc_write_update (self, "plan", row->key, 0, values, error);

  sc_values_set_int (values, "process_id", row->process_key);
  sc_values_set_text (values, "month", month);
  if (row->owner_key != 0)
    sc_values_set_int (values, "owner_id", row->owner_key);
  else
    sc_values_set_null (values, "owner_id");

  return sc_write_insert (self, "plan", values, error) != 0;
}

/**
 * sc_write_set_plan:
 * @self: a write
 * @process_id: a process
 * @month: the first day of a month
 * @owner: (nullable): whose plan it is; %NULL for that of all together
 * @amount: what is to be won; one that is not set takes the plan away
 * @error: why it can't be written
 *
 * Returns: whether it is planned now
 */
gboolean
sc_write_set_plan (ScWrite    *self,
                   const char *process_id,
                   ScDate      month,
                   const char *owner,
                   ScMoney     amount,
                   GError    **error)
{
  ScConnection *connection = sc_write_get_connection (self);
  g_autofree char *text = sc_month_to_string (month);
  Row row = { .process_key = sc_process_table_get_key (connection, process_id, error) };

  if (row.process_key != 0 && owner != NULL)
    row.owner_key = sc_user_table_need_key (connection, owner, error);
  if (row.process_key == 0 || (owner != NULL && row.owner_key == 0) || !find_row (self, text, &row, error))
    return FALSE;
  if (sc_money_is_set (amount))
    return put (self, &row, text, amount, error);

  return row.key == 0 || row.is_deleted || sc_write_delete (self, "plan", row.key, 0, error);
}
