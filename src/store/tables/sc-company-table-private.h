/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companies, known by their names. */

#pragma once

#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* The row of that name, made where there is none; 0 for no name. */
gboolean sc_company_table_need_key (ScWrite    *write,
                                    const char *name,
                                    gint64     *key,
                                    GError    **error);
GPtrArray *sc_company_table_list (ScConnection *connection,
                                  const char   *prefix,
                                  guint         limit,
                                  GError      **error);

G_END_DECLS
