/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal that came from no other program has an id of ours in the tables that are
 * written: its number, and the instant at which it was made, which the deal of that
 * number in another database does not share. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

#define SC_OWN_ID_PREFIX "stagecraft-"

gboolean sc_own_id_parse (const char *text,
                          gint64     *deal_id,
                          ScInstant  *made_at);

G_END_DECLS
