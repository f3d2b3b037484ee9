/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what an import says of a deal that is known already, with its events. */

#include "store/sc-search-key.h"
#include "store/tables/sc-column-private.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-import-text-private.h"
#include "store/tables/sc-import-write-private.h"
#include "store/tables/sc-write-struct-private.h"

#define SET_COLUMN(name, ...) ", " #name " = :" #name

static const char update_deal_sql[] =
  "UPDATE deal SET process_id = :process, stage_id = :stage, status = :status,"
  " position = coalesce(:position, position), company_id = :company, person_id = :person,"
  " owner_id = :owner, value_minor = :value_minor, currency = :currency, search = :search, revision = :change"
  SC_DEAL_PLAIN_COLUMNS (SET_COLUMN)
  " WHERE id = :id";
static const char insert_event_sql[] =
  "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, is_inferred)"
  " VALUES (:deal, :change, :happened_at, :version, :field, :old, :new, :is_inferred)";

/* Each deal goes to the end of its column. */
static void
bind_place (ScStatement *statement,
            StagePlace  *place)
{
  g_autofree char *position = sc_import_write_take_place (place);

  sc_statement_bind_text (statement, ":position", position);
}

static gboolean
bind_deal (ScImportWrite *self,
           ScStatement   *statement,
           const ScDeal  *deal,
           GError       **error)
{
  gboolean has_value = sc_money_is_set (deal->value);
  gint64 company_key, person_key, owner_key;
  g_autofree char *search = NULL;

  if (!sc_import_names_need_company (self->names, deal->company, &company_key, error) ||
      !sc_import_names_need_person (self->names, deal, company_key, &person_key, error) ||
      !sc_import_names_need_owner (self->names, deal->owner, &owner_key, error))
    return FALSE;

  search = sc_search_make_deal_key (deal);
  sc_deal_table_bind_plain (statement, deal);
  sc_statement_bind_int (statement, ":process", self->process_key);
  sc_statement_bind_text (statement, ":status", sc_deal_status_get_id (deal->status));
  sc_statement_bind_key (statement, ":company", company_key);
  sc_statement_bind_key (statement, ":person", person_key);
  sc_statement_bind_key (statement, ":owner", owner_key);
  if (has_value)
    sc_statement_bind_int (statement, ":value_minor", deal->value.minor);
  else
    sc_statement_bind_null (statement, ":value_minor", SC_CELL_INTEGER);
  sc_statement_bind_text (statement, ":currency", has_value ? deal->value.currency : NULL);
  sc_statement_bind_text (statement, ":search", search);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));

  return TRUE;
}

