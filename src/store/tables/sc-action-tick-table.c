/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about a stage's actions that reps have ticked for their deals. */

#include "store/tables/sc-action-tick-table-private.h"

#include "store/sc-deal-write.h"
#include "store/sc-rows.h"
#include "store/tables/sc-deal-rows-private.h"

static gpointer
read_row (ScStatement *statement)
{
  ScActionTick *row = g_new0 (ScActionTick, 1);

  row->stage_id = sc_statement_dup_text (statement, 0);
  row->action = sc_statement_dup_text (statement, 1);
  row->ticked_at = sc_statement_get_int (statement, 2);
  row->user = sc_statement_dup_text (statement, 3);

  return row;
}

/**
 * sc_action_tick_table_list:
 * @connection: a connection
 * @deal_id: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScActionTick): what is ticked for the deal, in
 *   the order that it was
 */
GPtrArray *
sc_action_tick_table_list (ScConnection *connection,
                           gint64        deal_id,
                           GError      **error)
{
  return sc_deal_rows_list (connection,
                            "SELECT t.stage, t.action, t.ticked_at, u.name"
                            " FROM action_tick AS t"
                            " JOIN \"user\" AS u ON u.id = t.user_id"
                            " WHERE t.deal_id = :deal_id AND t.deleted_by IS NULL"
                            " ORDER BY t.id",
                            deal_id, read_row, (GDestroyNotify) sc_action_tick_free, error);
}

/* @action: (nullable): %NULL for all of the stage. */
static GArray *
list_of_deal (ScWrite    *self,
              gint64      deal_id,
              const char *stage_id,
              const char *action,
              GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self),
                           "SELECT id FROM action_tick"
                           " WHERE deal_id = :deal_id AND stage = :stage AND action = coalesce(:action, action)"
                           "  AND deleted_by IS NULL"
                           " ORDER BY id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal_id", deal_id);
  sc_statement_bind_text (statement, ":stage", stage_id);
  sc_statement_bind_text (statement, ":action", action);

  return sc_statement_collect_keys (statement, error);
}

static gboolean
delete_all (ScWrite *self,
            GArray  *ids,
            GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!sc_write_delete (self, "action_tick", g_array_index (ids, gint64, i), 0, error))
      return FALSE;

  return TRUE;
}

/**
 * sc_write_tick_action:
 * @self: a write
 * @deal_id: a deal
 * @stage_id: a stage
 * @action: one of its actions
 * @is_ticked: whether it is to be ticked
 * @error: why it can't be written
 *
 * Returns: whether it is so now
 */
gboolean
sc_write_tick_action (ScWrite    *self,
                      gint64      deal_id,
                      const char *stage_id,
                      const char *action,
                      gboolean    is_ticked,
                      GError    **error)
{
  g_autoptr (GArray) ids = list_of_deal (self, deal_id, stage_id, action, error);
  g_autoptr (ScValues) values = sc_values_new ();

  if (ids == NULL)
    return FALSE;
  if (!is_ticked)
    return delete_all (self, ids, error);
  if (ids->len > 0)
    return TRUE;

  sc_values_set_int (values, "deal_id", deal_id);
  sc_values_set_text (values, "stage", stage_id);
  sc_values_set_text (values, "action", action);
  sc_values_set_int (values, "ticked_at", sc_clock_now ());
  sc_values_set_int (values, "user_id", sc_write_get_user (self));

  return sc_write_insert (self, "action_tick", values, error) != 0;
}

/**
 * sc_write_untick_actions:
 * @self: a write
 * @deal_id: a deal
 * @stage_id: a stage
 * @error: why it can't be written
 *
 * Returns: whether none of the stage's actions is ticked for the deal now
 */
gboolean
sc_write_untick_actions (ScWrite    *self,
                         gint64      deal_id,
                         const char *stage_id,
                         GError    **error)
{
  g_autoptr (GArray) ids = list_of_deal (self, deal_id, stage_id, NULL, error);

  return ids != NULL && delete_all (self, ids, error);
}

/* One of a deal that has ticked the other as well stays where it is. */
static GArray *
list_moving (ScWrite    *self,
             const char *was_stage_id,
             const char *was_action,
             const char *now_stage_id,
             const char *now_action,
             GError    **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self),
                           "SELECT t.id FROM action_tick AS t"
                           " WHERE t.stage = :was_stage AND t.action = :was_action AND t.deleted_by IS NULL"
                           "  AND NOT EXISTS (SELECT 1 FROM action_tick AS other"
                           "   WHERE other.deal_id = t.deal_id AND other.stage = :now_stage"
                           "    AND other.action = :now_action AND other.deleted_by IS NULL)"
                           " ORDER BY t.id",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_text (statement, ":was_stage", was_stage_id);
  sc_statement_bind_text (statement, ":was_action", was_action);
  sc_statement_bind_text (statement, ":now_stage", now_stage_id);
  sc_statement_bind_text (statement, ":now_action", now_action);

  return sc_statement_collect_keys (statement, error);
}

/**
 * sc_write_move_action_ticks:
 * @self: a write
 * @was_stage_id: a stage
 * @was_action: an action that it has no more
 * @now_stage_id: the stage where it is now
 * @now_action: the action that it is now
 * @error: why it can't be written
 *
 * Returns: whether the other is ticked now for all deals that had ticked the one
 */
gboolean
sc_write_move_action_ticks (ScWrite    *self,
                            const char *was_stage_id,
                            const char *was_action,
                            const char *now_stage_id,
                            const char *now_action,
                            GError    **error)
{
  g_autoptr (GArray) ids = list_moving (self, was_stage_id, was_action, now_stage_id, now_action, error);
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "stage", now_stage_id);
  sc_values_set_text (values, "action", now_action);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!sc_write_update (self, "action_tick", g_array_index (ids, gint64, i), 0, values, error))
      return FALSE;

  return ids != NULL;
}
