/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "exchange/sc-csv-reader.h"
#include "files/sc-csv-writer.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-import-run.h"
#include "files/sc-files-error.h"
#include "how-often.h"

#define N_ROUNDS 300

static char *
write_bytes (const char *bytes,
             gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("test-csv-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, length, NULL));

  return path;
}

/* All of a table, a row a line and fields in brackets, or a sign and the number of
 * the field at fault; or the error. */
static char *
read_all (const char *bytes,
          gssize      length,
          GError    **error)
{
  g_autofree char *path = write_bytes (bytes, length);
  g_autoptr (ScCsvReader) reader = sc_csv_reader_open (path, "", error);
  g_autoptr (GString) text = g_string_new (NULL);
  GError *own_error = NULL;

  g_remove (path);
  if (reader == NULL)
    return NULL;

  while (sc_csv_reader_next (reader, &own_error))
    {
      guint fault;

      if (sc_csv_reader_get_fault (reader, &fault) != NULL)
        {
          g_string_append_printf (text, "%u!%u/", sc_csv_reader_get_line (reader), fault);
          continue;
        }
      g_string_append_printf (text, "%u:", sc_csv_reader_get_line (reader));
      for (guint i = 0; i < sc_csv_reader_get_n_fields (reader); i++)
        g_string_append_printf (text, "[%s]", sc_csv_reader_get_field (reader, i));
      g_string_append_c (text, '/');
    }
  if (own_error == NULL)
    return g_string_free_and_steal (g_steal_pointer (&text));

  g_propagate_error (error, own_error);

  return NULL;
}

static const struct {
  const char *bytes;
  gssize length;
  const char *rows;
} good_cases[] = {
  { "a,b\n1,2\n", -1, "1:[a][b]/2:[1][2]/" },
  { "a,b\r\n1,2", -1, "1:[a][b]/2:[1][2]/" },
  { "a,b\r1,2\r", -1, "1:[a][b]/2:[1][2]/" },
  { "a;b\n1,5;2\n", -1, "1:[a][b]/2:[1,5][2]/" },
  { "a\tb\n1\t2\n", -1, "1:[a][b]/2:[1][2]/" },
  { "a|b\n", -1, "1:[a][b]/" },
  { "sep=;\na,x;b\n", -1, "2:[a,x][b]/" },
  { "sep=;\r\na,x;b\r\n", -1, "2:[a,x][b]/" },
  { "\"a;x\",b\n1,2\n", -1, "1:[a;x][b]/2:[1][2]/" },
  { "a,b\n\"x\n\"\"y\"\"\",2\n3,4\n", -1, "1:[a][b]/2:[x\n\"y\"][2]/4:[3][4]/" },
  { "a,b\n\n\r\n,\n", -1, "1:[a][b]/4:[][]/" },
  { "a,b\n\"\",\n", -1, "1:[a][b]/2:[][]/" },
  { "\xef\xbb\xbf" "a,b\n", -1, "1:[a][b]/" },
  { "\xff\xfe" "a\0;\0\x1f\x04\n\0", 10, "1:[a][П]/" },
  { "\xfe\xff" "\0a\0,\xd8\x3d\xde\0\0\n", 12, "1:[a][😀]/" },
  { "a\0,\0b\0\n\0", 8, "1:[a][b]/" },
  { "\0a\0,\x04\x1f\0\n", 8, "1:[a][П]/" },
  { "one\n", -1, "1:[one]/" },
  { "", 0, "" },
  { "\n\n", -1, "" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (good_cases[i].bytes, good_cases[i].length, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, good_cases[i].rows);
    }
}

static const struct {
  const char *bytes;
  gssize length;
  const char *place;
} bad_cases[] = {
  { "a,b\nпривет,\xcf\xf0\n", -1, "Line 2, column 8: This is not UTF-8" },
  { "a,b\n1,2\n3,\xff", -1, "Line 3, column 3: This is not UTF-8" },
  { "a,b\n1,\xd0", -1, "Line 2, column 3: This is not UTF-8" },
  { "a,b\n1,\0\n", 8, "Line 2, column 3: This is not text" },
  { "\x7f" "ELF\x01\0\0\0", 8, "Line 1, column 6: This is not text" },
  { "SQLite format 3\0x", 17, "Line 1, column 16: This is not text" },
  { "\xff\xfe" "a\0\0\0", 6, "This is not text" },
  { "\xff\xfe" "a\0\x00\xd8", 6, "Line 1, column 2: This is not UTF-8" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (bad_cases[i].bytes, bad_cases[i].length, &error);

      g_assert_null (rows);
      if (!g_error_matches (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_ENCODING))
        g_assert_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_INVALID);
      if (strstr (error->message, bad_cases[i].place) == NULL)
        g_error ("%u: “%s” does not name “%s”", i, error->message, bad_cases[i].place);
    }
}

