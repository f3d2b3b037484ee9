/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unicode/ucurr.h>

#include "exchange/sc-csv-reader.h"
#include "files/sc-csv-writer.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-import-amount.h"
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

static void
test_amounts (void)
{
  static const struct {
    const char *text;
    gint64 minor;
    const char *currency; /* NULL where it is no amount */
    ScAmountResult result;
  } cases[] = {
    { "1054", 105400, "EUR" },
    { "1,054.50", 105450, "EUR" },
    { "1.054,50", 105450, "EUR" },
    { "1 054,5", 105450, "EUR" },
    { "$1,054", 105400, "USD" },
    { "1054.00 USD", 105400, "USD" },
    { "USD 1054", 105400, "USD" },
    { "1 054 ₽", 105400, "RUB" },
    { "1 054,50 руб.", 105450, "RUB" },
    { "руб. 10", 1000, "RUB" },
    { "€ 10", 1000, "EUR" },
    { ".5", 50, "EUR" },
    { "0", 0, "EUR" },
    { "$+1500", 150000, "USD" },
    { "+.5", 50, "EUR" },
    { "CHF 1'200.-", 120000, "CHF" },
    { "1’200.– CHF", 120000, "CHF" },
    { "1200,- €", 120000, "EUR" },
    { "950.000 KWD", 950000, "KWD" },
    { "1,250.500 KWD", 1250500, "KWD" },
    { "1250.500 KWD", 1250500, "KWD" },
    { "179500.000 USD", 17950000, "USD" },
    { "1,234 JPY", 1234, "JPY" },
    { "1.234 JPY", 1234, "JPY" },
    { "1500.00 JPY", 1500, "JPY" },
    { "1500.50 JPY", 0, NULL, SC_AMOUNT_TOO_EXACT },
    { "1234.567", 0, NULL, SC_AMOUNT_TOO_EXACT },
    { "0.125", 0, NULL, SC_AMOUNT_TOO_EXACT },
    { "-", 0, NULL, SC_AMOUNT_NOTHING },
    { " – ", 0, NULL, SC_AMOUNT_NOTHING },
    { "-5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "−5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "-$5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "$-5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "(123.45)", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "($123.45)", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "12.50-", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "-110.7 €", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "", 0, NULL, SC_AMOUNT_WRONG },
    { "n/a", 0, NULL, SC_AMOUNT_WRONG },
    { "12 apples", 0, NULL, SC_AMOUNT_WRONG },
    { "1e9", 0, NULL, SC_AMOUNT_WRONG },
    { "1-2", 0, NULL, SC_AMOUNT_WRONG },
    { "99999999999999999999", 0, NULL, SC_AMOUNT_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney amount;
      ScAmountResult result = sc_import_read_amount (cases[i].text, "EUR", SC_DECIMAL_MARK_UNKNOWN, &amount);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (result, ==, cases[i].result);
      if (result == SC_AMOUNT_READ)
        {
          g_assert_cmpint (amount.minor, ==, cases[i].minor);
          g_assert_cmpstr (amount.currency, ==, cases[i].currency);
        }
    }
}

/* A column is judged as a whole: what its amounts tell, and how another is read
 * then. */
static void
test_decimal_marks_are_told (void)
{
  static const struct {
    const char *texts[4];
    const char *currency;
    const char *mark; /* NULL where it has to be asked */
  } cases[] = {
    { { "100", "200" }, "USD", "" },
    { { "1,054", "2,300" }, "USD", "" },
    { { "100.50", "2.125" }, "USD", "point" },
    { { "100,50", "2.125" }, "USD", "comma" },
    { { "1,234,567", "2.125" }, "USD", "point" },
    { { "1.234.567", "2.125" }, "USD", "comma" },
    { { "950.000", "179500.000" }, "USD", "point" },
    { { "179.000" }, "USD", NULL },
    { { "179.000", "12.500" }, "USD", "" },
    { { "179.000" }, "JPY", "" },
    { { "950.000" }, "KWD", "" },
    { { "950,000" }, "KWD", NULL },
    { { "950,000", "1.5" }, "KWD", "point" },
    { { "KWD 950,000" }, "USD", NULL },
    { { "$179,000" }, "KWD", "" },
    { { "1,234.50", "1.234,50" }, "USD", "" },
    { { "1,234.50", "1.234,50", "2.125" }, "USD", NULL },
    { { "n/a", "2026.01.02" }, "USD", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScAmountEvidence evidence = { 0 };
      ScDecimalMark mark;
      gboolean is_told;

      g_test_message ("%s in %s", cases[i].texts[0], cases[i].currency);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].texts) && cases[i].texts[j] != NULL; j++)
        sc_amount_evidence_add (&evidence, cases[i].texts[j]);
      is_told = sc_amount_evidence_get_mark (&evidence, cases[i].currency, &mark);
      g_assert_cmpstr (is_told ? sc_decimal_mark_get_id (mark) : NULL, ==, cases[i].mark);
    }
}

