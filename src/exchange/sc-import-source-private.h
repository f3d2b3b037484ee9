/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a table, for the files that read them. */

#pragma once

#include "exchange/sc-csv-reader.h"
#include "exchange/sc-import-source.h"

G_BEGIN_DECLS

/* A column that tells when deals came into a stage; into the one in which they stand
 * where @stage_id is %NULL. */
typedef struct {
  guint column;
  const char *stage_id;
} EntryColumn;

/* What a deal can keep of a text that is no note. */
#define SC_MAX_TEXT_BYTES 1000

struct _ScImportSource {
  ScCsvReader *reader;
  ScImportMapping *mapping;
  ScVersion *version;
  int *progress;
  guint n_columns;
  GStrv headers;
  gboolean is_ours; /* whether it says when deals were won, as our own tables do */

  /* Of the present row: each field's text, and the column it is from. */
  const char *texts[SC_N_IMPORT_FIELDS];
  guint columns[SC_N_IMPORT_FIELDS];
  GString *note;
  gboolean is_gathered;

  /* Texts of the stage column, as they stand there, and what they came to. */
  GHashTable *targets;

  /* Columns that tell when deals came into stages, and what they tell of the present row. */
  GArray *entry_columns;
  GArray *entries;
  ScImportBeside beside;

  /* What all stages are called that the process ever had. */
  GHashTable *stage_names;

  /* Ids that several rows have, with the number of the one that counts. */
  GHashTable *last_rows;

  guint n_read;
  guint n_repeated;
  guint n_refused;
  GPtrArray *refusals;
  GString *left_out;
  ScDate first_date;
  ScDate last_date;
};

gboolean sc_import_source_refuse_column (ScImportSource *self,
                                         int             column,
                                         char           *reason);
gboolean sc_import_source_refuse (ScImportSource *self,
                                  ScImportField   field,
                                  const char     *format);

gboolean sc_import_source_refuse_stage (ScImportSource *self);

gboolean sc_import_source_read_row (ScImportSource *self,
                                    ScImportRow    *row);
gboolean sc_import_source_read_entry (ScImportSource     *self,
                                      ScImportHistoryRow *row);
gboolean sc_import_source_find_target (ScImportSource *self,
                                       ScTargetKind   *kind,
                                       const char    **stage_id);
gboolean sc_import_source_read_stage (ScImportSource *self,
                                      ScImportRow    *row);

gboolean sc_import_source_read_step (ScImportSource *self,
                                     ScImportRow    *row);
gboolean sc_import_source_read_contacts (ScImportSource *self,
                                         ScImportRow    *row);

void sc_import_source_find_entry_columns (ScImportSource *self);
gboolean sc_import_source_read_instant (ScImportSource *self,
                                        ScImportField   field,
                                        ScInstant      *instant,
                                        gboolean       *is_day);
gboolean sc_import_source_read_entries (ScImportSource    *self,
                                        const ScImportRow *row);

G_END_DECLS
