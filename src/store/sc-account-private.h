/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who uses the program, as one database knows them: looked up by reading, and
 * made with the first change. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

typedef struct _ScAccount ScAccount;

/* A user as a transaction has found or made them. */
typedef struct {
  gint64 id;
  char *name;
} ScAccountUser;

char *sc_account_make_name (void);

ScAccount *sc_account_new (void);
ScAccount *sc_account_ref (ScAccount *self);
void sc_account_unref (ScAccount *self);
gint64 sc_account_get_id (ScAccount *self);
char *sc_account_dup_name (ScAccount *self);
void sc_account_suggest_name (ScAccount  *self,
                              const char *name);
gboolean sc_account_look (ScAccount    *self,
                          ScConnection *connection,
                          GError      **error);

/* Within a transaction, and once that is committed. */
gboolean sc_account_need (ScAccount     *self,
                          ScConnection  *connection,
                          ScAccountUser *user,
                          GError       **error);
void sc_account_settle (ScAccount           *self,
                        const ScAccountUser *user);
void sc_account_user_clear (ScAccountUser *user);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScAccountUser, sc_account_user_clear)

G_END_DECLS
