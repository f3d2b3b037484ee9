/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Logistic regression by Newton's method, as R's glm (family = binomial) finds it. */

#include "statistics/sc-logistic.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

#include "statistics/sc-share.h"

#define MOST_STEPS 50
#define CLOSE_ENOUGH 1e-12

/* A chance nearer to 0 or 1 than this for everybody: the coefficients run away. */
#define CERTAIN 1e-9

typedef struct {
  const double *columns;
  const gboolean *won;
  guint n_columns;
  guint n_rows;
  gsl_vector *coefficients;
  gsl_vector *gradient;
  gsl_matrix *information;
} Fit;

static double
get_chance (double score)
{
  return score >= 0 ? 1 / (1 + exp (-score)) : exp (score) / (1 + exp (score));
}

static double
get_value (const Fit *fit,
           guint      row,
           guint      i)
{
  return i == 0 ? 1 : fit->columns[(gsize) row * fit->n_columns + i - 1];
}

static double
get_score (const Fit *fit,
           guint      row)
{
  double score = 0;

  for (guint i = 0; i <= fit->n_columns; i++)
    score += gsl_vector_get (fit->coefficients, i) * get_value (fit, row, i);

  return score;
}

/* The slope of the likelihood at the present coefficients, and what is known of them.
 * Returns whether any deal's chance is still open. */
static gboolean
look (Fit *fit)
{
  gboolean is_open = FALSE;

  gsl_vector_set_zero (fit->gradient);
  gsl_matrix_set_zero (fit->information);
  for (guint row = 0; row < fit->n_rows; row++)
    {
      double chance = get_chance (get_score (fit, row));
      double weight = chance * (1 - chance);

      is_open |= MIN (chance, 1 - chance) > CERTAIN;
      for (guint i = 0; i <= fit->n_columns; i++)
        {
          double value = get_value (fit, row, i);

          *gsl_vector_ptr (fit->gradient, i) += value * ((fit->won[row] ? 1 : 0) - chance);
          for (guint j = 0; j <= fit->n_columns; j++)
            *gsl_matrix_ptr (fit->information, i, j) += weight * value * get_value (fit, row, j);
        }
    }

  return is_open;
}

/* Makes the information its Cholesky factor. Columns that say the same, or chances that
 * are certain, leave none. */
static gboolean
factor (Fit *fit)
{
  gsl_error_handler_t *handler = gsl_set_error_handler_off ();
  gboolean is_good = gsl_linalg_cholesky_decomp1 (fit->information) == 0;

  gsl_set_error_handler (handler);

  return is_good;
}

/* One step uphill. Returns how far it went, or -1 where there is no way. */
static double
climb (Fit *fit)
{
  double length = 0;

  if (!look (fit) || !factor (fit))
    return -1;

  gsl_linalg_cholesky_svx (fit->information, fit->gradient);
  for (guint i = 0; i <= fit->n_columns; i++)
    length = MAX (length, fabs (gsl_vector_get (fit->gradient, i)));
  gsl_vector_add (fit->coefficients, fit->gradient);

  return length;
}

static gboolean
reach_top (Fit *fit)
{
  for (guint i = 0; i < MOST_STEPS; i++)
    {
      double length = climb (fit);

      if (length < 0 || !isfinite (length))
        return FALSE;
      if (length < CLOSE_ENOUGH)
        return TRUE;
    }

  return FALSE;
}

static void
take_result (Fit        *fit,
             ScLogistic *result)
{
  if (!look (fit) || !factor (fit) || gsl_linalg_cholesky_invert (fit->information) != 0)
    {
      result->state = SC_LOGISTIC_SEPARATED;
      return;
    }

  for (guint i = 0; i < result->n; i++)
    {
      result->coefficients[i] = gsl_vector_get (fit->coefficients, i);
      result->errors[i] = sqrt (gsl_matrix_get (fit->information, i, i));
    }
}

static guint
count_won (const gboolean *won,
           guint           n_rows)
{
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    n += won[i] ? 1 : 0;

  return n;
}

/**
 * sc_logistic_fit:
 * @columns: (array): what is known of each deal: row by row, @n_columns numbers each
 * @n_columns: how many numbers a row has
 * @won: (array length=n_rows): whether each was won
 * @n_rows: how many deals there are
 *
 * Finds by how much the logarithm of the odds of winning rises with each column, the
 * others being the same. Where all or none were won, or some column tells winners from
 * losers without a mistake, there is no such number (the state says separated); with
 * fewer than ten won or ten lost it would say nothing (too few).
 *
 * Returns: (transfer full): the coefficients
 */
ScLogistic *
sc_logistic_fit (const double   *columns,
                 guint           n_columns,
                 const gboolean *won,
                 guint           n_rows)
{
  ScLogistic *self = g_new0 (ScLogistic, 1);
  guint n_won = count_won (won, n_rows);
  Fit fit = { .columns = columns, .won = won, .n_columns = n_columns, .n_rows = n_rows };

  self->n = n_columns + 1;
  self->coefficients = g_new0 (double, self->n);
  self->errors = g_new0 (double, self->n);
  if (n_rows >= SC_FEWEST_CASES && (n_won == 0 || n_won == n_rows))
    self->state = SC_LOGISTIC_SEPARATED;
  else if (n_won < SC_FEWEST_CASES || n_rows - n_won < SC_FEWEST_CASES)
    self->state = SC_LOGISTIC_TOO_FEW;
  if (self->state != SC_LOGISTIC_FITTED)
    return self;

  fit.coefficients = gsl_vector_calloc (self->n);
  fit.gradient = gsl_vector_alloc (self->n);
  fit.information = gsl_matrix_alloc (self->n, self->n);
  if (reach_top (&fit))
    take_result (&fit, self);
  else
    self->state = SC_LOGISTIC_SEPARATED;
  gsl_vector_free (fit.coefficients);
  gsl_vector_free (fit.gradient);
  gsl_matrix_free (fit.information);

  return self;
}

/**
 * sc_logistic_free:
 * @self: (transfer full): a result
 */
void
sc_logistic_free (ScLogistic *self)
{
  g_free (self->coefficients);
  g_free (self->errors);
  g_free (self);
}

/**
 * sc_logistic_predict:
 * @self: a result that is fitted
 * @row: (array): what is known of a deal, as many numbers as there were columns
 *
 * Returns: the chance that it is won, 0 to 1
 */
double
sc_logistic_predict (const ScLogistic *self,
                     const double     *row)
{
  double score = self->coefficients[0];

  for (guint i = 1; i < self->n; i++)
    score += self->coefficients[i] * row[i - 1];

  return get_chance (score);
}
