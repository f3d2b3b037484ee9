/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Target times as people write them. */

#pragma once

#include "model/sc-duration.h"

G_BEGIN_DECLS

gboolean sc_duration_parse (const char       *text,
                            ScUnit            unit,
                            const ScCalendar *calendar,
                            ScDuration       *duration);
gboolean sc_duration_names_unit (const char *text);

G_END_DECLS
