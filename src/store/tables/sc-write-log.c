/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the log of changes for a write, and adds to the deals’ histories. */

#include "store/tables/sc-write-struct-private.h"

#include "store/tables/sc-column-private.h"
#include "store/tables/sc-user-table-private.h"

/* How many deals a change names one by one; more are “many”. */
#define MAX_DEALS_NAMED 200

static gboolean
look_up_number (ScWrite *self,
                GError **error)
{
  self->change_id = sc_connection_next_number (self->connection, "change", error);

  return self->change_id > 0 && sc_key_is_free (self->change_id, error);
}

/**
 * sc_write_begin_log:
 * @self: a write
 * @scope: whose undo the change belongs to
 * @error: why it can't be written
 *
 * Gives the change its number. The log's row is there from the start, so that events
 * can refer to it; its name and inverse come in the end.
 *
 * Returns: whether it is there
 */
gboolean
sc_write_begin_log (ScWrite *self,
                    ScScope  scope,
                    GError **error)
{
  g_autoptr (ScStatement) statement = NULL;

  if (!look_up_number (self, error))
    return FALSE;

  statement =
    sc_connection_prepare (self->connection,
                           "INSERT INTO change (id, made_at, user_id, \"window\", scope, name, inverse)"
                           " VALUES (:id, :made_at, :user_id, :window, :scope, '', '')",
                           error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", self->change_id);
  sc_statement_bind_int (statement, ":made_at", sc_clock_now ());
  sc_statement_bind_int (statement, ":user_id", self->user.id);
  sc_statement_bind_text (statement, ":window", self->window);
  sc_statement_bind_text (statement, ":scope", scope == SC_SCOPE_DESIGN ? "design" : "deals");

  return sc_statement_execute (statement, error);
}

/* The deals that the change was about, for other windows. */
static char *
list_deals (ScWrite *self)
{
  g_autoptr (GString) list = g_string_new ("[");
  GHashTableIter iter;
  gpointer key;

  if (self->inverse->bulk != NULL || g_hash_table_size (self->deals) > MAX_DEALS_NAMED)
    return g_strdup ("*");

  g_hash_table_iter_init (&iter, self->deals);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, list->len > 1 ? "," : "", *(gint64 *) key);
  g_string_append_c (list, ']');

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* All the deals of a change are of one process. */
static gint64
find_any_deal (ScWrite *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->deals);

  return g_hash_table_iter_next (&iter, &key, NULL) ? *(gint64 *) key : 0;
}

/* Taking a change back may have given who makes it another name. */
static gboolean
look_up_name (ScWrite *self,
              GError **error)
{
  if (sc_inverse_find_row (self->inverse, "user", self->user.id) == NULL)
    return TRUE;

  g_free (self->user.name);
  self->user.name = sc_user_table_get_name (self->connection, self->user.id, error);

  return self->user.name != NULL;
}

/**
 * sc_write_end_log:
 * @self: a write
 * @name: the change's name, for people
 * @error: why it can't be written
 *
 * Ends what was put off for many rows and for visits, and writes into the log what the change is
 * called, what it was about and what takes it back.
 *
 * Returns: whether it is written
 */
gboolean
sc_write_end_log (ScWrite    *self,
                  const char *name,
                  GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *deals = list_deals (self);
  g_autoptr (ScStatement) statement = NULL;

  if (!sc_write_end_bulk (self, error) || !sc_write_keep_visits (self, error))
    return FALSE;

  statement =
    sc_connection_prepare (self->connection,
                           "UPDATE change"
                           " SET name = :name, inverse = :inverse, deals = :deals, is_by_itself = :is_by_itself,"
                           " process_id = coalesce((SELECT id FROM process WHERE uuid = :process), process_id,"
                           "  (SELECT process_id FROM deal WHERE id = :deal))"
                           " WHERE id = :id",
                           error);
  if (statement == NULL)
    return FALSE;

  if (self->inverse->root == 0)
    self->inverse->root = self->change_id;
  text = sc_inverse_to_text (self->inverse);
  sc_statement_bind_text (statement, ":name", name);
  sc_statement_bind_text (statement, ":inverse", text);
  sc_statement_bind_text (statement, ":deals", deals);
  sc_statement_bind_int (statement, ":is_by_itself", self->is_by_itself);
  sc_statement_bind_text (statement, ":process", self->process_id);
  sc_statement_bind_int (statement, ":deal", find_any_deal (self));
  sc_statement_bind_int (statement, ":id", self->change_id);

  return sc_statement_execute (statement, error) && look_up_name (self, error);
}