static gboolean
write_event (ScImportWrite *self,
             gint64         deal_id,
             ScInstant      happened_at,
             const char    *field,
             const char    *old_value,
             const char    *new_value,
             gboolean       is_inferred,
             GError       **error)
{
  g_autoptr (ScStatement) statement = NULL;

  if (g_strcmp0 (old_value, new_value) == 0)
    return TRUE;

  statement = sc_connection_prepare (self->connection, insert_event_sql, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", deal_id);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));
  sc_statement_bind_int (statement, ":happened_at", happened_at);
  sc_statement_bind_key (statement, ":version", self->version_key);
  sc_statement_bind_text (statement, ":field", field);
  sc_statement_bind_text (statement, ":old", old_value);
  sc_statement_bind_text (statement, ":new", new_value);
  sc_statement_bind_int (statement, ":is_inferred", is_inferred);
  if (sc_write_is_of_visits (field))
    sc_write_touch_visits (self->write, deal_id);

  return sc_statement_execute (statement, error);
}

static gboolean
write_value_event (ScImportWrite *self,
                   gint64         deal_id,
                   ScInstant      happened_at,
                   ScMoney        before,
                   ScMoney        after,
                   GError       **error)
{
  char old_value[SC_IMPORT_MONEY_BUFFER], new_value[SC_IMPORT_MONEY_BUFFER];

  return write_event (self, deal_id, happened_at, "value", sc_import_text_money (before, old_value),
                      sc_import_text_money (after, new_value), FALSE, error);
}

static gboolean
write_date_event (ScImportWrite *self,
                  gint64         deal_id,
                  ScInstant      happened_at,
                  const char    *field,
                  ScDate         before,
                  ScDate         after,
                  GError       **error)
{
  char old_value[SC_DATE_BUFFER], new_value[SC_DATE_BUFFER];

  return write_event (self, deal_id, happened_at, field, sc_import_text_date (before, old_value),
                      sc_import_text_date (after, new_value), FALSE, error);
}

/* A deal has moved on the day on which it was closed, unless that is before what is
 * known of it already. */
static gboolean
is_end_told (const ScDeal       *before,
             const ScImportDeal *import)
{
  return import->deal.closed != SC_DATE_NONE && import->ended_at > before->entered_at;
}

/* A day that was missing so far takes the place of the one that was worked out. */
static gboolean
write_status_event (ScImportWrite      *self,
                    const ScDeal       *before,
                    const ScImportDeal *import,
                    ScInstant           moved_at,
                    GError            **error)
{
  const ScDeal *deal = &import->deal;
  gboolean has_new_day = before->closed == SC_DATE_NONE && deal->closed != SC_DATE_NONE;
  ScDealStatus status = before->status;

  if (has_new_day && status != SC_DEAL_OPEN && status == deal->status)
    {
      sc_import_told_add_status (self->told, before->id, sc_deal_status_get_id (status));
      status = SC_DEAL_OPEN;
    }

  return write_event (self, before->id, moved_at, "status", sc_deal_status_get_id (status),
                      sc_deal_status_get_id (deal->status), !is_end_told (before, import), error);
}

/**
 * sc_import_write_update:
 * @self: an import
 * @before: a deal as it is
 * @import: as it is to be
 * @error: why it can't be written
 *
 * A deal that changes its stage goes to the end of its new column.
 *
 * Returns: whether the deal is so
 */
gboolean
sc_import_write_update (ScImportWrite      *self,
                        const ScDeal       *before,
                        const ScImportDeal *import,
                        GError            **error)
{
  g_autoptr (ScStatement) statement = NULL;
  const ScDeal *deal = &import->deal;
  StagePlace *place = sc_import_write_need_stage (self, deal->stage_id, error);
  gboolean has_moved = g_strcmp0 (before->stage_id, deal->stage_id) != 0;
  ScInstant now = sc_clock_now ();
  ScInstant moved_at = is_end_told (before, import) ? import->ended_at : now;

  if (place == NULL || !sc_write_keep_deal (self->write, before->id, error))
    return FALSE;

  statement = sc_connection_prepare (self->connection, update_deal_sql, error);
  if (statement == NULL || !bind_deal (self, statement, deal, error))
    return FALSE;

  sc_statement_bind_int (statement, ":id", before->id);
  sc_statement_bind_int (statement, ":stage", place->key);
  sc_statement_bind_key (statement, ":entered_at", has_moved ? SC_INSTANT_NONE : before->entered_at);
  if (has_moved)
    bind_place (statement, place);
  else
    sc_statement_bind_text (statement, ":position", NULL);

  return sc_statement_execute (statement, error) &&
         write_event (self, before->id, moved_at, "stage", before->stage_id, deal->stage_id, TRUE, error) &&
         write_status_event (self, before, import, moved_at, error) &&
         write_value_event (self, before->id, now, before->value, deal->value, error) &&
         write_date_event (self, before->id, now, "expected_close", before->expected_close, deal->expected_close, error) &&
         write_date_event (self, before->id, now, "parked", before->parked_until, deal->parked_until, error) &&
         write_event (self, before->id, now, "owner", before->owner, deal->owner, FALSE, error) &&
         write_event (self, before->id, now, "title", before->title, deal->title, FALSE, error);
}
