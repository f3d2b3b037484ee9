/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A made-up deal's way through a process. */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

#define SC_SAMPLE_MAX_STEPS 64

/* @position: a stage; @at: when the deal came into it. */
typedef struct {
  guint position;
  ScInstant at;
} ScSampleStep;

/* @now: when something happened to it last; @won_at, @ended_at: 0 where it was not, or has not;
 * @parked_until: none where it is at work. */
typedef struct {
  ScSampleStep steps[SC_SAMPLE_MAX_STEPS];
  guint n_steps;
  ScDealStatus status;
  ScInstant now;
  ScInstant won_at;
  ScInstant ended_at;
  ScDate expected_close;
  ScDate parked_until;
  gint64 value_minor;
  gboolean is_paid;
} ScSampleLife;

void sc_sample_life_make (ScSampleLife    *self,
                          const ScVersion *version,
                          GRand           *rand,
                          ScDate           today);

G_END_DECLS
