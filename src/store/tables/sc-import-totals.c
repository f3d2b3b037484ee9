/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds up what an import adds to the counts and sums of stages, and writes that. */

#include "store/tables/sc-import-totals-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-store-error.h"

struct _ScImportTotals {
  GHashTable *totals;
  /* A sum that nobody can keep. */
  gboolean is_too_much;
};

/* As a row of “stage_total” is known, and what it has. */
typedef struct {
  gint64 stage_key;
  ScDealStatus status;
  gint64 owner_key;
  char currency[4];
  ScDate parked_until;
  gint64 n_deals;
  gint64 sum_minor;
} Total;

static const char add_sql[] =
  "INSERT INTO stage_total (stage_id, status, owner_id, currency, parked_until, n_deals, sum_minor)"
  " VALUES (:stage, :status, :owner, :currency, :parked_until, :n_deals, :sum_minor)"
  " ON CONFLICT (stage_id, status, owner_id, currency, parked_until) DO UPDATE"
  " SET n_deals = stage_total.n_deals + excluded.n_deals, sum_minor = stage_total.sum_minor + excluded.sum_minor";

static guint
hash (gconstpointer data)
{
  const Total *total = data;

  return (guint) total->stage_key * 31 + (guint) total->owner_key * 1009 + (guint) total->status
         + total->parked_until * 31 + g_str_hash (total->currency);
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  const Total *one = a, *other = b;

  return one->stage_key == other->stage_key && one->status == other->status && one->owner_key == other->owner_key
         && one->parked_until == other->parked_until && g_str_equal (one->currency, other->currency);
}

/**
 * sc_import_totals_new:
 *
 * Returns: (transfer full): nothing added yet
 */
ScImportTotals *
sc_import_totals_new (void)
{
  ScImportTotals *self = g_new0 (ScImportTotals, 1);

  self->totals = g_hash_table_new_full (hash, is_same, g_free, NULL);

  return self;
}

/**
 * sc_import_totals_free:
 * @self: (transfer full): totals
 */
void
sc_import_totals_free (ScImportTotals *self)
{
  g_hash_table_unref (self->totals);
  g_free (self);
}

/**
 * sc_import_totals_add:
 * @self: totals
 * @stage_key: the row of the deal's stage
 * @owner_key: its owner's row, 0 for nobody
 * @deal: the deal
 */
void
sc_import_totals_add (ScImportTotals *self,
                      gint64          stage_key,
                      gint64          owner_key,
                      const ScDeal   *deal)
{
  Total wanted = { .stage_key = stage_key, .status = deal->status, .owner_key = owner_key, .parked_until = deal->parked_until };
  Total *total;

  g_strlcpy (wanted.currency, deal->value.currency, sizeof wanted.currency);
  total = g_hash_table_lookup (self->totals, &wanted);
  if (total == NULL)
    {
      total = g_memdup2 (&wanted, sizeof wanted);
      g_hash_table_add (self->totals, total);
    }

  total->n_deals++;
  if (sc_money_is_set (deal->value) && __builtin_add_overflow (total->sum_minor, deal->value.minor, &total->sum_minor))
    self->is_too_much = TRUE;
}

static gboolean
write_total (ScStatement *statement,
             const Total *total,
             GError     **error)
{
  g_autofree char *parked_until = sc_date_to_string (total->parked_until);

  sc_statement_bind_int (statement, ":stage", total->stage_key);
  sc_statement_bind_text (statement, ":status", sc_deal_status_get_id (total->status));
  sc_statement_bind_int (statement, ":owner", total->owner_key);
  sc_statement_bind_text (statement, ":currency", total->currency);
  sc_statement_bind_text (statement, ":parked_until", parked_until != NULL ? parked_until : "");
  sc_statement_bind_int (statement, ":n_deals", total->n_deals);
  sc_statement_bind_int (statement, ":sum_minor", total->sum_minor);

  return sc_statement_execute (statement, error);
}

/**
 * sc_import_totals_write:
 * @self: totals
 * @connection: a connection that writes, and keeps no counts and sums of new deals
 *   by itself
 * @error: why it can't be written
 *
 * Returns: whether counts and sums have what was added; then they begin at nothing
 */
gboolean
sc_import_totals_write (ScImportTotals *self,
                        ScConnection   *connection,
                        GError        **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, add_sql, error);
  GHashTableIter iter;
  gpointer total;

  if (statement == NULL)
    return FALSE;
  if (self->is_too_much)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("The values of a stage’s deals add up to more than can be kept. "
                             "Look for one that is far too large."));
      return FALSE;
    }

  g_hash_table_iter_init (&iter, self->totals);
  while (g_hash_table_iter_next (&iter, &total, NULL))
    if (!write_total (statement, total, error))
      return FALSE;
  g_hash_table_remove_all (self->totals);

  return TRUE;
}
