/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of deals, drawn anew: how sure a curve is of itself. */

#pragma once

#include <glib.h>
#include <gsl/gsl_rng.h>

G_BEGIN_DECLS

/**
 * ScResampled:
 * @n_days: for how many days from the start something is known
 * @won: (array length=n_days): what share is won after so many days
 * @open: (array length=n_days): what share is undecided
 *
 * The curves of one drawing.
 */
typedef struct _ScResampled ScResampled;

struct _ScResampled {
  guint n_days;
  double *won;
  double *open;
  /*< private >*/
  GArray *outcomes;
  guint n;
};

ScResampled *sc_resampled_new (const GArray *outcomes);
void sc_resampled_free (ScResampled *self);
void sc_resampled_draw (ScResampled *self,
                        gsl_rng     *random);

/* What share is won after @t days; behind the last of which anything is known no more. */
static inline double
sc_resampled_get_won (const ScResampled *self,
                      guint              t)
{
  return self->n_days == 0 ? 0 : self->won[MIN (t, self->n_days - 1)];
}

G_END_DECLS