/* Where a quotation mark has no second one its row alone is refused: the rows behind
 * it are read, those too that seemed to stand inside of it. */
static void
test_missing_quotes (void)
{
  static const struct {
    const char *bytes;
    const char *rows;
  } cases[] = {
    { "a,b\n1,\"2\n3,4\n", "1:[a][b]/2!1/3:[3][4]/" },
    { "a,b\n1,\"2\" x\n3,4\n", "1:[a][b]/2!1/3:[3][4]/" },
    { "a,b\n1,2\"\n3,4\n", "1:[a][b]/2!1/3:[3][4]/" },
    { "a,b\n12\" x,\"2\n3\"\n4,5\n", "1:[a][b]/2!0/4:[4][5]/" },
    { "a,b\nпривет,\"\"\"\n3,4\n", "1:[a][b]/2!1/3:[3][4]/" },
    { "a,b\n1,\"2\n3,\"4\"\n5,\"6\"\n", "1:[a][b]/2!1/3:[3][4]/4:[5][6]/" },
    { "a,b\n1,\"2\n3,\"\"\n5,6\n", "1:[a][b]/2!1/3:[3][]/4:[5][6]/" },
    { "a,b\r1,\"2\r3,4\r", "1:[a][b]/2!1/3:[3][4]/" },
    { "a,b\r\n1,\"2\r\n3,4\r\n", "1:[a][b]/2!1/3:[3][4]/" },
    { "a,b\n\"x\ny\",\"z\n3,4\n", "1:[a][b]/2!1/4:[3][4]/" },
    { "a,b\n3,4\n1,\"2", "1:[a][b]/2:[3][4]/3!1/" },
    { "a,b\n\"", "1:[a][b]/2!0/" },
    { "a,b\n\"say \"hi\" now\",2\n3,4\n", "1:[a][b]/2!0/3:[3][4]/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = read_all (cases[i].bytes, -1, &error);

      g_test_message ("%u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

/* Also where so much follows that no field could hold it, and time and again. */
static void
test_missing_quotes_in_a_long_table (void)
{
  g_autoptr (GString) table = g_string_new ("a,b\n");
  g_autofree char *path = NULL;
  g_autoptr (ScImportScan) scan = NULL;
  g_autoptr (ScCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  guint fault, n_rows = 0, n_faults = 0;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (table, i % 200000 == 100 ? "1,\"2 is open\n" : "3,4 is not\n");
  path = write_bytes (table->str, (gssize) table->len);
  scan = sc_import_scan_new (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scan->n_rows, ==, 1000000);

  reader = sc_csv_reader_open (path, "", &error);
  for (; sc_csv_reader_next (reader, &error); n_rows++)
    n_faults += sc_csv_reader_get_fault (reader, &fault) != NULL;
  g_remove (path);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 1000001);
  g_assert_cmpuint (n_faults, ==, 5);
}

static void
test_long_field (void)
{
  g_autofree char *field = g_strnfill (1024 * 1024, 'x');
  g_autofree char *fits = g_strdup_printf ("a,b\n1,\"%s\"\n", field);
  g_autofree char *too_long = g_strdup_printf ("a,b\n1,\"%sx\"\n", field);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = read_all (fits, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rows);
  g_assert_null (read_all (too_long, -1, &error));
  g_assert_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_unreadable (void)
{
  g_autofree char *missing = g_build_filename (g_get_tmp_dir (), "there-is-no-such-table.csv", NULL);
  const char *const paths[] = { missing, "/", "/proc/self/mem" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScImportScan) scan = sc_import_scan_new (paths[i], NULL, NULL, &error);

      g_assert_null (scan);
      g_assert_error (error, SC_FILES_ERROR, SC_FILES_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
}

/* A file of 10 GB without anything in it costs nothing to make. */
static void
test_huge_file (void)
{
  g_autofree char *path = write_bytes ("a,b\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, &error);
  g_autoptr (ScImportScan) scan = NULL;

  g_assert_no_error (error);
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream), G_GINT64_CONSTANT (10000000000), NULL, &error));
  g_assert_no_error (error);
  scan = sc_import_scan_new (path, NULL, NULL, &error);
  g_assert_null (scan);
  g_assert_error (error, SC_FILES_ERROR, SC_FILES_ERROR_TOO_LARGE);
  g_remove (path);
}

/* What is written is read again, over the edges of chunks too. */
static void
test_round_trip (void)
{
  static const char *const parts[] = { "a", "\"", ",", ";", "\n", "\r\n", "\t", "Привет", "😀", " ", "sep=" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (N_ROUNDS); i++)
    {
      g_autoptr (GString) table = g_string_new ("x,y,z\r\n");
      g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *path = NULL;
      g_autoptr (ScCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      guint n_rows = i < 3 ? 20000 : (guint) g_rand_int_range (rand, 1, 20);

      for (guint j = 0; j < 3 * n_rows; j++)
        {
          GString *field = g_string_new (j % 3 == 0 ? "f" : NULL);

          for (guint k = (guint) g_rand_int_range (rand, 0, 5); k > 0; k--)
            g_string_append (field, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
          sc_csv_append (table, field->str, j % 3 == 2);
          g_ptr_array_add (fields, g_string_free (field, FALSE));
        }

      path = write_bytes (table->str, (gssize) table->len);
      reader = sc_csv_reader_open (path, "", &error);
      g_assert_no_error (error);
      g_assert_true (sc_csv_reader_next (reader, &error));
      for (guint j = 0; j < fields->len; j++)
        {
          if (j % 3 == 0)
            g_assert_true (sc_csv_reader_next (reader, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (sc_csv_reader_get_field (reader, j % 3), ==, fields->pdata[j]);
        }
      g_assert_false (sc_csv_reader_next (reader, &error));
      g_assert_no_error (error);
      g_remove (path);
    }
}

/* What is in a table before it is imported: a column with up to a hundred
 * different texts may tell stages, and is counted whole. */
static void
test_scan_counts_values (void)
{
  static const guint n_values[] = { 1, SC_SCAN_MAX_VALUES, SC_SCAN_MAX_VALUES + 1 };

  for (guint i = 0; i < G_N_ELEMENTS (n_values); i++)
    {
      g_autoptr (GString) table = g_string_new ("title,,stage\n");
      g_autofree char *path = NULL;
      g_autoptr (ScImportScan) scan = NULL;
      g_autoptr (GError) error = NULL;
      const ScScanColumn *stage;

      for (guint j = 0; j < 3 * n_values[i]; j++)
        g_string_append_printf (table, "Deal %u,,Stage %u\n", j, j % n_values[i]);
      path = write_bytes (table->str, (gssize) table->len);
      scan = sc_import_scan_new (path, NULL, NULL, &error);
      g_unlink (path);
      g_assert_no_error (error);
      g_assert_cmpuint (scan->n_rows, ==, 3 * n_values[i]);
      g_assert_cmpuint (scan->rows->len, ==, MIN (3 * n_values[i], SC_SCAN_PREVIEW_ROWS));
      g_assert_cmpstr (scan->headers[1], ==, "Column 2");

      stage = sc_import_scan_get_column (scan, 2);
      g_assert_cmpstr (stage->sample, ==, "Stage 0");
      if (n_values[i] > SC_SCAN_MAX_VALUES)
        {
          g_assert_null (stage->values);
          continue;
        }
      g_assert_cmpuint (stage->values->len, ==, n_values[i]);
      for (guint j = 0; j < n_values[i]; j++)
        g_assert_cmpuint (((ScScanValue *) stage->values->pdata[j])->n_rows, ==, 3);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/csv/good", test_good);
  g_test_add_func ("/exchange/csv/bad", test_bad);
  g_test_add_func ("/exchange/csv/missing-quotes", test_missing_quotes);
  g_test_add_func ("/exchange/csv/missing-quotes-in-a-long-table", test_missing_quotes_in_a_long_table);
  g_test_add_func ("/exchange/csv/long-field", test_long_field);
  g_test_add_func ("/exchange/csv/unreadable", test_unreadable);
  g_test_add_func ("/exchange/csv/huge-file", test_huge_file);
  g_test_add_func ("/exchange/csv/round-trip", test_round_trip);
  g_test_add_func ("/exchange/csv/scan-counts-values", test_scan_counts_values);

  return g_test_run ();
}