/**
 * sc_write_drop_log:
 * @self: a write that has written nothing yet
 * @error: why it can't be written
 *
 * Returns: whether the log knows nothing of it any more
 */
gboolean
sc_write_drop_log (ScWrite *self,
                   GError **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection, "DELETE FROM change WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":id", self->change_id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_get_connection:
 * @self: a write
 *
 * Returns: (transfer none): its connection, for reading what it has written
 */
ScConnection *
sc_write_get_connection (ScWrite *self)
{
  return self->connection;
}

/**
 * sc_write_get_change:
 * @self: a write
 *
 * Returns: the number of the change that it becomes
 */
gint64
sc_write_get_change (ScWrite *self)
{
  return self->change_id;
}

/**
 * sc_write_get_user:
 * @self: a write
 *
 * Returns: the number of who makes the change
 */
gint64
sc_write_get_user (ScWrite *self)
{
  return self->user.id;
}

/**
 * sc_write_get_user_name:
 * @self: a write
 *
 * Returns: (transfer none): what who makes the change is called
 */
const char *
sc_write_get_user_name (ScWrite *self)
{
  return self->user.name;
}

/**
 * sc_write_set_bulk:
 * @self: a write
 * @predicate: “import” or “moves”
 */
void
sc_write_set_bulk (ScWrite    *self,
                   const char *predicate)
{
  g_set_str (&self->inverse->bulk, predicate);
}

/**
 * sc_write_set_by_itself:
 * @self: a write
 *
 * It is the program's own, and no person's: undo and redo pass it over.
 */
void
sc_write_set_by_itself (ScWrite *self)
{
  self->is_by_itself = TRUE;
}

/**
 * sc_write_touch_deal:
 * @self: a write
 * @deal_id: a deal that it changes, for those who watch
 */
void
sc_write_touch_deal (ScWrite *self,
                     gint64   deal_id)
{
  if (g_hash_table_size (self->deals) <= MAX_DEALS_NAMED)
    g_hash_table_add (self->deals, g_memdup2 (&deal_id, sizeof deal_id));
}

/**
 * sc_write_insert_event:
 * @self: a write
 * @event: what happened to a deal
 * @error: why it can't be written
 *
 * Adds to the deal's history.
 *
 * Returns: whether it was added
 */
gboolean
sc_write_insert_event (ScWrite          *self,
                       const ScNewEvent *event,
                       GError          **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (self->connection,
                           "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, note,"
                           " is_inferred, criterion, criterion_text, answer_type)"
                           " VALUES (:deal, :change, :happened_at,"
                           " (SELECT version.id FROM version JOIN deal ON deal.process_id = version.process_id"
                           "  WHERE deal.id = :deal AND version.status = 'published' AND version.deleted_by IS NULL),"
                           " :field, :old, :new, :note, :is_inferred, :criterion, :criterion_text, :answer_type)",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", event->deal_id);
  sc_statement_bind_int (statement, ":change", self->change_id);
  sc_statement_bind_int (statement, ":happened_at", event->happened_at != 0 ? event->happened_at : sc_clock_now ());
  sc_statement_bind_text (statement, ":field", event->field);
  sc_statement_bind_text (statement, ":old", event->old_value);
  sc_statement_bind_text (statement, ":new", event->new_value);
  sc_statement_bind_text (statement, ":note", event->note);
  sc_statement_bind_int (statement, ":is_inferred", event->is_inferred);
  sc_statement_bind_text (statement, ":criterion", event->criterion_id);
  sc_statement_bind_text (statement, ":criterion_text", event->criterion_text);
  sc_statement_bind_text (statement, ":answer_type", event->answer_type);
  sc_write_touch_deal (self, event->deal_id);
  if (sc_write_is_of_visits (event->field))
    sc_write_touch_visits (self, event->deal_id);

  return sc_statement_execute (statement, error);
}

/**
 * sc_write_event:
 * @self: a write
 * @deal_id: a deal
 * @happened_at: when it happened, 0 for now
 * @field: what changed
 * @old_value: (nullable): what it was
 * @new_value: (nullable): what it became
 * @note: (nullable): what else there is to say
 * @error: why it can't be written
 *
 * As sc_write_insert_event(), for what is not about a question.
 *
 * Returns: whether it was added
 */
gboolean
sc_write_event (ScWrite    *self,
                gint64      deal_id,
                ScInstant   happened_at,
                const char *field,
                const char *old_value,
                const char *new_value,
                const char *note,
                GError    **error)
{
  const ScNewEvent event = {
    .deal_id = deal_id, .happened_at = happened_at, .field = field,
    .old_value = old_value, .new_value = new_value, .note = note,
  };

  return sc_write_insert_event (self, &event, error);
}
