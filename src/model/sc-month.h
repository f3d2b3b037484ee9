/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months: each is known by its first day. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

ScDate sc_month_parse (const char *text);
char *sc_month_to_string (ScDate month);
char *sc_month_to_text (ScDate month);
ScDate sc_month_of (ScDate day);
ScDate sc_month_get_next (ScDate month);

G_END_DECLS
