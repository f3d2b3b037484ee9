/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/* Schemes to draw. */

ScVersion *sample_proposal (ScLanguage language);
ScVersion *sample_new (guint n_stages);
ScVersion *sample_random (GRand *rand,
                          guint  n_stages);

G_END_DECLS
