/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals: reading them, one by one, by a query, or only their ids. */

#pragma once

#include "model/sc-deal-column.h"
#include "store/sc-deal-query.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* The columns of a deal, and the tables they come from, for statements that
 * deliver deals: sc_deal_table_read() takes the columns from the first. The plain
 * ones come last. */
#define SC_DEAL_SELECT_COLUMN(name, ...) ", d." #name
#define SC_DEAL_COLUMNS \
        "d.id, pr.uuid, s.uuid, d.status, d.position, c.name, pe.name, d.owner_id, u.name, d.value_minor, d.currency," \
        " a.title, a.id, a.due, d.revision, dc.made_at, du.name," \
        " pe.id, pe.revision, pe.phone, pe.email, a.due_time" SC_DEAL_PLAIN_COLUMNS (SC_DEAL_SELECT_COLUMN)
#define SC_N_DEAL_COLUMNS (22 SC_DEAL_PLAIN_COLUMNS (SC_DEAL_COUNT_COLUMN))
/* Behind them: the names of its process and of its stage, as the published version has it. */
#define SC_DEAL_PLACE \
        ", pr.name, (SELECT vs.name FROM version_stage AS vs JOIN version AS v ON v.id = vs.version_id" \
        " WHERE v.process_id = d.process_id AND v.status = 'published' AND v.deleted_by IS NULL" \
        " AND vs.stage_id = d.stage_id AND vs.deleted_by IS NULL)"
#define SC_DEAL_JOINS \
        " JOIN process AS pr ON pr.id = d.process_id" \
        " JOIN stage AS s ON s.id = d.stage_id" \
        " LEFT JOIN company AS c ON c.id = d.company_id" \
        " LEFT JOIN person AS pe ON pe.id = d.person_id" \
        " LEFT JOIN \"user\" AS u ON u.id = d.owner_id" \
        " LEFT JOIN change AS dc ON dc.id = d.deleted_by" \
        " LEFT JOIN \"user\" AS du ON du.id = dc.user_id" \
        " LEFT JOIN activity AS a ON a.id = (SELECT id FROM activity WHERE deal_id = d.id AND done_at IS NULL" \
        " AND deleted_by IS NULL ORDER BY due IS NULL, due, due_time IS NULL, due_time, id LIMIT 1)"

ScDeal *sc_deal_table_read (ScStatement *statement);

/* For statements with a parameter for each plain column of a deal, called as it is. */
void sc_deal_table_bind_plain (ScStatement *statement,
                               const ScDeal *deal);

/* %NULL with %SC_STORE_ERROR_NOT_FOUND where it is not there, or was
 * deleted, by itself or with its process. */
ScDeal *sc_deal_table_load (ScConnection *connection,
                            gint64 deal_id,
                            GError **error);
ScDeal *sc_deal_table_load_deleted (ScConnection *connection,
                                    gint64 deal_id,
                                    ScInstant since,
                                    GError **error);
gboolean sc_deal_table_each (ScConnection *connection,
                             const ScDealQuery *query,
                             guint limit,
                             ScDealFound found,
                             gpointer user_data,
                             GError **error);
gboolean sc_deal_table_each_counted (ScConnection *connection,
                                     const ScDealQuery *query,
                                     guint limit,
                                     ScDealsCounted counted,
                                     ScDealFound found,
                                     gpointer user_data,
                                     GError **error);
/* A deal without an external id gets one of ours. */
gboolean sc_deal_table_each_with_id (ScConnection *connection,
                                     const ScDealQuery *query,
                                     ScDealFound found,
                                     gpointer user_data,
                                     GError **error);
GPtrArray *sc_deal_table_list (ScConnection *connection,
                               const ScDealQuery *query,
                               guint limit,
                               GError **error);
gboolean sc_deal_table_load_many (ScConnection *connection,
                                  const gint64 *deal_ids,
                                  guint n_deals,
                                  GPtrArray *deals,
                                  GError **error);
gboolean sc_deal_table_has_match (ScConnection *connection,
                                  const ScDealQuery *query,
                                  gint64 deal_id,
                                  gboolean *has_match,
                                  GError **error);

/* Deals of a company of that name: those that stand on a board first, the last changed of
 * each first; @except_id is left out. */
GPtrArray *sc_deal_table_list_of_company (ScConnection *connection,
                                          const char *company,
                                          gint64 except_id,
                                          guint limit,
                                          GError **error);
GPtrArray *sc_deal_table_find (ScConnection *connection,
                               const char *words,
                               guint limit,
                               guint *n_found,
                               GError **error);

/* Whether deals stand in the query's order. */
gboolean sc_deal_table_are_in_order (ScConnection *connection,
                                     const ScDealQuery *query,
                                     const gint64 *deal_ids,
                                     guint n_deals,
                                     gboolean *are_in_order,
                                     GError **error);

/* Ids in the query's order, as they are found. */
typedef gboolean (*ScDealIdFound) (gint64 deal_id,
                                   gpointer user_data);

gboolean sc_deal_table_each_id (ScConnection *connection,
                                const ScDealQuery *query,
                                guint limit,
                                ScDealIdFound found,
                                gpointer user_data,
                                GError **error);

/* A sortable key for a deal's place in a stage's column: in front of the deal
 * @before_id, at the end (0) or at the top (-1). @except_id is the deal that
 * gets the key. */
char *sc_deal_table_make_position (ScWrite *write,
                                   gint64 stage_key,
                                   gint64 before_id,
                                   gint64 except_id,
                                   GError **error);

G_END_DECLS