/* As the columns of our own export have them. */
static void
test_amounts_of_all_currencies_come_back (void)
{
  static const gint64 amounts[] = { 0, 1, 99, 950, 1000, 950000, 950500, 1250500, 179500000, 123456789012 };
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *currencies = ucurr_openISOCurrencies (UCURR_ALL, &status);
  const char *currency;
  guint n_currencies = 0;

  g_assert_true (U_SUCCESS (status));
  for (; (currency = uenum_next (currencies, NULL, &status)) != NULL; n_currencies++)
    for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
      {
        ScMoney money = sc_money_new (amounts[i], currency);
        g_autofree char *plain = sc_money_to_plain (money);
        ScAmountEvidence evidence = { 0 };
        ScDecimalMark mark;
        ScMoney back;

        g_test_message ("%s %s", plain, currency);
        sc_amount_evidence_add (&evidence, plain);
        g_assert_true (sc_amount_evidence_get_mark (&evidence, currency, &mark));
        g_assert_cmpint (sc_import_read_amount (plain, currency, mark, &back), ==, SC_AMOUNT_READ);
        g_assert_true (sc_money_equal (money, back));
      }
  uenum_close (currencies);
  g_assert_cmpuint (n_currencies, >, 150);
}

/* A dollar sign is that of the dollar which the table is in. */
static void
test_dollars (void)
{
  static const struct {
    const char *text;
    const char *of_table;
    const char *currency;
  } cases[] = {
    { "$100", "CAD", "CAD" }, { "100 $", "AUD", "AUD" }, { "$100", "USD", "USD" }, { "$100", "EUR", "USD" },
    { "US$100", "CAD", "USD" }, { "€100", "CAD", "EUR" }, { "100 USD", "CAD", "USD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney amount;

      g_test_message ("%s in a table of %s", cases[i].text, cases[i].of_table);
      g_assert_cmpint (sc_import_read_amount (cases[i].text, cases[i].of_table, SC_DECIMAL_MARK_UNKNOWN, &amount), ==,
                       SC_AMOUNT_READ);
      g_assert_cmpint (amount.minor, ==, 10000);
      g_assert_cmpstr (amount.currency, ==, cases[i].currency);
    }
}

/* A spreadsheet's spaces around a currency are no matter, whatever their width. */
static void
test_currencies_of_tables (void)
{
  static const char *const texts[] = { "EUR", " eur ", "\u00a0EUR\u00a0", "\u202f€", "\u2003€ " };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char currency[4];

      g_assert_true (sc_import_read_currency (texts[i], "USD", currency));
      g_assert_cmpstr (currency, ==, "EUR");
    }
}

