/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People that deals name: known by name and company, and where a deal tells them by
 * phone and mail. One of another phone is somebody else of that name. */

#pragma once

#include "model/sc-deal.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* The person whom a deal tells of; their company's row, 0 for none. */
gboolean sc_person_table_find (ScConnection *connection,
                               const ScDeal *deal,
                               gint64        company_key,
                               gint64       *key,
                               gboolean     *is_deleted,
                               GError      **error);
gboolean sc_person_table_insert_in_bulk (ScWrite      *write,
                                         const ScDeal *deal,
                                         gint64        company_key,
                                         gint64        key,
                                         GError      **error);
/* The row of that person, made where there is none; 0 for nobody. */
gboolean sc_person_table_need_key (ScWrite      *write,
                                   const ScDeal *deal,
                                   gint64        company_key,
                                   gint64       *key,
                                   GError      **error);

G_END_DECLS
