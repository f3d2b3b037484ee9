/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about answers to the questions that stages ask of a deal. */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_answer_table_list (ScConnection *connection,
                                 gint64        deal_id,
                                 GError      **error);
GPtrArray *sc_answer_table_list_offered (ScConnection *connection,
                                         gint64        deal_id,
                                         GError      **error);

G_END_DECLS
