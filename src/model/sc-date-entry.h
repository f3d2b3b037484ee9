/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the dates that people type into a field, and writes those that stand there. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

gboolean sc_date_entry_parse (const char *text,
                              ScDate     *date);
char *sc_date_entry_new (ScDate date);

G_END_DECLS