/* Headers as programs write them, each with the field that it is. */
static const struct {
  const char *program;
  struct {
    const char *header;
    ScImportField field;
  } columns[20];
} header_cases[] = {
  { "Pipedrive", { { "Deal - Title", SC_IMPORT_TITLE }, { "Deal - Value", SC_IMPORT_VALUE },
                   { "Deal - Currency of value", SC_IMPORT_CURRENCY }, { "Deal - Organization", SC_IMPORT_COMPANY },
                   { "Deal - Contact person", SC_IMPORT_PERSON }, { "Deal - Owner", SC_IMPORT_OWNER },
                   { "Deal - Stage", SC_IMPORT_STAGE }, { "Deal - Status", SC_IMPORT_STATUS },
                   { "Deal - Label", SC_IMPORT_LABEL }, { "Deal - Probability", SC_IMPORT_NOTHING },
                   { "Deal - Expected close date", SC_IMPORT_EXPECTED_CLOSE },
                   { "Deal - Deal created", SC_IMPORT_STARTED }, { "Deal - Won time", SC_IMPORT_CLOSED },
                   { "Deal - Lost time", SC_IMPORT_CLOSED }, { "Deal - Pipedrive System ID", SC_IMPORT_EXTERNAL_ID } } },
  { "HubSpot", { { "Record ID", SC_IMPORT_EXTERNAL_ID }, { "Deal Name", SC_IMPORT_TITLE },
                 { "Deal Stage", SC_IMPORT_STAGE }, { "Pipeline", SC_IMPORT_NOTHING },
                 { "Close Date", SC_IMPORT_CLOSED }, { "Create Date", SC_IMPORT_STARTED },
                 { "Amount", SC_IMPORT_VALUE }, { "Deal owner", SC_IMPORT_OWNER },
                 { "Last Activity Date", SC_IMPORT_NOTHING } } },
  { "Salesforce", { { "Id", SC_IMPORT_EXTERNAL_ID }, { "AccountId", SC_IMPORT_NOTHING }, { "Name", SC_IMPORT_TITLE },
                    { "StageName", SC_IMPORT_STAGE }, { "Amount", SC_IMPORT_VALUE },
                    { "CloseDate", SC_IMPORT_CLOSED }, { "LeadSource", SC_IMPORT_SOURCE },
                    { "CreatedDate", SC_IMPORT_STARTED } } },
  { "Salesforce", { { "Opportunity Owner", SC_IMPORT_OWNER }, { "Account Name", SC_IMPORT_COMPANY },
                    { "Opportunity Name", SC_IMPORT_TITLE }, { "Stage", SC_IMPORT_STAGE },
                    { "Amount", SC_IMPORT_VALUE }, { "Close Date", SC_IMPORT_CLOSED },
                    { "Created Date", SC_IMPORT_STARTED } } },
  { "Odoo", { { "Opportunity", SC_IMPORT_TITLE }, { "Salesperson", SC_IMPORT_OWNER }, { "Stage", SC_IMPORT_STAGE },
              { "Expected Revenue", SC_IMPORT_VALUE }, { "Expected Closing", SC_IMPORT_EXPECTED_CLOSE },
              { "Closed Date", SC_IMPORT_CLOSED } } },
  { "EspoCRM", { { "Name", SC_IMPORT_TITLE }, { "Account", SC_IMPORT_COMPANY }, { "Stage", SC_IMPORT_STAGE },
                 { "Amount", SC_IMPORT_VALUE }, { "Lead Source", SC_IMPORT_SOURCE },
                 { "Close Date", SC_IMPORT_CLOSED } } },
  { "amoCRM", { { "ID", SC_IMPORT_EXTERNAL_ID }, { "Название сделки", SC_IMPORT_TITLE }, { "Бюджет", SC_IMPORT_VALUE },
                { "Ответственный", SC_IMPORT_OWNER }, { "Дата создания сделки", SC_IMPORT_STARTED },
                { "Дата закрытия", SC_IMPORT_CLOSED }, { "Теги", SC_IMPORT_LABEL }, { "Примечание", SC_IMPORT_NOTE },
                { "Примечание", SC_IMPORT_NOTE }, { "Этап сделки", SC_IMPORT_STAGE },
                { "Полное имя контакта", SC_IMPORT_PERSON }, { "Компания", SC_IMPORT_COMPANY } } },
  { "Bitrix24", { { "ID", SC_IMPORT_EXTERNAL_ID }, { "Deal Name", SC_IMPORT_TITLE }, { "Stage", SC_IMPORT_STAGE },
                  { "Probability, %", SC_IMPORT_NOTHING }, { "Income", SC_IMPORT_VALUE },
                  { "Currency", SC_IMPORT_CURRENCY }, { "Responsible", SC_IMPORT_OWNER },
                  { "Contact", SC_IMPORT_PERSON }, { "Company", SC_IMPORT_COMPANY },
                  { "Assumed close date", SC_IMPORT_EXPECTED_CLOSE }, { "Comment", SC_IMPORT_NOTE },
                  { "Source", SC_IMPORT_SOURCE } } },
  { "HubSpot", { { "hs_object_id", SC_IMPORT_EXTERNAL_ID }, { "dealname", SC_IMPORT_TITLE }, { "dealstage", SC_IMPORT_STAGE },
                 { "pipeline", SC_IMPORT_NOTHING }, { "amount", SC_IMPORT_VALUE }, { "closedate", SC_IMPORT_CLOSED },
                 { "createdate", SC_IMPORT_STARTED }, { "hubspot_owner_id", SC_IMPORT_NOTHING } } },
  { "Bitrix24", { { "ID", SC_IMPORT_EXTERNAL_ID }, { "TITLE", SC_IMPORT_TITLE }, { "STAGE_ID", SC_IMPORT_STAGE },
                  { "OPPORTUNITY", SC_IMPORT_VALUE }, { "CURRENCY_ID", SC_IMPORT_CURRENCY }, { "DATE_CREATE", SC_IMPORT_STARTED },
                  { "CLOSEDATE", SC_IMPORT_CLOSED }, { "COMPANY_ID", SC_IMPORT_NOTHING } } },
  { "SuiteCRM", { { "Opportunity Name", SC_IMPORT_TITLE }, { "Account Name", SC_IMPORT_COMPANY },
                  { "Sales Stage", SC_IMPORT_STAGE }, { "Opportunity Amount", SC_IMPORT_VALUE },
                  { "Expected Close Date", SC_IMPORT_EXPECTED_CLOSE }, { "Date Closed", SC_IMPORT_CLOSED },
                  { "Assigned To", SC_IMPORT_OWNER }, { "Date Created", SC_IMPORT_STARTED }, { "ID", SC_IMPORT_EXTERNAL_ID } } },
  { "vtiger", { { "Opportunity Name", SC_IMPORT_TITLE }, { "Organization Name", SC_IMPORT_COMPANY },
                { "Contact Name", SC_IMPORT_PERSON }, { "Sales Stage", SC_IMPORT_STAGE }, { "Amount", SC_IMPORT_VALUE },
                { "Created Time", SC_IMPORT_STARTED }, { "Opportunity No", SC_IMPORT_EXTERNAL_ID } } },
  { "Zoho", { { "Record Id", SC_IMPORT_EXTERNAL_ID }, { "Deal Name", SC_IMPORT_TITLE }, { "Account Name", SC_IMPORT_COMPANY },
              { "Stage", SC_IMPORT_STAGE }, { "Closing Date", SC_IMPORT_CLOSED }, { "Deal Owner", SC_IMPORT_OWNER } } },
  { "Twenty", { { "Id", SC_IMPORT_EXTERNAL_ID }, { "Name", SC_IMPORT_TITLE }, { "Amount / Amount", SC_IMPORT_VALUE },
                { "Amount / Currency", SC_IMPORT_CURRENCY }, { "Close date", SC_IMPORT_CLOSED }, { "Stage", SC_IMPORT_STAGE },
                { "Company", SC_IMPORT_COMPANY }, { "Point of Contact", SC_IMPORT_PERSON }, { "Creation date", SC_IMPORT_STARTED } } },
  { NULL, { { "Сделка", SC_IMPORT_TITLE }, { "Стадия", SC_IMPORT_STAGE }, { "Сумма", SC_IMPORT_VALUE }, { "Клиент", SC_IMPORT_COMPANY },
            { "Контакт", SC_IMPORT_PERSON }, { "Менеджер", SC_IMPORT_OWNER }, { "Создана", SC_IMPORT_STARTED },
            { "Плановая дата", SC_IMPORT_EXPECTED_CLOSE }, { "Причина отказа", SC_IMPORT_LOSS_REASON } } },
  { NULL, { { "opportunity_stage", SC_IMPORT_STAGE }, { "dealName", SC_IMPORT_TITLE }, { "IsWon", SC_IMPORT_IS_WON },
            { "is-closed", SC_IMPORT_IS_CLOSED }, { "empresa", SC_IMPORT_NOTHING } } },
  { NULL, { { "opportunity_id", SC_IMPORT_EXTERNAL_ID }, { "sales_agent", SC_IMPORT_OWNER },
            { "product", SC_IMPORT_TITLE }, { "account", SC_IMPORT_COMPANY }, { "deal_stage", SC_IMPORT_STAGE },
            { "engage_date", SC_IMPORT_STARTED }, { "close_date", SC_IMPORT_CLOSED },
            { "close_value", SC_IMPORT_VALUE } } },
};

static void
test_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_cases); i++)
    {
      const char *headers[21] = { NULL };
      ScImportField fields[20];

      for (guint j = 0; j < 20; j++)
        headers[j] = header_cases[i].columns[j].header;
      g_assert_cmpstr (sc_import_recognize_program (headers), ==, header_cases[i].program);
      sc_import_fields_guess (headers, fields);
      for (guint j = 0; headers[j] != NULL; j++)
        {
          g_test_message ("%s", headers[j]);
          g_assert_cmpint (fields[j], ==, header_cases[i].columns[j].field);
        }
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
  g_test_add_func ("/exchange/csv/amounts", test_amounts);
  g_test_add_func ("/exchange/csv/currencies", test_currencies_of_tables);
  g_test_add_func ("/exchange/csv/decimal-marks", test_decimal_marks_are_told);
  g_test_add_func ("/exchange/csv/amounts-of-all-currencies", test_amounts_of_all_currencies_come_back);
  g_test_add_func ("/exchange/csv/dollars", test_dollars);
  g_test_add_func ("/exchange/csv/headers", test_headers);

  return g_test_run ();
}
