/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes through a table's rows, and keeps count of them. */

#pragma once

#include "change/sc-import-history.h"
#include "exchange/sc-import-mapping.h"

G_BEGIN_DECLS

/* More rows that are not taken are counted, but not told one by one. */
#define SC_MAX_REFUSALS 10000

/**
 * ScRefusedRow:
 * @line: the line that the row begins in
 * @column: (nullable): the header of the column at fault, %NULL for the row
 * @reason: why the row was not taken, a sentence
 */
typedef struct {
  guint line;
  char *column;
  char *reason;
} ScRefusedRow;

/* Gives a table's rows as deals, one by one, and keeps those that can't be
 * taken. */
typedef struct _ScImportSource ScImportSource;

ScImportSource *sc_import_source_open (const char            *path,
                                       const ScImportMapping *mapping,
                                       const ScVersion       *version,
                                       int                   *progress,
                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_import_source_free (ScImportSource *self);
gboolean sc_import_source_next (ScImportSource *self,
                                ScImportRow    *row,
                                GError        **error);
gboolean sc_import_source_next_entry (ScImportSource     *self,
                                      ScImportHistoryRow *row,
                                      GError            **error);
const ScImportBeside *sc_import_source_get_beside (ScImportSource *self);
void sc_import_source_refuse_unknown (ScImportSource *self);
void sc_import_source_refuse_fault (ScImportSource *self,
                                    ScImportFault   fault);
void sc_import_source_take_last_rows (ScImportSource *self,
                                      GHashTable     *last_rows);
void sc_import_source_take_stage_names (ScImportSource *self,
                                        GHashTable     *names);
guint sc_import_source_get_n_repeated (const ScImportSource *self);
const char *sc_import_source_get_text (const ScImportSource *self,
                                       ScImportField         field);
guint sc_import_source_get_n_read (const ScImportSource *self);
guint sc_import_source_get_n_refused (const ScImportSource *self);
GPtrArray *sc_import_source_steal_refusals (ScImportSource *self);
void sc_import_source_refuse_again (ScImportSource  *self,
                                    const GPtrArray *refusals,
                                    guint           *position);
void sc_import_source_keep_left_out (ScImportSource *self,
                                     GString        *table);

void sc_refusal_free (ScRefusedRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportSource, sc_import_source_free)

G_END_DECLS
