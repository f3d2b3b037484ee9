/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of deals: read as it is looked at before an import, and row by row. */

#include <glib/gstdio.h>

#include "exchange/sc-csv-reader.h"
#include "exchange/sc-import-amount.h"
#include "exchange/sc-import-scan.h"
#include "fuzz/fuzz.h"

const char *const fuzz_words[] = {
  ",", ";", "\t", "|", "\"", "\"\"", "\r\n", "\n", "\r", "\xef\xbb\xbf", "\xff\xfe", "a,b,c\n", "title,value,started\n",
  "2024-02-30", "31/12/1999", "1.234.567,89", "$1,054.00", "-5", "(12)", "\xe2\x80\xae", "\xf0", NULL,
};

static char *path;

void
fuzz_begin (const char *folder)
{
  path = g_build_filename (folder, "table.csv", NULL);
}

static void
read_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScCsvReader) reader = sc_csv_reader_open (path, "", &error);

  while (reader != NULL && sc_csv_reader_next (reader, &error))
    for (guint i = 0; i < sc_csv_reader_get_n_fields (reader); i++)
      g_assert_true (g_utf8_validate (sc_csv_reader_get_field (reader, i), -1, NULL));
}

static void
look (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScImportScan) scan = sc_import_scan_new (path, NULL, NULL, &error);

  if (scan == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  for (guint i = 0; i < scan->columns->len; i++)
    g_assert_true (*sc_import_scan_get_column (scan, i)->header != '\0');
}

void
fuzz_one (GBytes *input)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, g_bytes_get_data (input, NULL), (gssize) g_bytes_get_size (input),
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  look ();
  read_rows ();
}

void
fuzz_end (void)
{
  g_unlink (path);
  g_free (path);
}
