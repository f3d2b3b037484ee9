/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A connection to the database and its statements, as an engine offers them. */

#pragma once

#include <gio/gio.h>

#include "store/engine/sc-cell-private.h"
#include "store/sc-store-error.h"

G_BEGIN_DECLS

/* A connection to the database: statements are prepared once and bound by
 * name. It is used by one thread at a time. */
typedef struct _ScConnection ScConnection;

/* A prepared statement of a connection, borrowed from its cache: finish with
 * sc_statement_reset(), which g_autoptr does. */
typedef struct _ScStatement ScStatement;

ScConnection *sc_connection_open_for_reading (const char *path,
                                              gboolean    is_immutable,
                                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_connection_close (ScConnection *self);
void sc_connection_set_patient (ScConnection *self,
                                gboolean      is_patient);
void sc_connection_set_cancellable (ScConnection *self,
                                    GCancellable *cancellable);
GCancellable *sc_connection_get_cancellable (ScConnection *self);

typedef void (*ScBadRowFunc) (const char *problem,
                              gpointer    user_data);

void sc_connection_set_bad_row_func (ScConnection *self,
                                     ScBadRowFunc  func,
                                     gpointer      user_data);
gboolean sc_connection_pass_over (ScConnection *self,
                                  const GError *error);

/* A look: the same from its beginning to its end, whatever is written. */
gboolean sc_connection_begin (ScConnection *self,
                              GError      **error);
/* Waits for its turn among all that write. */
gboolean sc_connection_begin_write (ScConnection *self,
                                    GError      **error);
gboolean sc_connection_commit (ScConnection *self,
                               GError      **error);
void sc_connection_roll_back (ScConnection *self);
gint64 sc_connection_get_state (ScConnection *self);
gint64 sc_connection_next_number (ScConnection *self,
                                  const char   *table,
                                  GError      **error);
gint64 sc_connection_get_n_written (ScConnection *self);
guint sc_connection_get_n_changed (ScConnection *self);

ScStatement *sc_connection_prepare (ScConnection *self,
                                    const char   *sql,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sc_statement_has (ScStatement *self,
                           const char  *name);
void sc_statement_bind_int (ScStatement *self,
                            const char  *name,
                            gint64       value);
void sc_statement_bind_text (ScStatement *self,
                             const char  *name,
                             const char  *value);
void sc_statement_bind_real (ScStatement *self,
                             const char  *name,
                             double       value);
/* Numbers in ascending order, for is_one_of(). */
void sc_statement_bind_numbers (ScStatement  *self,
                                const char   *name,
                                const GArray *numbers);
/* A missing value has a type as well. */
/* A number that is 0 where there is none: a key, an instant. */
void sc_statement_bind_key (ScStatement *self,
                            const char  *name,
                            gint64       key);
void sc_statement_bind_null (ScStatement *self,
                             const char  *name,
                             ScCellType   type);

/* Whether there is a row; FALSE with @error set when it failed. */
gboolean sc_statement_step (ScStatement *self,
                            GError     **error);
/* The same for lists, of which rows that can't be read may be passed over. */
gboolean sc_statement_next (ScStatement *self,
                            GError     **error);
/* Whether it was not the end that sc_statement_step() or sc_statement_next() came to. */
gboolean sc_statement_has_failed (ScStatement *self);
/* All of such a list, as @read makes of a row. */
GPtrArray *sc_statement_collect (ScStatement   *self,
                                 gpointer (    *read )(ScStatement *self),
                                 GDestroyNotify free_row,
                                 GError       **error);
/* The numbers in the first column, none of which may be passed over. */
GArray *sc_statement_collect_keys (ScStatement *self,
                                   GError     **error);
/* For statements that return no rows. */
gboolean sc_statement_execute (ScStatement *self,
                               GError     **error);
/* For INSERT … RETURNING id. */
gint64 sc_statement_insert (ScStatement *self,
                            GError     **error);
gint64 sc_statement_read_number (ScStatement *self,
                                 GError     **error);
void sc_statement_reset (ScStatement *self);

gint64 sc_statement_get_int (ScStatement *self,
                             int          column);
double sc_statement_get_real (ScStatement *self,
                              int          column);
/* Valid until the next step. */
const char *sc_statement_get_text (ScStatement *self,
                                   int          column);
char *sc_statement_dup_text (ScStatement *self,
                             int          column);
gboolean sc_statement_is_null (ScStatement *self,
                               int          column);
ScCellType sc_statement_get_type (ScStatement *self,
                                  int          column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScConnection, sc_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStatement, sc_statement_reset)

G_END_DECLS
