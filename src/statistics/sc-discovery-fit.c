/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the chance of winning goes with what was known of a deal: by itself, and with what
 * deals are worth and where they came from held as they are. */

#include "statistics/sc-discovery-case-private.h"

#include <math.h>

#include "statistics/sc-logistic.h"

/* The share, whether there is a value, and its logarithm; sources come behind them. */
enum {
  COLUMN_SHARE,
  COLUMN_HAS_VALUE,
  COLUMN_VALUE,
  N_PLAIN_COLUMNS
};

typedef struct {
  GPtrArray *decided;
  gboolean *won;
  guint n_columns;
  double *columns;
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->decided, g_ptr_array_unref);
  g_clear_pointer (&self->won, g_free);
  g_clear_pointer (&self->columns, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear);

static const ScDiscoveryCase *
get_case (const Table *self,
          guint        row)
{
  return self->decided->pdata[row];
}

static void
take_decided (Table        *self,
              const GArray *cases)
{
  self->decided = g_ptr_array_new ();
  for (guint i = 0; i < cases->len; i++)
    if (g_array_index (cases, ScDiscoveryCase, i).fate->decision != SC_FATE_OPEN)
      g_ptr_array_add (self->decided, &g_array_index (cases, ScDiscoveryCase, i));

  self->won = g_new0 (gboolean, self->decided->len + 1);
  for (guint i = 0; i < self->decided->len; i++)
    self->won[i] = get_case (self, i)->fate->decision == SC_FATE_WON;
}

static ScReason
get_reason (ScLogisticState state)
{
  return state == SC_LOGISTIC_FITTED ? SC_REASON_NONE
         : state == SC_LOGISTIC_TOO_FEW ? SC_REASON_TOO_FEW : SC_REASON_SEPARATED;
}

static void
fit_share (ScDiscoveryFigures *figures,
           const Table        *self)
{
  g_autofree double *shares = g_new0 (double, self->decided->len + 1);
  g_autoptr (ScLogistic) fit = NULL;

  for (guint i = 0; i < self->decided->len; i++)
    shares[i] = get_case (self, i)->share;
  fit = sc_logistic_fit (shares, 1, self->won, self->decided->len);
  figures->logistic_reason = get_reason (fit->state);
  if (fit->state != SC_LOGISTIC_FITTED)
    return;

  figures->intercept = fit->coefficients[0];
  figures->coefficient = fit->coefficients[1];
  figures->se = fit->errors[1];
}

/* How many of the deals have each text, and which has most. */
static guint
find_most (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer number, count;
  guint best = 0, most = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &number, &count))
    if (GPOINTER_TO_UINT (count) > most || (GPOINTER_TO_UINT (count) == most && GPOINTER_TO_UINT (number) < best))
      {
        best = GPOINTER_TO_UINT (number);
        most = GPOINTER_TO_UINT (count);
      }

  return best;
}

static GHashTable *
count_by (const Table *self,
          gboolean     by_source)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->decided->len; i++)
    {
      const ScFate *fate = get_case (self, i)->fate;
      gpointer number = GUINT_TO_POINTER (by_source ? fate->source : fate->currency);

      if (by_source || fate->currency != 0)
        g_hash_table_insert (counts, number,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, number)) + 1));
    }

  return counts;
}

/* Sources of enough deals have a column each, but the one of most, which the others are
 * measured by; those of few are with that. */
static GArray *
choose_sources (const Table *self)
{
  g_autoptr (GHashTable) counts = count_by (self, TRUE);
  guint most = find_most (counts);
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer number, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &number, &count))
    {
      guint source = GPOINTER_TO_UINT (number);

      if (source != most && GPOINTER_TO_UINT (count) >= SC_FEWEST_CASES)
        g_array_append_val (sources, source);
    }

  return sources;
}

