/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a table as RFC 4180 has it, row by row, for imports. */

#pragma once

#include "exchange/sc-text-source.h"

G_BEGIN_DECLS

/* Reads a table as RFC 4180 has it, row by row, says at which line and column it
 * is wrong, which libcsv does not, and goes on behind a row whose quotation marks
 * are. The delimiter is a comma, a
 * semicolon, a tab or a bar: the one that the first row has most of. */
typedef struct _ScCsvReader ScCsvReader;

ScCsvReader *sc_csv_reader_open (const char *path,
                                 const char *encoding,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_csv_reader_free (ScCsvReader *self);
gboolean sc_csv_reader_next (ScCsvReader *self,
                             GError     **error);
gboolean sc_csv_reader_read_headers (ScCsvReader *self,
                                     GError     **error);
const char *sc_csv_reader_get_fault (const ScCsvReader *self,
                                     guint             *field);

guint sc_csv_reader_get_n_fields (const ScCsvReader *self);
char *sc_csv_reader_get_field (ScCsvReader *self,
                               guint        index);
guint sc_csv_reader_get_line (const ScCsvReader *self);
char sc_csv_reader_get_delimiter (const ScCsvReader *self);
const char *sc_csv_reader_get_encoding (const ScCsvReader *self);
double sc_csv_reader_get_progress (const ScCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCsvReader, sc_csv_reader_free)

G_END_DECLS
