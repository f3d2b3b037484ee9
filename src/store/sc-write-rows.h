/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write puts into the tables, row by row or in bulk. What goes through its row
 * functions is remembered with its old values, so that any command can be taken back the
 * same way. What tables write in SQL of their own stands in the headers beside this; how
 * a write begins and ends, in sc-write.h. */

#pragma once

#include <gio/gio.h>

#include "model/sc-date.h"
#include "store/sc-values.h"

G_BEGIN_DECLS

/* A write on its way: one transaction, which becomes one row of the change log. */
typedef struct _ScWrite ScWrite;

/* The program makes it by itself; nobody takes it back. */
void sc_write_set_by_itself (ScWrite *self);

gint64 sc_write_get_change (ScWrite *self);
/* Who makes it; the user is made with it where the database doesn't know them. */
gint64 sc_write_get_user (ScWrite *self);
const char *sc_write_get_user_name (ScWrite *self);

/* Rows of tables that have revision, created_by and deleted_by. A row's
 * revision is the number of the change that made it what it is: an undo puts
 * the old one back with the old values, so that changes before it can be
 * taken back too. insert returns the new key, 0 with @error set when it
 * failed. update and delete check @revision (0: whatever it is; what this
 * write itself wrote passes) and fail with SC_STORE_ERROR_CONFLICT. update
 * skips columns that have the value already, and the row where all have.
 * delete leaves a tombstone. None of them takes values over. */
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
/* Takes the tombstone away; @values are columns that become others with it. */
gboolean sc_write_undelete (ScWrite        *self,
                            const char     *table,
                            gint64          id,
                            const ScValues *values,
                            GError        **error);

/* What is inserted meanwhile is a copy of what is there: what the change does to it then can be
 * taken back by itself, where others have worked on the copy since. */
void sc_write_set_copying (ScWrite *self,
                           gboolean is_copying);

/* For bulk changes, whose deals are written by SQL of their own (with
 * revision and, for new ones, created_by set to the change's number) and are
 * not in the change's inverse:
 *  “import”  deals that the change made are deleted when it is taken back,
 *            and those kept with sc_write_keep_*() get back what they were
 *  “moves”   only the latter
 * A change may have a inverse as well. */
void sc_write_set_bulk (ScWrite    *self,
                        const char *predicate);
/* Remembers what a deal is, before its row is changed in bulk. */
gboolean sc_write_keep_deal (ScWrite *self,
                             gint64   deal_id,
                             GError **error);
/* The same for all deals of a stage with a status that stands (open, won), or
 * with @status alone; @stage_key is the stage's row, @filter more SQL. */
gboolean sc_write_keep_stage (ScWrite    *self,
                              gint64      stage_key,
                              const char *status,
                              const char *filter,
                              GError    **error);
/* For many rows: counts and sums by stage are not kept up row by row from
 * here to the commit, but made anew in the end. */
gboolean sc_write_defer_totals (ScWrite *self,
                                GError **error);
/* Whoever inserts deals from here on adds them to the counts and sums. */
gboolean sc_write_take_over_totals (ScWrite *self,
                                    GError **error);
/* For more deals than there are: indexes are made anew in the end. */
gboolean sc_write_defer_indexes (ScWrite *self,
                                 gboolean with_external_ids,
                                 GError **error);

/* What a deal's event says. Whatever is 0 or %NULL is not said; without @happened_at it
 * happens now. @criterion_text and @answer_type are what the criterion asks then. */
typedef struct {
  gint64 deal_id;
  ScInstant happened_at;
  const char *field;
  const char *old_value;
  const char *new_value;
  const char *note;
  gboolean is_inferred;
  const char *criterion_id;
  const char *criterion_text;
  const char *answer_type;
} ScNewEvent;

gboolean sc_write_insert_event (ScWrite          *self,
                                const ScNewEvent *event,
                                GError          **error);
/* A deal's event, now or (happened_at not 0) earlier. */
gboolean sc_write_event (ScWrite    *self,
                         gint64      deal_id,
                         ScInstant   happened_at,
                         const char *field,
                         const char *old_value,
                         const char *new_value,
                         const char *note,
                         GError    **error);

G_END_DECLS