static void
fill_row (double                *row,
          const ScDiscoveryCase *one,
          guint                  currency,
          const GArray          *sources)
{
  gboolean has_value = one->fate->value_minor >= 0 && one->fate->currency == currency && currency != 0;

  row[COLUMN_SHARE] = one->share;
  row[COLUMN_HAS_VALUE] = has_value ? 1 : 0;
  row[COLUMN_VALUE] = has_value ? log1p ((double) one->fate->value_minor) : 0;
  for (guint i = 0; i < sources->len; i++)
    row[N_PLAIN_COLUMNS + i] = one->fate->source == g_array_index (sources, guint, i) ? 1 : 0;
}

/* A column that is the same for all tells nothing, nor does one that the one in front of it
 * has told. */
static gboolean
tells_nothing (const Table *self,
               guint        column)
{
  for (guint row = 1; row < self->decided->len; row++)
    if (fabs (self->columns[row * self->n_columns + column] - self->columns[column]) > 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_value_constant (const Table *self)
{
  double value = -1;

  for (guint row = 0; row < self->decided->len; row++)
    {
      const double *columns = self->columns + row * self->n_columns;

      if (columns[COLUMN_HAS_VALUE] > 0 && value >= 0 && fabs (columns[COLUMN_VALUE] - value) > 0)
        return FALSE;
      if (columns[COLUMN_HAS_VALUE] > 0)
        value = columns[COLUMN_VALUE];
    }

  return TRUE;
}

static void
drop_column (Table *self,
             guint  column)
{
  guint n_kept = self->n_columns - 1;

  for (guint row = 0; row < self->decided->len; row++)
    for (guint i = 0, j = 0; i < self->n_columns; i++)
      if (i != column)
        self->columns[row * n_kept + j++] = self->columns[row * self->n_columns + i];
  self->n_columns = n_kept;
}

static void
fill (Table *self)
{
  g_autoptr (GArray) sources = choose_sources (self);
  g_autoptr (GHashTable) currencies = count_by (self, FALSE);
  guint currency = find_most (currencies);

  self->n_columns = N_PLAIN_COLUMNS + sources->len;
  self->columns = g_new0 (double, self->n_columns * (self->decided->len + 1));
  for (guint row = 0; row < self->decided->len; row++)
    fill_row (self->columns + row * self->n_columns, get_case (self, row), currency, sources);
  if (is_value_constant (self))
    drop_column (self, COLUMN_VALUE);
  for (guint column = self->n_columns - 1; column > COLUMN_SHARE; column--)
    if (tells_nothing (self, column))
      drop_column (self, column);
}

/* What would be won, on the average, if all had this share. */
static double
predict (const Table      *self,
         const ScLogistic *fit,
         double            share)
{
  double sum = 0;

  for (guint row = 0; row < self->decided->len; row++)
    {
      double *columns = self->columns + row * self->n_columns;

      columns[COLUMN_SHARE] = share;
      sum += sc_logistic_predict (fit, columns);
    }

  return sum / self->decided->len;
}

static void
fit_adjusted (ScDiscoveryFigures *figures,
              Table              *self)
{
  g_autoptr (ScLogistic) fit = NULL;

  fill (self);
  fit = sc_logistic_fit (self->columns, self->n_columns, self->won, self->decided->len);
  figures->adjusted_reason = get_reason (fit->state);
  if (fit->state != SC_LOGISTIC_FITTED)
    return;

  figures->adjusted_with = predict (self, fit, 1);
  figures->adjusted_without = predict (self, fit, 0);
}

/**
 * sc_discovery_fit:
 * @self: figures of discovery; they get the regressions
 * @cases: (element-type ScDiscoveryCase): the deals
 *
 * By itself, the share alone. Adjusted, with the logarithm of what deals are worth, in the
 * currency of most of them, and with their source; what would be won is then the average
 * over the deals with their values and sources as they are.
 */
void
sc_discovery_fit (ScDiscoveryFigures *self,
                  const GArray       *cases)
{
  g_auto (Table) table = { 0 };

  take_decided (&table, cases);
  fit_share (self, &table);
  fit_adjusted (self, &table);
}
