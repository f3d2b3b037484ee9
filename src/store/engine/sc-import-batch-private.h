/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals on their way into the database, some ten thousand at a time: statements
 * read them as the table “import_batch”, and their events as “import_event”, so that one
 * writes them all and looks for its place in each index once. */

#pragma once

#include "model/sc-deal-column.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

#define SC_IMPORT_BATCH_MAX 20000

/* Columns of the table “import_batch”, in order: what a deal's row has, its next step, what
 * its events and its visit need, and its plain fields, which @deal has, with days as texts. Texts are
 * kept by the batch or live as long as it. */
typedef struct {
  gint64 id;
  gint64 stage_key;
  const char *status;
  const char *position;
  gint64 company_key;
  gint64 person_key;
  gint64 owner_key;
  gint64 value_minor;
  const char *currency;
  const char *search;
  const char *next_step;
  const char *next_step_time;
  char next_step_due[SC_DATE_BUFFER];
  gint64 began_at;
  gint64 ended_at;
  gint64 left_at;
  const char *how_left;
  gboolean is_visit;
  const char *stage_id;
  ScDeal deal;
  char dates[SC_N_DEAL_PLAIN_COLUMNS][SC_DATE_BUFFER];
} ScImportBatchRow;

typedef struct _ScImportBatch ScImportBatch;

/* The table “import_batch” of a connection. */
ScImportBatch *sc_import_batch_new (ScConnection *connection);
void sc_import_batch_free (ScImportBatch *self);

ScImportBatchRow *sc_import_batch_add (ScImportBatch *self);
const char *sc_import_batch_keep (ScImportBatch *self,
                                  const char    *text);
guint sc_import_batch_get_n_rows (ScImportBatch *self);
void sc_import_batch_clear (ScImportBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportBatch, sc_import_batch_free)

G_END_DECLS
