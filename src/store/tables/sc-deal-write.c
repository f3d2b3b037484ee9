/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes deals and what belongs to them: steps, payments, ticks, and the events that
 * tell of it. */

#include "store/sc-deal-write.h"

#include <string.h>

#include "store/sc-deleted.h"
#include "store/sc-name-key.h"
#include "store/sc-search-key.h"
#include "store/tables/sc-company-table-private.h"
#include "store/tables/sc-deal-names-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-person-table-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-stage-table-private.h"
#include "store/tables/sc-user-table-private.h"

/**
 * sc_write_load_deal:
 * @self: a write
 * @deal_id: a deal
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is not there, or was deleted
 *
 * Returns: (transfer full): the deal, with what the write has changed of it
 */
ScDeal *
sc_write_load_deal (ScWrite *self,
                    gint64   deal_id,
                    GError **error)
{
  return sc_deal_table_load (sc_write_get_connection (self), deal_id, error);
}

/**
 * sc_write_make_place:
 * @self: a write
 * @stage_id: a stage
 * @before_id: the deal to stand in front of, or %SC_PLACE_TOP, %SC_PLACE_END
 * @deal_id: the deal that the place is for, 0 for a new one
 * @error: why it failed
 *
 * Returns: (transfer full): the deal's position then
 */
char *
sc_write_make_place (ScWrite    *self,
                     const char *stage_id,
                     gint64      before_id,
                     gint64      deal_id,
                     GError    **error)
{
  gint64 stage_key = sc_stage_table_get_key (sc_write_get_connection (self), stage_id, error);

  return stage_key != 0 ? sc_deal_table_make_position (self, stage_key, before_id, deal_id, error) : NULL;
}

/**
 * sc_money_to_event:
 * @money: an amount
 *
 * Returns: (transfer full) (nullable): the amount as a deal's history has it,
 *   %NULL for none
 */
char *
sc_money_to_event (ScMoney money)
{
  return sc_money_is_set (money) ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", money.minor, money.currency) : NULL;
}

static const char *
none_if_empty (const char *text)
{
  return text == NULL || *text == '\0' ? NULL : text;
}

static void
set_key (ScValues   *values,
         const char *column,
         gint64      key)
{
  if (key != 0)
    sc_values_set_int (values, column, key);
  else
    sc_values_set_null (values, column);
}

static void
set_value (ScValues *values,
           ScMoney   value)
{
  if (sc_money_is_set (value))
    {
      sc_values_set_int (values, "value_minor", value.minor);
      sc_values_set_text (values, "currency", value.currency);
    }
  else
    {
      sc_values_set_null (values, "value_minor");
      sc_values_set_null (values, "currency");
    }
}

static void
set_search (ScValues     *values,
            const ScDeal *deal)
{
  g_autofree char *key = sc_search_make_deal_key (deal);

  sc_values_set_text (values, "search", key);
}

static void
set_plain (ScValues           *values,
           const ScDealColumn *column,
           const ScDeal       *deal)
{
  const char *text;
  g_autofree char *date = NULL;

  switch (column->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      date = sc_date_to_string (sc_deal_column_get_date (column, deal));
      sc_values_set_text (values, column->name, date);
      break;
    case SC_DEAL_COLUMN_INSTANT:
      if (sc_deal_column_get_instant (column, deal) == SC_INSTANT_NONE)
        sc_values_set_null (values, column->name);
      else
        sc_values_set_int (values, column->name, sc_deal_column_get_instant (column, deal));
      break;
    case SC_DEAL_COLUMN_SHARE:
      if (sc_deal_column_get_share (column, deal) < 0)
        sc_values_set_null (values, column->name);
      else
        sc_values_set_real (values, column->name, sc_deal_column_get_share (column, deal));
      break;
    case SC_DEAL_COLUMN_NAME:
    case SC_DEAL_COLUMN_NOTE:
      text = sc_deal_column_get_text (column, deal);
      sc_values_set_text (values, column->name, text != NULL ? text : "");
      break;
    case SC_DEAL_COLUMN_TEXT:
    default:
      sc_values_set_text (values, column->name, sc_deal_column_get_text (column, deal));
      break;
    }
}

static void
set_fields (ScValues     *values,
            const ScDeal *deal,
            const char   *position)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  sc_values_set_text (values, "status", sc_deal_status_get_id (deal->status));
  sc_values_set_text (values, "position", position);
  set_value (values, deal->value);
  for (guint i = 0; i < n_plain; i++)
    set_plain (values, &plain[i], deal);
  set_search (values, deal);
}

