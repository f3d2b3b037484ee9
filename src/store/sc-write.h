/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A write: one transaction of the one writing connection, that becomes one
 * row of the change log. */

#pragma once

#include "store/sc-store.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* Waits for its turn, then begins; rolled back by sc_write_abort() (which
 * g_autoptr does) unless committed. The change's own number is known from the
 * start. @process_id: (nullable) the process that it is about. */
ScWrite *sc_write_begin (ScStore      *store,
                         ScScope       scope,
                         const char   *process_id,
                         GCancellable *cancellable,
                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the log's row and commits. Where nothing was written, nothing is
 * logged and *change_id is 0. Afterwards “changed” is emitted. */
gboolean sc_write_commit (ScWrite    *self,
                          const char *name,
                          gint64     *change_id,
                          GError    **error);
gboolean sc_write_begin_next (ScWrite    *self,
                              const char *name,
                              ScScope     scope,
                              const char *process_id,
                              GError    **error);
void sc_write_abort (ScWrite *self);

ScStore *sc_write_get_store (ScWrite *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScWrite, sc_write_abort)

G_END_DECLS
