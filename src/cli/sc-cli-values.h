/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, moments and amounts in the forms that commands take and print. */

#pragma once

#include "files/sc-json-writer.h"
#include "model/sc-day-time.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

gboolean sc_cli_read_date (const char *text,
                           ScDate     *date,
                           GError    **error);
gboolean sc_cli_read_due (const char *text,
                          ScDate     *date,
                          ScDayTime  *time,
                          GError    **error);
char *sc_cli_format_due (ScDate    date,
                         ScDayTime time);
char *sc_cli_format_instant (ScInstant instant);
void sc_cli_write_money (ScJsonWriter *writer,
                         const char   *name,
                         ScMoney       money);

G_END_DECLS
