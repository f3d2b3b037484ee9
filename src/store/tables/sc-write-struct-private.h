/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a write share. */

#pragma once

#include "store/engine/sc-bulk-private.h"
#include "store/sc-store-private.h"
#include "store/tables/sc-patch-private.h"
#include "store/tables/sc-write-private.h"

G_BEGIN_DECLS

struct _ScWrite {
  ScStore *store;
  ScConnection *connection;
  char *process_id;
  ScAccountUser user;
  gint64 change_id;
  gint64 n_written_before;
  ScPatch *patch;
  GHashTable *deals;
  ScBulk *bulk;
  gboolean must_count;
  gboolean is_by_itself;
  gboolean is_committed;
};

void sc_write_touch_deal (ScWrite *self,
                          gint64   deal_id);
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
