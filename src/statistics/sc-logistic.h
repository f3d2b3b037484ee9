/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the chance of winning goes with what is known of the deals. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SC_LOGISTIC_FITTED,
  SC_LOGISTIC_TOO_FEW,
  SC_LOGISTIC_SEPARATED,
} ScLogisticState;

/**
 * ScLogistic:
 * @state: whether there is a result, and why there is none
 * @n: how many coefficients it has, the intercept included
 * @coefficients: (array length=n): the intercept, then one for each column
 * @errors: (array length=n): their standard errors
 */
typedef struct {
  ScLogisticState state;
  guint n;
  double *coefficients;
  double *errors;
} ScLogistic;

ScLogistic *sc_logistic_fit (const double   *columns,
                             guint           n_columns,
                             const gboolean *won,
                             guint           n_rows);
void sc_logistic_free (ScLogistic *self);
double sc_logistic_predict (const ScLogistic *self,
                            const double     *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLogistic, sc_logistic_free)

G_END_DECLS
