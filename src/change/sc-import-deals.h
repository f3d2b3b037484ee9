/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/sc-command.h"
#include "store/sc-stage-history.h"

G_BEGIN_DECLS

/* A deal as a file has it. Its texts are lent by whoever fills it, and need to last
 * only until the next row is asked for. */
typedef ScDeal ScImportRow;

/* Returns FALSE at the end, and with @error set where the file is bad: then
 * nothing of it is imported. */
typedef gboolean (*ScImportNext) (ScImportRow *row,
                                  gpointer     user_data,
                                  GError     **error);

/* Sums in more currencies are not told one by one. */
#define SC_MAX_IMPORT_SUMS 32

/**
 * ScImportTotal:
 * @n_deals: how many deals
 * @n_sums: in how many currencies their values are
 * @sums: what they come to in each
 * @is_partial: whether some values are in none of the sums: there are too many
 *   currencies, or a sum is beyond what can be kept
 *
 * Deals that came in, or were changed, and stand alike.
 */
typedef struct {
  guint n_deals;
  guint n_sums;
  ScMoney sums[SC_MAX_IMPORT_SUMS];
  gboolean is_partial;
} ScImportTotal;

/**
 * ScImportCounts:
 * @n_added: how many deals are new
 * @n_updated: how many were there and are changed
 * @n_unchanged: how many were there, and are what the file says
 * @n_without_started: of how many of all these nobody knows when they began
 * @n_without_closed: of how many that are not open nobody knows when they ended
 * @totals: those that are new or changed, by #ScDealStatus
 *
 * What has become of a file's rows.
 */
typedef struct {
  guint n_added;
  guint n_updated;
  guint n_unchanged;
  guint n_without_started;
  guint n_without_closed;
  ScImportTotal totals[SC_N_DEAL_STATUSES];
} ScImportCounts;

/* The whole import is one change. Deals with an external id that the process
 * has already are updated, without one always added. @counts is filled before
 * the command has run; both it and @user_data have to last that long. */
ScCommand *sc_command_import_deals (const char     *process_id,
                                    const char     *name,
                                    ScImportNext    next,
                                    gpointer        user_data,
                                    ScImportCounts *counts);
/* That the row asked for last is not taken: with what is known of its deal already, the
 * deal would end before it began. */
typedef void (*ScImportRefuse) (gpointer user_data);

/* The same, with @stages, into which @next puts what a row tells of them. */
ScCommand *sc_command_import_deals_with_stages (const char           *process_id,
                                                const char           *name,
                                                ScImportNext          next,
                                                ScImportRefuse        refuse,
                                                gpointer              user_data,
                                                const ScStageEntries *stages,
                                                ScImportCounts       *counts);

G_END_DECLS
