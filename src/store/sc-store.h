/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A database that is open: what views and commands ask of it, who uses it, and what is
 * on its way in it. */

#pragma once

#include <gio/gio.h>

#include "model/sc-calendar.h"
#include "model/sc-process.h"
#include "store/sc-bad-rows.h"
#include "store/sc-change-set.h"
#include "store/sc-deal-facets.h"
#include "store/sc-deal-query.h"
#include "store/sc-deleted.h"
#include "store/sc-job.h"
#include "store/sc-rows.h"
#include "store/sc-store-error.h"

G_BEGIN_DECLS

#define SC_TYPE_STORE (sc_store_get_type ())
G_DECLARE_FINAL_TYPE (ScStore, sc_store, SC, STORE, GObject)

typedef enum {
  SC_STORE_OPEN_DEFAULT = 0,
  SC_STORE_OPEN_EXISTING = 1 << 0,
  SC_STORE_OPEN_READ_ONLY = 1 << 1,
  SC_STORE_OPEN_LEAVE_COPY = 1 << 2,
} ScStoreOpenFlags;

/* Opening, keeping. All functions may be called from any thread, unless they
 * say otherwise; reading has connections of its own and never waits for a
 * writer. */
char *sc_store_get_default_path (void);
ScStore *sc_store_open (const char      *path,
                        ScStoreOpenFlags flags,
                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_store_wait_until_closed (void);
const char *sc_store_get_path (ScStore *self);
gboolean sc_store_is_read_only (ScStore *self);
const char *sc_store_get_notice (ScStore *self);
ScBadRows *sc_store_get_bad_rows (ScStore *self);
const char *sc_store_get_window (ScStore *self);
void sc_store_set_window (ScStore    *self,
                          const char *window);
gboolean sc_store_take_window (ScStore *self,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_store_give_up_window (ScStore *self);
gboolean sc_store_check (ScStore   *self,
                         GPtrArray *problems,
                         GError   **error);
gboolean sc_store_backup (ScStore    *self,
                          const char *path,
                          gboolean    may_replace,
                          GError    **error);
gboolean sc_store_restore (const char *copy,
                           const char *path,
                           char      **kept_as,
                           GError    **error);

/* Copies that are made by themselves, in the background, for who opens the
 * database for long. To be begun and stopped in the main thread. */
void sc_store_start_copying (ScStore *self);
void sc_store_stop_copying (ScStore *self,
                            gboolean gives_up);
void sc_store_keep_copy_before (ScStore *self);
char *sc_store_dup_copy_failure (ScStore *self);
void sc_store_finish_copies (void);

/* Called, in whatever thread, when nobody has the store and its files are
 * closed. */
void sc_store_set_closed_func (ScStore       *self,
                               GDestroyNotify func,
                               gpointer       data);

/* “changed” is emitted in the main thread, after each committed change of this program
 * and of others, with an ScChangeSet. */
void sc_store_start_watching (ScStore *self);

/* The one worker thread, which takes jobs in order: like
 * g_task_run_in_thread(), for what writes. */
void sc_store_run_task (ScStore        *self,
                        GTask          *task,
                        GTaskThreadFunc func,
                        ScJob          *job);

/* What is on its way. “idle” is emitted when the last of it has ended. */
void sc_store_add_job (ScStore *self,
                       GTask   *task,
                       ScJob   *job);
GPtrArray *sc_store_list_jobs (ScStore *self);
gboolean sc_store_is_idle (ScStore *self);
void sc_store_give_up_jobs (ScStore *self);

/* Who uses the program. */
gint64 sc_store_get_user (ScStore *self);
char *sc_store_get_user_name (ScStore *self);
char *sc_store_make_user_name (void);
gboolean sc_store_suggest_user_name (ScStore    *self,
                                     const char *name,
                                     GError    **error);
char *sc_store_find_other_user (ScStore    *self,
                                const char *name,
                                GError    **error);
GPtrArray *sc_store_list_users (ScStore *self,
                                GError **error);

/* Which days are worked on. */
ScCalendar *sc_store_get_calendar (ScStore *self);

/* Processes and their versions. */
GPtrArray *sc_store_list_processes (ScStore          *self,
                                    ScProcessesWanted wanted,
                                    GError          **error);
ScProcess *sc_store_load_process (ScStore    *self,
                                  const char *process_id,
                                  GError    **error);
ScProcess *sc_store_find_process (ScStore    *self,
                                  const char *name_or_id,
                                  GError    **error);
ScVersion *sc_store_load_version (ScStore        *self,
                                  const char     *process_id,
                                  ScVersionWanted wanted,
                                  GError        **error);
ScVersion *sc_store_load_readable_version (ScStore        *self,
                                           const char     *process_id,
                                           ScVersionWanted wanted,
                                           GError        **error);
GStrv sc_store_list_loss_reasons (ScStore    *self,
                                  const char *process_id,
                                  GError    **error);
char *sc_store_make_process_name (ScStore    *self,
                                  const char *wanted,
                                  GError    **error);
/* What stages were called last, by UUID, also those that are gone. */
GHashTable *sc_store_list_stage_names (ScStore    *self,
                                       const char *process_id,
                                       GError    **error);
/* Whether something in the database has the UUID, also something deleted. */
GHashTable *sc_store_find_taken_ids (ScStore    *self,
                                     GHashTable *ids,
                                     GError    **error);

/* Deals. */
ScDeal *sc_store_load_deal (ScStore *self,
                            gint64   deal_id,
                            GError **error);
GPtrArray *sc_store_list_events (ScStore *self,
                                 gint64   deal_id,
                                 GError **error);
GPtrArray *sc_store_list_payments (ScStore *self,
                                   gint64   deal_id,
                                   GError **error);
GPtrArray *sc_store_list_activities (ScStore *self,
                                     gint64   deal_id,
                                     GError **error);
GPtrArray *sc_store_list_tactic_uses (ScStore *self,
                                      gint64   deal_id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sc_store_list_action_ticks (ScStore *self,
                                       gint64   deal_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sc_store_list_ticks (ScStore *self,
                                gint64   deal_id,
                                GError **error);
GPtrArray *sc_store_list_companies (ScStore    *self,
                                    const char *prefix,
                                    guint       limit,
                                    GError    **error);

GPtrArray *sc_store_list_timed_steps (ScStore *self,
                                      ScDate   day,
                                      gint64   owner_id,
                                      GError **error);
GPtrArray *sc_store_list_company_deals (ScStore    *self,
                                        const char *company,
                                        gint64      except_id,
                                        guint       limit,
                                        GError    **error);
gboolean sc_store_has_deal (ScStore           *self,
                            const ScDealQuery *query,
                            gint64             deal_id,
                            gboolean          *has_deal,
                            GError           **error);

/* Count and sums by stage: at the cost of a few rows while nothing is
 * searched for. */
GStrv sc_store_list_currencies (ScStore    *self,
                                const char *process_id,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sc_store_list_totals (ScStore           *self,
                                 const ScDealQuery *query,
                                 GCancellable      *cancellable,
                                 GError           **error);
ScDealFacets *sc_store_count_facets (ScStore           *self,
                                     const ScDealQuery *query,
                                     GPtrArray         *limits,
                                     GCancellable      *cancellable,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
guint sc_store_count_deals (ScStore           *self,
                            const ScDealQuery *query,
                            GCancellable      *cancellable,
                            GError           **error);
GPtrArray *sc_store_list_deals (ScStore           *self,
                                const ScDealQuery *query,
                                guint              limit,
                                GCancellable      *cancellable,
                                GError           **error);
/* One after the other, so that a million need no more room than one. */
gboolean sc_store_each_deal (ScStore           *self,
                             const ScDealQuery *query,
                             guint              limit,
                             ScDealFound        found,
                             gpointer           user_data,
                             GError           **error);
gboolean sc_store_each_deal_counted (ScStore           *self,
                                     const ScDealQuery *query,
                                     guint              limit,
                                     ScDealsCounted     counted,
                                     ScDealFound        found,
                                     gpointer           user_data,
                                     GError           **error);
gboolean sc_store_each_deal_with_id (ScStore           *self,
                                     const ScDealQuery *query,
                                     ScDealFound        found,
                                     gpointer           user_data,
                                     GError           **error);

/* The same as of a past instant, told from the deals' histories. */
GPtrArray *sc_store_list_totals_at (ScStore    *self,
                                    const char *process_id,
                                    ScInstant   at,
                                    GError    **error);

/* What was deleted and can be brought back. */
GPtrArray *sc_store_list_deleted_processes (ScStore *self,
                                            GError **error);
ScProcess *sc_store_find_deleted_process (ScStore    *self,
                                          const char *name_or_id,
                                          GError    **error);
ScDeal *sc_store_load_deleted_deal (ScStore *self,
                                    gint64   deal_id,
                                    GError **error);

/* The latest first, at most @limit. By what was done; where words are looked
 * for, or of one change, deal by deal. */
GPtrArray *sc_store_list_deletions (ScStore      *self,
                                    const char   *search,
                                    gint64        change_id,
                                    guint         limit,
                                    GCancellable *cancellable,
                                    GError      **error);
GArray *sc_store_list_deleted_with (ScStore *self,
                                    gint64   change_id,
                                    GError **error);

/* Today: at most so many rows of each group, the nearest day first. */
GPtrArray *sc_store_list_due (ScStore     *self,
                              ScInstant    now,
                              gint64       owner_id,
                              const char  *process_id,
                              const guint *limits,
                              guint       *counts,
                              GError     **error);

/* Undo and redo. */
ScChangeRow *sc_store_find_undo (ScStore    *self,
                                 ScChangesOf whose,
                                 const char *process_id,
                                 GError    **error);
ScChangeRow *sc_store_find_redo (ScStore    *self,
                                 ScChangesOf whose,
                                 const char *process_id,
                                 GError    **error);
ScChangeRow *sc_store_find_change (ScStore *self,
                                   gint64   change_id,
                                   GError **error);
/* The id of a process, also of one that is deleted. */
char *sc_store_find_process_ever (ScStore    *self,
                                  const char *name_or_id,
                                  GError    **error);

G_END_DECLS
