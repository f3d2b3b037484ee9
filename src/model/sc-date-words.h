/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads dates as people say them: tomorrow, fri, 31 Dec, in 3 days. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

gboolean sc_date_words_parse (const char *text,
                              ScDate      today,
                              ScDate     *date);
gboolean sc_date_words_parse_dotted (const char *text,
                                     ScDate      today,
                                     ScDate     *date);

G_END_DECLS
