/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a deal’s row, and loads one deal or some by their numbers. */

#include "store/tables/sc-deal-table-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deleted.h"
#include "store/tables/sc-deal-filter-private.h"

static ScMoney
read_money (ScStatement *statement,
            int          amount,
            int          currency)
{
  if (sc_statement_is_null (statement, amount))
    return (ScMoney) { 0 }
  ;

  return sc_money_new (sc_statement_get_int (statement, amount), sc_statement_get_text (statement, currency));
}

static void
read_plain (ScStatement        *statement,
            int                 index,
            const ScDealColumn *column,
            ScDeal             *deal)
{
  switch (column->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      G_STRUCT_MEMBER (ScDate, deal, column->offset) = sc_date_parse (sc_statement_get_text (statement, index));
      break;
    case SC_DEAL_COLUMN_INSTANT:
      G_STRUCT_MEMBER (ScInstant, deal, column->offset) = sc_statement_get_int (statement, index);
      break;
    case SC_DEAL_COLUMN_SHARE:
      G_STRUCT_MEMBER (double, deal, column->offset) =
        sc_statement_is_null (statement, index) ? -1 : sc_statement_get_real (statement, index);
      break;
    case SC_DEAL_COLUMN_TEXT:
    case SC_DEAL_COLUMN_NAME:
    case SC_DEAL_COLUMN_NOTE:
    default:
      G_STRUCT_MEMBER (char *, deal, column->offset) = sc_statement_dup_text (statement, index);
      break;
    }
}

/**
 * sc_deal_table_read:
 * @statement: a statement whose first columns are %SC_DEAL_COLUMNS, with a row
 *
 * Returns: (transfer full): the row's deal
 */
ScDeal *
sc_deal_table_read (ScStatement *statement)
{
  ScDeal *deal = sc_deal_new ();
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  deal->id = sc_statement_get_int (statement, 0);
  deal->process_id = sc_statement_dup_text (statement, 1);
  deal->stage_id = sc_statement_dup_text (statement, 2);
  sc_deal_status_from_id (sc_statement_get_text (statement, 3), &deal->status);
  deal->position = sc_statement_dup_text (statement, 4);
  deal->company = sc_statement_dup_text (statement, 5);
  deal->person = sc_statement_dup_text (statement, 6);
  deal->owner_id = sc_statement_get_int (statement, 7);
  deal->owner = sc_statement_dup_text (statement, 8);
  deal->value = read_money (statement, 9, 10);
  deal->next_step = sc_statement_dup_text (statement, 11);
  deal->next_step_id = sc_statement_get_int (statement, 12);
  deal->next_step_due = sc_date_parse (sc_statement_get_text (statement, 13));
  deal->revision = sc_statement_get_int (statement, 14);
  deal->deleted_at = sc_statement_get_int (statement, 15);
  deal->deleted_by = sc_statement_dup_text (statement, 16);
  deal->person_id = sc_statement_get_int (statement, 17);
  deal->person_revision = sc_statement_get_int (statement, 18);
  deal->phone = sc_statement_dup_text (statement, 19);
  deal->email = sc_statement_dup_text (statement, 20);
  deal->next_step_time = sc_day_time_parse (sc_statement_get_text (statement, 21));
  for (guint i = 0; i < n_plain; i++)
    read_plain (statement, SC_N_DEAL_COLUMNS - (int) (n_plain - i), &plain[i], deal);
  /* Its day has come, though nobody may have written that yet. */
  if (deal->parked_until != SC_DATE_NONE && deal->parked_until <= sc_clock_today ())
    deal->parked_until = SC_DATE_NONE;

  return deal;
}

static void
bind_instant (ScStatement *statement,
              const char  *name,
              ScInstant    instant)
{
  if (instant != SC_INSTANT_NONE)
    sc_statement_bind_int (statement, name, instant);
  else
    sc_statement_bind_null (statement, name, SC_CELL_INTEGER);
}

static void
bind_share (ScStatement *statement,
            const char  *name,
            double       share)
{
  if (share >= 0)
    sc_statement_bind_real (statement, name, share);
  else
    sc_statement_bind_null (statement, name, SC_CELL_REAL);
}

static void
bind_text (ScStatement        *statement,
           const char         *name,
           const ScDealColumn *column,
           const ScDeal       *deal)
{
  const char *text = sc_deal_column_get_text (column, deal);

  sc_statement_bind_text (statement, name, text == NULL && column->kind != SC_DEAL_COLUMN_TEXT ? "" : text);
}

/**
 * sc_deal_table_bind_plain:
 * @statement: a statement with a parameter for each plain column of a deal
 * @deal: a deal
 *
 * Binds what the deal has there.
 */
void
sc_deal_table_bind_plain (ScStatement  *statement,
                          const ScDeal *deal)
{
#define NAME_PARAMETER(name, ...) ":" #name,
  static const char *const names[] = { SC_DEAL_PLAIN_COLUMNS (NAME_PARAMETER) };
#undef NAME_PARAMETER
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = 0; i < n_plain; i++)
    {
      g_autofree char *date = NULL;

      switch (plain[i].kind)
        {
        case SC_DEAL_COLUMN_DATE:
          date = sc_date_to_string (sc_deal_column_get_date (&plain[i], deal));
          sc_statement_bind_text (statement, names[i], date);
          break;
        case SC_DEAL_COLUMN_INSTANT:
          bind_instant (statement, names[i], sc_deal_column_get_instant (&plain[i], deal));
          break;
        case SC_DEAL_COLUMN_SHARE:
          bind_share (statement, names[i], sc_deal_column_get_share (&plain[i], deal));
          break;
        case SC_DEAL_COLUMN_TEXT:
        case SC_DEAL_COLUMN_NAME:
        case SC_DEAL_COLUMN_NOTE:
        default:
          bind_text (statement, names[i], &plain[i], deal);
          break;
        }
    }
}

