/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A write: one transaction of the one writing connection, that becomes one
 * row of the change log. What goes through its row functions is remembered
 * with its old values, so that any command can be taken back the same way. */

#pragma once

#include "store/sc-store.h"
#include "store/sqlite/sc-connection-private.h"

G_BEGIN_DECLS

typedef struct _ScWrite ScWrite;

/* Column values of one row. Column names are the program's own literals. */
typedef struct _ScValues ScValues;

ScValues *sc_values_new (void);
void sc_values_free (ScValues *self);
void sc_values_set_int (ScValues   *self,
                        const char *column,
                        gint64      value);
void sc_values_set_text (ScValues   *self,
                         const char *column,
                         const char *value);
void sc_values_set_real (ScValues   *self,
                         const char *column,
                         double      value);
void sc_values_set_null (ScValues   *self,
                         const char *column);

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
void sc_write_abort (ScWrite *self);

ScConnection *sc_write_get_connection (ScWrite *self);
gint64 sc_write_get_change (ScWrite *self);
ScStore *sc_write_get_store (ScWrite *self);

/* Rows. insert returns the new key, 0 with @error set when it failed. update
 * and delete check @revision (0: whatever it is) and fail with
 * SC_STORE_ERROR_CONFLICT. update skips columns that have the value already,
 * and the row where all have. delete leaves a tombstone. */
gint64 sc_write_insert (ScWrite        *self,
                        const char     *table,
                        const ScValues *values,
                        GError        **error);
gboolean sc_write_update (ScWrite        *self,
                          const char     *table,
                          gint64          id,
                          gint64          revision,
                          const ScValues *values,
                          GError        **error);
gboolean sc_write_delete (ScWrite    *self,
                          const char *table,
                          gint64      id,
                          gint64      revision,
                          GError    **error);

/* For bulk changes: rows that were written without the functions above are
 * taken back by what the log's row says, “import” (the deals that the change
 * made are deleted, what it changed in others is read from their events) or
 * “moves”. */
void sc_write_set_bulk (ScWrite    *self,
                        const char *predicate);

/* A deal's event, now or (happened_at not 0) earlier. */
gboolean sc_write_event (ScWrite    *self,
                         gint64      deal_id,
                         ScInstant   happened_at,
                         const char *field,
                         const char *old_value,
                         const char *new_value,
                         const char *note,
                         GError    **error);

/* Undo: puts back what the change wrote, row by row; rows whose revision has
 * moved on are left alone and named. */
gboolean sc_write_revert (ScWrite   *self,
                          gint64     change_id,
                          GPtrArray *left_alone,
                          GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScWrite, sc_write_abort)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScValues, sc_values_free)

G_END_DECLS