static gboolean
is_other (const char *before,
          const char *after)
{
  return g_strcmp0 (none_if_empty (before), none_if_empty (after)) != 0;
}

/* The rows that the deal's names stand for; only those that are new to it are
 * looked up. */
static gboolean
set_references (ScWrite      *self,
                ScValues     *values,
                const ScDeal *before,
                const ScDeal *after,
                GError      **error)
{
  ScConnection *connection = sc_write_get_connection (self);
  gboolean has_new_company = before == NULL || is_other (before->company, after->company);
  gint64 stage_key = sc_stage_table_get_key (connection, after->stage_id, error);
  gint64 company_key = 0, person_key = 0, owner_key = after->owner_id;

  if (stage_key == 0)
    return FALSE;

  sc_values_set_int (values, "stage_id", stage_key);
  if (has_new_company || is_other (before->person, after->person)
      || (before->person_id == 0 && (none_if_empty (after->phone) != NULL || none_if_empty (after->email) != NULL)))
    {
      if (!sc_company_table_need_key (self, after->company, &company_key, error) ||
          !sc_person_table_need_key (self, after, company_key, &person_key, error) ||
          !sc_write_respell_names (self, before, after, company_key, person_key, error))
        return FALSE;
      set_key (values, "company_id", company_key);
      set_key (values, "person_id", person_key);
    }

  if (owner_key == 0 && none_if_empty (after->owner) != NULL)
    {
      owner_key = sc_user_table_need_key (connection, after->owner, error);
      if (owner_key == 0)
        return FALSE;
    }
  set_key (values, "owner_id", owner_key == SC_USER_UNKNOWN ? sc_write_get_user (self) : owner_key);

  return TRUE;
}

static gboolean
write_difference (ScWrite    *self,
                  gint64      deal_id,
                  const char *field,
                  const char *old_value,
                  const char *new_value,
                  const char *note,
                  GError    **error)
{
  if (!is_other (old_value, new_value))
    return TRUE;

  return sc_write_event (self, deal_id, 0, field, none_if_empty (old_value), none_if_empty (new_value), note, error);
}

static gboolean
write_plain_events (ScWrite            *self,
                    gint64              deal_id,
                    const ScDeal       *before,
                    const ScDeal       *after,
                    ScDealColumnHistory history,
                    GError            **error)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = 0; i < n_plain; i++)
    if (plain[i].history == history)
      {
        g_autofree char *old_value = before != NULL ? sc_deal_column_to_event (&plain[i], before) : NULL;
        g_autofree char *new_value = sc_deal_column_to_event (&plain[i], after);

        if (!write_difference (self, deal_id, plain[i].name, old_value, new_value, NULL, error))
          return FALSE;
      }

  return TRUE;
}

/* What a past day is told from; @before is %NULL for a new deal. */
static gboolean
write_main_events (ScWrite      *self,
                   gint64        deal_id,
                   const ScDeal *before,
                   const ScDeal *after,
                   const char   *note,
                   GError      **error)
{
  gboolean has_new_stage = before == NULL || is_other (before->stage_id, after->stage_id);
  ScDealStatus status = before != NULL ? before->status : SC_DEAL_OPEN;
  g_autofree char *old_value = before != NULL ? sc_money_to_event (before->value) : NULL;
  g_autofree char *new_value = sc_money_to_event (after->value);
  g_autofree char *parked_before = before != NULL ? sc_date_to_string (before->parked_until) : NULL;
  g_autofree char *parked_after = sc_date_to_string (after->parked_until);

  return write_difference (self, deal_id, "stage", before != NULL ? before->stage_id : NULL, after->stage_id, note, error)
         && write_difference (self, deal_id, "status", sc_deal_status_get_id (status),
                              sc_deal_status_get_id (after->status), has_new_stage ? NULL : note, error)
         && write_difference (self, deal_id, "value", old_value, new_value, NULL, error)
         && write_difference (self, deal_id, "parked", parked_before, parked_after, note, error)
         && write_plain_events (self, deal_id, before, after, SC_DEAL_COLUMN_TOLD_FROM_START, error);
}

