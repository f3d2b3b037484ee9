/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands of this room are made of. */

#pragma once

#include "change/sc-command.h"
#include "store/sc-write.h"

G_BEGIN_DECLS

/* Does the change within @write; whatever it has written is taken back when
 * it returns %FALSE. It may give @outcome a better name than the command's,
 * and says in it what it made. */
typedef gboolean (*ScCommandRun) (gpointer   data,
                                  ScWrite   *write,
                                  ScOutcome *outcome,
                                  GError   **error);

/* Looks at what the command relies on, in its transaction and before it. */
typedef gboolean (*ScCommandGuard) (gpointer data,
                                    ScWrite *write,
                                    GError **error);

/* @name is taken over, as is @data. */
ScCommand *sc_command_new (ScScope        scope,
                           const char    *process_id,
                           char          *name,
                           ScCommandRun   run,
                           gpointer       data,
                           GDestroyNotify free_data);
void sc_command_add_guard (ScCommand     *self,
                           ScCommandGuard guard,
                           gpointer       data,
                           GDestroyNotify free_data);

/* Sets an error of the store, and returns %FALSE. */
gboolean sc_command_refuse (GError     **error,
                            ScStoreError code,
                            const char  *message);

/* What it is about, to lead a person there while it is on its way; both
 * return @self. */
ScCommand *sc_command_about_deal (ScCommand *self,
                                  gint64     deal_id);
ScCommand *sc_command_about_stage (ScCommand  *self,
                                   const char *stage_id);

G_END_DECLS
