/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

gboolean sc_date_text_parse (const char *text,
                             ScDate     *date);
char *sc_date_text_new (ScDate date);
char *sc_date_text_relative (ScDate date,
                             ScDate today);

G_END_DECLS