static gboolean
write_mentions (ScWrite      *self,
                const ScDeal *before,
                const ScDeal *after,
                GError      **error)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = 0; i < n_plain; i++)
    if (plain[i].history == SC_DEAL_COLUMN_MENTIONED && !sc_deal_column_is_same (&plain[i], before, after)
        && !sc_write_event (self, before->id, 0, plain[i].name, NULL, NULL, NULL, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_other_events (ScWrite      *self,
                    const ScDeal *before,
                    const ScDeal *after,
                    GError      **error)
{
  return write_plain_events (self, before->id, before, after, SC_DEAL_COLUMN_TOLD, error)
         && write_difference (self, before->id, "company", before->company, after->company, NULL, error)
         && write_difference (self, before->id, "person", before->person, after->person, NULL, error)
         && write_difference (self, before->id, "owner", before->owner, after->owner, NULL, error)
         && write_mentions (self, before, after, error);
}

/**
 * sc_write_add_deal:
 * @self: a write
 * @deal: a new deal, with its process, stage, title and entered_at
 * @error: why it can't be written
 *
 * Returns: the deal's number, 0 when it failed
 */
gint64
sc_write_add_deal (ScWrite      *self,
                   const ScDeal *deal,
                   GError      **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  g_autofree char *position = NULL;
  gint64 process_key = sc_process_table_get_key (sc_write_get_connection (self), deal->process_id, error);
  gint64 id;

  if (process_key == 0)
    return 0;

  position = deal->position != NULL ? g_strdup (deal->position)
             : sc_write_make_place (self, deal->stage_id, SC_PLACE_TOP, 0, error);
  if (position == NULL)
    return 0;

  sc_values_set_int (values, "process_id", process_key);
  set_fields (values, deal, position);
  if (!set_references (self, values, NULL, deal, error))
    return 0;

  id = sc_write_insert (self, "deal", values, error);
  if (id == 0 || !write_main_events (self, id, NULL, deal, NULL, error))
    return 0;

  return id;
}

/**
 * sc_write_save_deal:
 * @self: a write
 * @before: the deal as it is
 * @after: as it is to be
 * @note: (nullable): what the history says beside a new stage or status
 * @error: why it can't be written
 *
 * Returns: whether the deal is as @after has it
 */
gboolean
sc_write_save_deal (ScWrite      *self,
                    const ScDeal *before,
                    const ScDeal *after,
                    const char   *note,
                    GError      **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  set_fields (values, after, after->position);

  return set_references (self, values, before, after, error) &&
         sc_write_update (self, "deal", before->id, before->revision, values, error) &&
         write_main_events (self, before->id, before, after, note, error) &&
         write_other_events (self, before, after, error);
}

/**
 * sc_write_load_deleted_deal:
 * @self: a write
 * @deal_id: a deal
 * @error: %SC_STORE_ERROR_NOT_FOUND where it can't be brought back
 *
 * Returns: (transfer full): the deal as it was when it was deleted
 */
ScDeal *
sc_write_load_deleted_deal (ScWrite *self,
                            gint64   deal_id,
                            GError **error)
{
  return sc_deal_table_load_deleted (sc_write_get_connection (self), deal_id, sc_deleted_get_since (), error);
}

/* The deal of the process that has an external id; 0 for none, -1 with @error
 * set. */
static gint64
find_external (ScWrite      *self,
               const ScDeal *deal,
               GError      **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self),
                                                             "SELECT id FROM deal"
                                                             " WHERE process_id = (SELECT id FROM process WHERE uuid = :process_id)"
                                                             "  AND external_id = :external_id AND deleted_by IS NULL",
                                                             error);

  if (statement == NULL)
    return -1;

  sc_statement_bind_text (statement, ":process_id", deal->process_id);
  sc_statement_bind_text (statement, ":external_id", deal->external_id);

  return sc_statement_read_number (statement, error);
}

/**
 * sc_write_undelete_deal:
 * @self: a write
 * @deal: a deal that was deleted
 * @other_id: (out): the deal that has its external id by now, so that it comes
 *   back without; 0 for none
 * @error: %SC_STORE_ERROR_CONFLICT where it is there
 *
 * Returns: whether it is there again
 */
gboolean
sc_write_undelete_deal (ScWrite      *self,
                        const ScDeal *deal,
                        gint64       *other_id,
                        GError      **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  *other_id = none_if_empty (deal->external_id) != NULL ? find_external (self, deal, error) : 0;
  if (*other_id < 0)
    return FALSE;
  if (*other_id > 0)
    sc_values_set_null (values, "external_id");

  return sc_write_undelete (self, "deal", deal->id, values, error);
}