static ScDeal *
load (ScConnection *connection,
      gint64        deal_id,
      GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection,
                                                             "SELECT " SC_DEAL_COLUMNS
                                                             " FROM deal AS d" SC_DEAL_JOINS
                                                             " WHERE d.id = :id AND d.deleted_by IS NULL AND pr.deleted_by IS NULL",
                                                             error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", deal_id);

  return sc_statement_step (statement, error) ? sc_deal_table_read (statement) : NULL;
}

/* The name of the deal's process, where a person has deleted that since and not the
 * deal. */
static char *
find_deleted_process (ScConnection *connection,
                      gint64        deal_id,
                      GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT pr.name FROM deal AS d JOIN process AS pr ON pr.id = d.process_id"
                           " JOIN change AS c ON c.id = pr.deleted_by"
                           " WHERE d.id = :id AND d.deleted_by IS NULL AND c.action = 'do' AND c.made_at >= :since",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", deal_id);
  sc_statement_bind_int (statement, ":since", sc_deleted_get_since ());

  return sc_statement_step (statement, error) ? sc_statement_dup_text (statement, 0) : NULL;
}

/* Says @missing, or with which process the deal is gone and how that comes back. */
static void
set_missing (ScConnection *connection,
             gint64        deal_id,
             const char   *missing,
             GError      **error)
{
  GError *own_error = NULL;
  g_autofree char *process = find_deleted_process (connection, deal_id, &own_error);

  if (own_error != NULL)
    g_propagate_error (error, own_error);
  else if (process != NULL)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                 /* Translators: a deal's number, a process's name */
                 _("Deal %1$lld was deleted with its process “%2$s”. Bring that back from Recently Deleted, or with"
                   " “stagecraft process undelete”."),
                 (long long) deal_id, process);
  else
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, missing);
}

/**
 * sc_deal_table_load:
 * @connection: a connection
 * @deal_id: a deal
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is not there, or was deleted, by
 *   itself or with its process, which is named then
 *
 * Returns: (transfer full): the deal
 */
ScDeal *
sc_deal_table_load (ScConnection *connection,
                    gint64        deal_id,
                    GError      **error)
{
  GError *own_error = NULL;
  ScDeal *deal = load (connection, deal_id, &own_error);

  if (own_error != NULL)
    g_propagate_error (error, own_error);
  else if (deal == NULL)
    {
      g_autofree char *missing = g_strdup_printf (_("There is no deal %lld. It may have been deleted."),
                                                  (long long) deal_id);

      set_missing (connection, deal_id, missing, error);
    }

  return deal;
}

/**
 * sc_deal_table_load_deleted:
 * @connection: a connection
 * @deal_id: a deal
 * @since: where it was deleted then or later
 * @error: %SC_STORE_ERROR_NOT_FOUND where no person has deleted it since
 *
 * Returns: (transfer full): the deal as it was
 */
ScDeal *
sc_deal_table_load_deleted (ScConnection *connection,
                            gint64        deal_id,
                            ScInstant     since,
                            GError      **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection,
                                                             "SELECT " SC_DEAL_COLUMNS
                                                             " FROM deal AS d" SC_DEAL_JOINS
                                                             " WHERE d.id = :id AND " SC_DEAL_RECENTLY_DELETED,
                                                             error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":id", deal_id);
  sc_statement_bind_int (statement, ":since", since);
  if (sc_statement_step (statement, &own_error))
    return sc_deal_table_read (statement);

  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else
    {
      g_autofree char *missing = g_strdup_printf (ngettext ("No deal %1$lld was deleted in the last %2$d day.",
                                                            "No deal %1$lld was deleted in the last %2$d days.",
                                                            SC_DELETED_DAYS),
                                                  (long long) deal_id, SC_DELETED_DAYS);

      set_missing (connection, deal_id, missing, error);
    }

  return NULL;
}

/**
 * sc_deal_table_load_many:
 * @connection: a connection
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 * @deals: (element-type ScDeal): what is there of them and can be read is
 *   added
 * @error: why it failed
 *
 * Returns: whether they could be read
 */
gboolean
sc_deal_table_load_many (ScConnection *connection,
                         const gint64 *deal_ids,
                         guint         n_deals,
                         GPtrArray    *deals,
                         GError      **error)
{
  for (guint i = 0; i < n_deals; i++)
    {
      g_autoptr (GError) own_error = NULL;
      ScDeal *deal = load (connection, deal_ids[i], &own_error);

      if (own_error != NULL && !sc_connection_pass_over (connection, own_error))
        {
          g_propagate_error (error, g_steal_pointer (&own_error));
          return FALSE;
        }
      if (deal != NULL)
        g_ptr_array_add (deals, deal);
    }

  return TRUE;
}
