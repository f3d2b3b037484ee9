/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Users are owners of deals and authors of changes; a name once written stays
 * known. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

GPtrArray *sc_user_table_list (ScConnection *connection,
                               gint64        self_id,
                               const char   *self_name,
                               GError      **error);

/* A user by name, made where there is none; 0 with @error set. */
gint64 sc_user_table_need_key (ScConnection *connection,
                               const char   *name,
                               GError      **error);

char *sc_user_table_find_name (ScConnection *connection,
                               const char   *name,
                               gint64       *id,
                               GError      **error);

/* The user of an account, and their name. */
char *sc_user_table_find_login (ScConnection *connection,
                                const char   *login,
                                const char   *name,
                                gint64       *id,
                                gboolean     *is_own,
                                GError      **error);
char *sc_user_table_need_login (ScConnection *connection,
                                const char   *login,
                                const char   *name,
                                gint64       *id,
                                GError      **error);
gint64 sc_user_table_find_by_key (ScConnection *connection,
                                  const char   *name_key,
                                  GError      **error);
char *sc_user_table_get_name (ScConnection *connection,
                              gint64        id,
                              GError      **error);

gint64 sc_user_table_sum_names (ScConnection *connection,
                                GError      **error);

G_END_DECLS