static gboolean
write_place (ScWrite      *self,
             const ScDeal *deal,
             gint64        stage_key,
             GError      **error)
{
  g_autofree char *closed = sc_date_to_string (deal->closed);
  g_autofree char *won_on = sc_date_to_string (deal->won_on);
  g_autofree char *parked_until = sc_date_to_string (deal->parked_until);
  g_autofree char *expected_close = sc_date_to_string (deal->expected_close);
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self),
                                                             "UPDATE deal"
                                                             " SET stage_id = :stage_id, status = :status,"
                                                             "  position = :position, closed = :closed,"
                                                             "  won_on = :won_on, parked_until = :parked_until,"
                                                             "  entered_at = :entered_at, loss_reason = :loss_reason,"
                                                             "  expected_close = :expected_close,"
                                                             "  revision = :change"
                                                             " WHERE id = :id",
                                                             error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":stage_id", stage_key);
  sc_statement_bind_text (statement, ":status", sc_deal_status_get_id (deal->status));
  sc_statement_bind_text (statement, ":position", deal->position);
  sc_statement_bind_text (statement, ":closed", closed);
  sc_statement_bind_text (statement, ":won_on", won_on);
  sc_statement_bind_text (statement, ":parked_until", parked_until);
  sc_statement_bind_text (statement, ":expected_close", expected_close);
  if (deal->entered_at == SC_INSTANT_NONE)
    sc_statement_bind_null (statement, ":entered_at", SC_CELL_INTEGER);
  else
    sc_statement_bind_int (statement, ":entered_at", deal->entered_at);
  sc_statement_bind_text (statement, ":loss_reason", none_if_empty (deal->loss_reason));
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self));
  sc_statement_bind_int (statement, ":id", deal->id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_move_in_bulk:
 * @self: a write
 * @before: the deal as it is
 * @after: the same deal in another stage
 * @error: why it can't be written
 *
 * Returns: whether the deal stands where @after has it
 */
gboolean
sc_write_move_in_bulk (ScWrite      *self,
                       const ScDeal *before,
                       const ScDeal *after,
                       GError      **error)
{
  gint64 stage_key = sc_stage_table_get_key (sc_write_get_connection (self), after->stage_id, error);

  if (stage_key == 0 || !sc_write_keep_deal (self, before->id, error))
    return FALSE;

  sc_write_set_bulk (self, "moves");

  return write_place (self, after, stage_key, error) &&
         write_main_events (self, before->id, before, after, NULL, error);
}

/* @tick_id is 0 and @note %NULL where it is not ticked. */
static gboolean
find_tick (ScWrite    *self,
           gint64      deal_id,
           const char *criterion_id,
           gint64     *tick_id,
           char      **note,
           GError    **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (self),
                                                             "SELECT id, note FROM tick"
                                                             " WHERE deal_id = :deal_id AND criterion = :criterion"
                                                             "  AND deleted_by IS NULL",
                                                             error);

  *tick_id = 0;
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  sc_statement_bind_text (statement, ":criterion", criterion_id);
  if (sc_statement_step (statement, error))
    {
      *tick_id = sc_statement_get_int (statement, 0);
      *note = sc_statement_dup_text (statement, 1);
    }

  return !sc_statement_has_failed (statement);
}

/**
 * sc_write_tick:
 * @self: a write
 * @deal_id: a deal
 * @criterion_id: an exit criterion
 * @is_ticked: whether it is to be ticked
 * @note: why it holds, where nobody can see it; where it is empty, what was said before
 *   stays
 * @has_changed: (out): whether it was not so before
 * @is_noted: (out): whether the note was not so before
 * @error: why it failed
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_tick (ScWrite    *self,
               gint64      deal_id,
               const char *criterion_id,
               gboolean    is_ticked,
               const char *note,
               gboolean   *has_changed,
               gboolean   *is_noted,
               GError    **error)
{
  gint64 tick_id;
  g_autofree char *old_note = NULL;
  g_autoptr (ScValues) values = NULL;

  if (!find_tick (self, deal_id, criterion_id, &tick_id, &old_note, error))
    return FALSE;

  *has_changed = is_ticked != (tick_id != 0);
  *is_noted = is_ticked && note[0] != '\0' && g_strcmp0 (old_note, note) != 0;
  if (!*has_changed && !*is_noted)
    return TRUE;
  if (!is_ticked)
    return sc_write_delete (self, "tick", tick_id, 0, error);

  values = sc_values_new ();
  sc_values_set_text (values, "note", note);
  if (tick_id != 0)
    return sc_write_update (self, "tick", tick_id, 0, values, error);

  sc_values_set_int (values, "deal_id", deal_id);
  sc_values_set_text (values, "criterion", criterion_id);
  sc_values_set_int (values, "ticked_at", sc_clock_now ());
  sc_values_set_int (values, "user_id", sc_write_get_user (self));

  return sc_write_insert (self, "tick", values, error) != 0;
}
