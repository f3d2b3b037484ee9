/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a deal has stood in its stage, and how late that is: what the board, the
 * pane, Today and Today's query go by alike. */

#pragma once

#include "model/sc-calendar.h"
#include "model/sc-duration.h"

G_BEGIN_DECLS

guint sc_age_get (const ScCalendar *calendar,
                  ScInstant         since,
                  ScInstant         now,
                  ScUnit            unit);
guint sc_age_get_over (const ScCalendar *calendar,
                       ScInstant         since,
                       ScInstant         now,
                       ScDuration        target);
ScInstant sc_age_get_limit (const ScCalendar *calendar,
                            ScInstant         now,
                            ScDuration        target);
ScInstant sc_age_resume (const ScCalendar *calendar,
                         ScInstant         since,
                         ScInstant         paused_at,
                         ScInstant         now,
                         ScUnit            unit);

G_END_DECLS
