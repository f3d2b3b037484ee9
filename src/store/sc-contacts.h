/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom deals are about. */

#pragma once

#include "model/sc-contact.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GPtrArray *sc_store_list_contacts (ScStore      *self,
                                   const ScDeal *deal,
                                   GError      **error);
GHashTable *sc_store_list_process_contacts (ScStore    *self,
                                            const char *process_id,
                                            GError    **error);

G_END_DECLS
