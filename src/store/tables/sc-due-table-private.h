/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Today asks for, from several tables. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-rows.h"
#include "store/tables/sc-deal-table-private.h"

G_BEGIN_DECLS

/* Behind the columns of a deal d and of its place: the stage that follows there. */
#define SC_DUE_NEXT_STAGE(column) \
        "(SELECT " column " FROM version_stage AS vs JOIN version AS v ON v.id = vs.version_id" \
        " JOIN version_stage AS following ON following.version_id = v.id JOIN stage AS ns ON ns.id = following.stage_id" \
        " WHERE v.process_id = d.process_id AND v.status = 'published' AND v.deleted_by IS NULL" \
        " AND vs.stage_id = d.stage_id AND vs.deleted_by IS NULL AND following.deleted_by IS NULL" \
        " AND following.position > vs.position ORDER BY following.position LIMIT 1)"
#define SC_DUE_NAMES \
        SC_DEAL_PLACE ", " SC_DUE_NEXT_STAGE ("ns.uuid") \
        ", " SC_DUE_NEXT_STAGE ("following.name")
#define SC_N_DUE_COLUMNS (SC_N_DEAL_COLUMNS + 4)

/* Of a deal d and its process pr. */
#define SC_DUE_IN_USE " AND d.deleted_by IS NULL AND pr.is_archived = 0 AND pr.deleted_by IS NULL"
#define SC_DUE_OF_OWNER " AND (:owner_id = 0 OR d.owner_id = :owner_id)"
#define SC_DUE_OF_PROCESS " AND (:process_id = '' OR pr.uuid = :process_id)"

/* Of what a reading of Today is: the moment, whose deals (0 for all), of which
 * process (empty for all), and for whom. */
typedef struct {
  ScConnection *connection;
  ScInstant now;
  ScDate today;
  ScCalendar *calendar;
  gint64 owner_id;
  const char *process_id;
  gint64 user_id;
} ScDueScope;

ScDueRow *sc_due_table_read (ScStatement *statement,
                             ScDueKind kind);
void sc_due_table_bind (const ScDueScope *scope,
                        ScStatement *statement);

/* Each adds rows of its group, at most @limit, the nearest day first, and to @n_rows how
 * many there are. */
gboolean sc_due_table_list_group (const ScDueScope *scope,
                                  ScDueGroup group,
                                  guint limit,
                                  GPtrArray *rows,
                                  guint *n_rows,
                                  GError **error);
gboolean sc_due_table_list_trials (const ScDueScope *scope,
                                   guint limit,
                                   GPtrArray *rows,
                                   guint *n_rows,
                                   GError **error);
gboolean sc_due_table_list_stages (const ScDueScope *scope,
                                   guint limit,
                                   GPtrArray *rows,
                                   guint *n_rows,
                                   GError **error);

G_END_DECLS
