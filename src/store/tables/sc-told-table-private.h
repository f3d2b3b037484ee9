/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statement about what deals' clients have told. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-told.h"
#include "store/tables/sc-cohort-private.h"

G_BEGIN_DECLS

gboolean sc_told_table_each (ScConnection *connection,
                             const char   *process_id,
                             ScInstant     end,
                             ScToldFound   found,
                             gpointer      user_data,
                             GError      **error);

GArray *sc_told_table_list_extended (ScConnection   *connection,
                                     const ScCohort *cohort,
                                     const char     *criterion_id,
                                     GError        **error);

G_END_DECLS
