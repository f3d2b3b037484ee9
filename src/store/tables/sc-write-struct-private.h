/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a write share. */

#pragma once

#include "model/sc-calendar.h"
#include "store/engine/sc-bulk-private.h"
#include "store/sc-account-private.h"
#include "store/sc-rows.h"
#include "store/tables/sc-inverse-private.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

/* Whose it is: for sc-write.c, which begins and ends it. */
typedef struct _ScStore ScStore;

struct _ScWrite {
  ScStore *store;
  ScConnection *connection;
  const char *window;
  char *process_id;
  ScAccountUser user;
  gint64 change_id;
  gint64 n_written_before;
  ScInverse *inverse;
  GHashTable *deals;
  /* Deals whose visits are to be worked out anew; may name one more than once. */
  GArray *visited;
  ScBulk *bulk;
  ScCalendar *calendar; /* once it was asked for */
  gboolean must_count;
  /* Whether rows that are added are copies of what is there. */
  gboolean is_copying;
  /* Whether deals that were kept were moved or got another status many at a time. */
  gboolean has_fitted;
  gboolean is_by_itself;
  gboolean is_committed;
};

gboolean sc_write_begin_log (ScWrite *self,
                             ScScope  scope,
                             GError **error);
gboolean sc_write_end_log (ScWrite    *self,
                           const char *name,
                           GError    **error);
gboolean sc_write_drop_log (ScWrite *self,
                            GError **error);

void sc_write_touch_deal (ScWrite *self,
                          gint64   deal_id);
/* The deals of which it was kept what they were before a change. */
#define SC_KEPT_DEALS "SELECT deal_id FROM kept_deal WHERE change_id = :change"

gboolean sc_write_is_of_visits (const char *field);
void sc_write_touch_visits (ScWrite *self,
                            gint64   deal_id);
gboolean sc_write_touch_visits_of (ScWrite    *self,
                                   const char *sql,
                                   gint64      change_id,
                                   GError    **error);
gboolean sc_write_keep_visits (ScWrite *self,
                               GError **error);
gboolean sc_write_end_bulk (ScWrite *self,
                            GError **error);

char *sc_write_list_kept (const char *format) G_GNUC_FORMAT (1);

/* Writes columns of a row as they are given, revision and tombstone among
 * them, and remembers what was there. */
gboolean sc_write_put (ScWrite        *self,
                       const char     *table,
                       gint64          id,
                       const ScValues *values,
                       GError        **error);
/* The deals that a row is about, as a query. */
const char *sc_write_get_deals_sql (const char *table);
char *sc_write_name_row (ScWrite    *self,
                         const char *table,
                         gint64      id);

G_END_DECLS
