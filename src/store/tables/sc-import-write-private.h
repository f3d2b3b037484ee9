/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A write of many deals, for the files that add them and that change them. */

#pragma once

#include "store/engine/sc-import-batch-private.h"
#include "store/sc-import-write.h"
#include "store/tables/sc-import-contacts-private.h"
#include "store/tables/sc-import-ids-private.h"
#include "store/tables/sc-import-names-private.h"
#include "store/tables/sc-import-told-private.h"
#include "store/tables/sc-import-totals-private.h"

G_BEGIN_DECLS

/* The end of a stage's column. */
typedef struct {
  gint64 key;
  char *id;
  char *position;
} StagePlace;

struct _ScImportWrite {
  ScWrite *write;
  ScConnection *connection;
  gint64 process_key;
  gint64 version_key;

  GHashTable *stages;
  ScImportIds *ids;
  ScImportNames *names;
  ScImportTold *told;
  ScImportContacts *contacts;

  /* Of deals that are added: the first one's number and the next one's, those that are
   * yet to be written, whether one of these has a next step, or is parked, what all of them
   * come to, and whether indexes are to wait. */
  gint64 first_id;
  gint64 next_id;
  ScImportBatch *batch;
  gboolean has_steps;
  gboolean has_parked;
  ScImportTotals *totals;
  gboolean keeps_indexes;
};

StagePlace *sc_import_write_need_stage (ScImportWrite *self,
                                        const char    *stage_id,
                                        GError       **error);
char *sc_import_write_take_place (StagePlace *place);
gboolean sc_import_write_flush (ScImportWrite *self,
                                GError       **error);

G_END_DECLS
