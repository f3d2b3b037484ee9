/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom deals are about besides their own persons, and what each is there. */

#pragma once

#include "model/sc-contact.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

GPtrArray *sc_contact_table_list (ScConnection *connection,
                                  gint64        deal_id,
                                  GError      **error);
GHashTable *sc_contact_table_list_all (ScConnection *connection,
                                       const char   *process_id,
                                       GError      **error);

G_END_DECLS
