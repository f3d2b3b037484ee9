/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Processes. The key is the row's number, which deals and versions refer to;
 * outside the store a process is known by its UUID. */

#pragma once

#include "model/sc-process.h"
#include "store/sc-rows.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

GPtrArray *sc_process_table_list (ScConnection     *connection,
                                  ScProcessesWanted wanted,
                                  GError          **error);
/* Those that a person deleted since. */
GPtrArray *sc_process_table_list_deleted (ScConnection *connection,
                                          ScInstant     since,
                                          GError      **error);
ScProcess *sc_process_table_load (ScConnection *connection,
                                  const char   *process_id,
                                  GError      **error);
ScProcess *sc_process_table_find (ScConnection *connection,
                                  const char   *name_or_id,
                                  GError      **error);
/* Whether a process, or something that belongs to one, has or had the UUID. */
GHashTable *sc_process_table_find_taken_ids (ScConnection *connection,
                                             GHashTable   *ids,
                                             GError      **error);
char *sc_process_table_find_ever (ScConnection *connection,
                                  const char   *name_or_id,
                                  GError      **error);
char *sc_process_table_make_name (ScConnection *connection,
                                  const char   *wanted,
                                  GError      **error);

/* 0 with %SC_STORE_ERROR_NOT_FOUND where it is not there, or was deleted. */
gint64 sc_process_table_get_key (ScConnection *connection,
                                 const char   *process_id,
                                 GError      **error);

/* At the end of the list. %SC_STORE_ERROR_EXISTS where the name is taken,
 * %SC_STORE_ERROR_INVALID where it is empty. */
gint64 sc_process_table_insert (ScWrite    *write,
                                const char *process_id,
                                const char *name,
                                const char *description,
                                GError    **error);
gboolean sc_process_table_set_name (ScWrite    *write,
                                    gint64      process_key,
                                    gint64      revision,
                                    const char *name,
                                    GError    **error);
gboolean sc_process_table_undelete (ScWrite    *write,
                                    const char *process_id,
                                    const char *name,
                                    GError    **error);
/* In front of another process, at the end where @before_key is 0. */
gboolean sc_process_table_set_place (ScWrite *write,
                                     gint64   process_key,
                                     gint64   before_key,
                                     GError **error);

GStrv sc_loss_reason_table_list (ScConnection *connection,
                                 gint64        process_key,
                                 GError      **error);
gboolean sc_loss_reason_table_set (ScWrite           *write,
                                   gint64             process_key,
                                   const char *const *reasons,
                                   GError           **error);
gint64 sc_process_table_count (ScConnection *connection,
                               GError      **error);

G_END_DECLS
