/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/* Schemes to draw. */

ScVersion *sample_proposal (ScLanguage language);
ScVersion *sample_new (guint n_stages);
ScVersion *sample_random (GRand *rand,
                          guint  n_stages);
void sample_send_back (ScVersion *version,
                       guint      from,
                       guint      to);
void sample_park (ScVersion *version,
                  guint      stage,
                  guint      n_days);
void sample_refuse (GRand     *rand,
                    ScVersion *version);

G_END_DECLS
