/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about who gives out the documents of a process: a row that all
 * processes share, and one of the process's own. */

#pragma once

#include "model/sc-organisation.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

ScOrganisation *sc_organisation_table_load (ScConnection *connection,
                                            gint64        process_key,
                                            GError      **error);

G_END_DECLS
