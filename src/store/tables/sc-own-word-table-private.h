/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about a manager's own words. */

#pragma once

#include "store/sc-kept-word.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_own_word_table_list (ScConnection *connection,
                                   gint64        process_key,
                                   GError      **error);

G_END_DECLS
