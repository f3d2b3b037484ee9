/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far chances that were said came true. */

#pragma once

#include "statistics/sc-share.h"

G_BEGIN_DECLS

/* Chances are looked at together by tenths. */
#define SC_N_CALIBRATION_GROUPS 10

/**
 * ScSaid:
 * @chance: the chance that was said
 * @n: of how many deals
 * @n_won: how many of them were won
 */
typedef struct {
  double chance;
  guint n;
  guint n_won;
} ScSaid;

/**
 * ScCalibrationPoint:
 * @low: the least that belongs to this group
 * @high: the least that belongs to the next one
 * @said: what was said on the average
 * @n: how often it was said
 * @n_deals: of how many deals, each once; not known to sc_calibration_make()
 * @share: how often the deal was won
 */
typedef struct {
  double low;
  double high;
  double said;
  guint n;
  guint n_deals;
  ScShare share;
} ScCalibrationPoint;

/**
 * ScCalibration:
 * @n: how many chances were said
 * @n_won: how many of those deals were won
 * @expected: how many were to be won
 * @brier: the mean square of chance less outcome, smaller is better
 * @reliability: how far what was said is from what came, smaller is better
 * @resolution: how well deals were told from one another, more is better
 * @uncertainty: how much there was to tell: the Brier score of saying the same, right
 *   share of all
 * @points: the groups that have any, by what was said
 * @n_points: how many those are
 *
 * @brier is @reliability − @resolution + @uncertainty. Nothing of it is a number where
 * nothing was said.
 */
typedef struct {
  guint n;
  guint n_won;
  double expected;
  double brier;
  double reliability;
  double resolution;
  double uncertainty;
  ScCalibrationPoint points[SC_N_CALIBRATION_GROUPS];
  guint n_points;
} ScCalibration;

guint sc_calibration_find_group (double chance);
void sc_calibration_make (const ScSaid  *said,
                          guint          n_said,
                          ScCalibration *calibration);

G_END_DECLS
