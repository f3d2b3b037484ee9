/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-organisation.h"
#include "store/tables/sc-write-private.h"

G_BEGIN_DECLS

ScOrganisation *sc_organisation_table_load (ScConnection *connection,
                                            gint64        process_key,
                                            GError      **error);

G_END_DECLS
