/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements that tell what became of deals as of a day. */

#pragma once

#include "store/sc-fates.h"
#include "store/tables/sc-cohort-private.h"

G_BEGIN_DECLS

gboolean sc_fate_table_read (ScConnection   *connection,
                             const ScCohort *cohort,
                             ScFates        *fates,
                             GError        **error);

G_END_DECLS
