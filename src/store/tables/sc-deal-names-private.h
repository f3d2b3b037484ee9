/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps up with how people spell the companies and people of their deals. */

#pragma once

#include "model/sc-deal.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

gboolean sc_write_respell_names (ScWrite      *self,
                                 const ScDeal *before,
                                 const ScDeal *after,
                                 gint64        company_key,
                                 gint64        person_key,
                                 GError      **error);

G_END_DECLS
