/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes until something is decided, where some of it is not decided yet. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScOutcomes:
 * @t: how many days after its start
 * @n_won: how many were won then
 * @n_lost: how many were lost then
 * @n_open: how many are open and were last looked at then
 *
 * What became of deals that long after they were started.
 */
typedef struct {
  guint t;
  guint n_won;
  guint n_lost;
  guint n_open;
} ScOutcomes;

/**
 * ScCurvePoint:
 * @t: days after the start at which something was decided
 * @s: what share is undecided after it, by Kaplan and Meier
 * @se: the standard error of @s, by Greenwood
 * @won: what share is won by then, by Aalen and Johansen
 * @lost: what share is lost by then, by the same
 * @n_at_risk: how many could be decided at @t
 * @n_events: how many were
 */
typedef struct {
  guint t;
  double s;
  double se;
  double won;
  double lost;
  guint n_at_risk;
  guint n_events;
} ScCurvePoint;

/**
 * ScCurve:
 * @points: (element-type ScCurvePoint): where the curve steps, by time
 * @t_last: the last day of which anything is known
 * @n: how many deals it is made of
 * @n_won: how many of them are won
 * @n_lost: how many of them are lost
 *
 * The curve of what is undecided, and the two of what is won and lost.
 */
typedef struct {
  GArray *points;
  guint t_last;
  guint n;
  guint n_won;
  guint n_lost;
} ScCurve;

/* A quantile that a curve does not reach. */
#define SC_NOT_REACHED (-1.0)

typedef enum {
  SC_BOUND_NONE,
  SC_BOUND_LOW,
  SC_BOUND_HIGH,
} ScBound;

ScCurve *sc_curve_new (const GArray *outcomes);
void sc_curve_free (ScCurve *self);

const ScCurvePoint *sc_curve_get_last (const ScCurve *self);
double sc_curve_find_decided (const ScCurve *self,
                              double         share,
                              ScBound        bound);
double sc_curve_find_lost (const ScCurve *self,
                           double         share);
double sc_curve_find_won (const ScCurve *self,
                          double         share);
double sc_curve_get_undecided (const ScCurve *self,
                               guint          t);
double sc_curve_get_won (const ScCurve *self,
                         guint          t);
gboolean sc_curve_find_chance (const ScCurve *self,
                               guint          age,
                               guint          within,
                               double        *chance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCurve, sc_curve_free)

G_END_DECLS
