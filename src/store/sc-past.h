/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the deals of a process, and the process itself, were as of a day. */

#pragma once

#include "store/sc-close-move.h"
#include "store/sc-fates.h"
#include "store/sc-receipt.h"
#include "store/sc-store.h"
#include "store/sc-told.h"
#include "store/sc-turn.h"
#include "store/sc-value-move.h"
#include "store/sc-visits.h"
#include "store/sc-work-day.h"

G_BEGIN_DECLS

ScFates *sc_store_read_fates (ScStore        *self,
                              const ScCohort *cohort,
                              GCancellable   *cancellable,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sc_store_each_told (ScStore      *self,
                             const char   *process_id,
                             ScDate        as_of,
                             ScToldFound   found,
                             gpointer      user_data,
                             GCancellable *cancellable,
                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *sc_store_list_recorded_later (ScStore      *self,
                                      const char   *process_id,
                                      ScDate        as_of,
                                      GCancellable *cancellable,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *sc_store_list_value_moves (ScStore      *self,
                                   const char   *process_id,
                                   GCancellable *cancellable,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *sc_store_list_close_moves (ScStore      *self,
                                   const char   *process_id,
                                   ScDate        as_of,
                                   GCancellable *cancellable,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *sc_store_list_close_days (ScStore      *self,
                                  const char   *process_id,
                                  GCancellable *cancellable,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *sc_store_list_receipts (ScStore      *self,
                                const char   *process_id,
                                ScDate        since,
                                GCancellable *cancellable,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *sc_store_list_turns (ScStore      *self,
                             const char   *process_id,
                             GCancellable *cancellable,
                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;

GArray *sc_store_list_work_days (ScStore      *self,
                                 const char   *process_id,
                                 ScDate        as_of,
                                 GCancellable *cancellable,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* Deals of which a trial was extended: a later day was answered in place of a day. */
GArray *sc_store_list_extended (ScStore        *self,
                                const ScCohort *cohort,
                                const char     *criterion_id,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* The version that a process had as of a day: what was published last by then, or first
 * of all. @number: one of its versions, 0 for the one that it had. */
ScVersion *sc_store_load_version_at (ScStore    *self,
                                     const char *process_id,
                                     ScDate      as_of,
                                     guint       number,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
