/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a deal has stood in its stage, and how late that is: what the board, the
 * pane, Today and Today's query go by alike. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-duration.h"

G_BEGIN_DECLS

guint sc_age_get (ScInstant since,
                  ScInstant now,
                  ScUnit    unit);
guint sc_age_get_over (ScInstant  since,
                       ScInstant  now,
                       ScDuration target);
ScInstant sc_age_get_limit (ScInstant  now,
                            ScDuration target);
ScInstant sc_age_resume (ScInstant since,
                         ScInstant paused_at,
                         ScInstant now,
                         ScUnit    unit);

G_END_DECLS
