/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A database in which something stands that the program did not put there: every
 * command that reads it says so in words, and so does the check.
 *
 * An input is a list of lines “TABLE.COLUMN ROW VALUE”. VALUE is its type (t a
 * text, b bytes, i a whole number, r a real one, n nothing) with the value right
 * behind it. A name that is not known stands for some table and column. An input
 * that begins with “!” is bytes to be laid over the file itself. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/sc-cli.h"
#include "fuzz/fuzz.h"
#include "store/tables/sc-column-private.h"

const char *const fuzz_words[] = {
  "\nversion_stage.exit_criteria 1 t", "\ndeal.title 1 t", "\ndeal.status 1 t", "\nchange.inverse 1 t",
  "\nprocess.name 1 t", "\nversion.status 1 t", "\nrole.function 1 t", "\ndeal.entered_at 1 i", "\nuser.name 1 t",
  "[{\"id\":5,\"text\":7}]", "[{\"id\":\"", "{\"root\":1,\"rows\":[", "\xf0", "\xed\xa0\x80", "n", "i-1",
  "i9223372036854775807", "r1e308", "b", "2024-02-30", "9999-12-31", "253402300799000000", "open", "a0", "EUR", NULL,
};

static char *path;
static GBytes *sample;
/* What the tables are made with, by row of sqlite_schema. */
static GArray *rows;
static GPtrArray *texts;

static int
call (const char *const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  int out = dup (STDOUT_FILENO);
  int err = dup (STDERR_FILENO);
  int nowhere = g_open ("/dev/null", O_WRONLY, 0);
  int status;

  g_ptr_array_add (argv, (gpointer) "stagecraft");
  g_ptr_array_add (argv, (gpointer) "--database");
  g_ptr_array_add (argv, path);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);

  fflush (stdout);
  dup2 (nowhere, STDOUT_FILENO);
  dup2 (nowhere, STDERR_FILENO);
  status = sc_cli_run ((int) argv->len - 1, (char **) argv->pdata);
  fflush (stdout);
  dup2 (out, STDOUT_FILENO);
  dup2 (err, STDERR_FILENO);
  close (out);
  close (err);
  close (nowhere);

  return status;
}

static sqlite3 *
open_database (void)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);

  return handle;
}

static void
put_text (sqlite3    *handle,
          gint64      row,
          const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, "UPDATE sqlite_schema SET sql = ?1 WHERE rowid = ?2", -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, sql, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, row);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

/* Any value goes into any column. */
static char *
loosen (const char *sql)
{
  g_autoptr (GString) loose = g_string_new (sql);

  g_string_replace (loose, " INTEGER PRIMARY KEY", " KEY", 0);
  g_string_replace (loose, " INTEGER", " BLOB", 0);
  g_string_replace (loose, " REAL", " BLOB", 0);
  g_string_replace (loose, " TEXT", " BLOB", 0);
  g_string_replace (loose, " KEY,", " INTEGER PRIMARY KEY,", 0);
  g_string_replace (loose, " NOT NULL", "", 0);
  g_string_replace (loose, " UNIQUE", "", 0);
  g_string_replace (loose, "STRICT, ", "", 0);
  g_string_replace (loose, " STRICT", "", 0);

  return g_string_free (g_steal_pointer (&loose), FALSE);
}

static void
read_texts (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;

  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  texts = g_ptr_array_new_with_free_func (g_free);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT rowid, sql FROM sqlite_schema WHERE type = 'table'", -1, &statement,
                                       NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
      g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  sqlite3_finalize (statement);
}

static void
set_texts (sqlite3 *handle,
           gboolean is_loose)
{
  sqlite3_exec (handle, "PRAGMA writable_schema = ON", NULL, NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *sql = is_loose ? loosen (texts->pdata[i]) : g_strdup (texts->pdata[i]);

      put_text (handle, g_array_index (rows, gint64, i), sql);
    }
  sqlite3_exec (handle, "PRAGMA writable_schema = RESET", NULL, NULL, NULL);
}

void
fuzz_begin (const char *folder)
{
  const char *const words[] = {
    "database", "sample", "--deals=20", "--processes=1", "--seed=5", "--language=en", NULL,
  };
  char *contents = NULL;
  gsize length = 0;
  sqlite3 *handle;

  path = g_build_filename (folder, "test.db", NULL);
  g_assert_cmpint (call (words), ==, 0);

  handle = open_database ();
  sqlite3_exec (handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  read_texts (handle);
  set_texts (handle, TRUE);
  sqlite3_close (handle);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  sample = g_bytes_new_take (contents, length);
}

static const ScTable *
choose_table (const char *name)
{
  guint n_tables;
  const ScTable *tables = sc_table_get_all (&n_tables);
  const ScTable *found = sc_table_find (name);

  return found != NULL ? found : &tables[g_str_hash (name) % n_tables];
}

static const ScColumn *
choose_column (const ScTable *table,
               const char    *name)
{
  const ScColumn *found = sc_table_find_column (table, name);

  return found != NULL ? found : &table->columns[g_str_hash (name) % table->n_columns];
}

static void
bind (sqlite3_stmt *statement,
      const char   *value,
      gsize         length)
{
  g_autofree char *rest = length > 0 ? g_strndup (value + 1, length - 1) : NULL;

  switch (length > 0 ? value[0] : 'n')
    {
    case 't':
                       sqlite3_bind_text (statement, 1, value + 1, (int) length - 1, SQLITE_TRANSIENT);
      break;
    case 'b':
      sqlite3_bind_blob (statement, 1, value + 1, (int) length - 1, SQLITE_TRANSIENT);
      break;
    case 'i':
      sqlite3_bind_int64 (statement, 1, g_ascii_strtoll (rest, NULL, 10));
      break;
    case 'r':
      sqlite3_bind_double (statement, 1, g_ascii_strtod (rest, NULL));
      break;
    default:
      sqlite3_bind_null (statement, 1);
      break;
    }
}

/* What SQLite itself refuses is not there to be read. The line ends with a zero. */
static void
put_line (sqlite3    *handle,
          const char *line,
          gsize       length)
{
  const char *point = memchr (line, '.', length);
  const char *space = point != NULL ? memchr (point, ' ', length - (gsize) (point - line)) : NULL;
  const char *value = space != NULL ? memchr (space + 1, ' ', length - (gsize) (space + 1 - line)) : NULL;
  g_autofree char *table_name = point != NULL ? g_strndup (line, (gsize) (point - line)) : g_strdup ("");
  g_autofree char *column_name = space != NULL ? g_strndup (point + 1, (gsize) (space - point) - 1) : g_strdup ("");
  const ScTable *table = choose_table (table_name);
  const ScColumn *column = choose_column (table, column_name);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE %s IN (SELECT %s FROM %s LIMIT 1 OFFSET %d)",
                                          table->name, column->name, table->columns[0].name, table->columns[0].name,
                                          table->name, space != NULL ? abs (atoi (space)) % 8 : 0);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      bind (statement, value != NULL ? value + 1 : line, value != NULL ? length - (gsize) (value + 1 - line) : 0);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
}

static void
put_lines (const char *data,
           gsize       length)
{
  sqlite3 *handle = open_database ();

  sqlite3_exec (handle, "BEGIN", NULL, NULL, NULL);
  while (length > 0)
    {
      const char *end = memchr (data, '\n', length);
      gsize line_length = end != NULL ? (gsize) (end - data) : length;
      /* Numbers are read to the first character that is none, and the last line's end is one. */
      g_autofree char *line = g_malloc (line_length + 1);

      memcpy (line, data, line_length);
      line[line_length] = '\0';
      put_line (handle, line, line_length);
      data += MIN (line_length + 1, length);
      length -= MIN (line_length + 1, length);
    }
  sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL);
  set_texts (handle, FALSE);
  sqlite3_close (handle);
}

static void
write_file (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Two bytes say where, the next what stands there. */
static void
lay_over (const guint8 *data,
          gsize         length)
{
  gsize size = g_bytes_get_size (sample);
  g_autofree guint8 *file = g_memdup2 (g_bytes_get_data (sample, NULL), size);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i + 3 <= length; i += 3)
    file[((gsize) data[i] * 256 + data[i + 1]) * 7919 % size] = data[i + 2];
  bytes = g_bytes_new (file, size);
  write_file (bytes);
}

void
fuzz_one (GBytes *input)
{
  static const char *const commands[][7] = {
    { "database", "check", "--json" },
    { "process", "list" },
    { "process", "list", "--deleted", "--json" },
    { "process", "show", "Software for companies" },
    { "process", "check", "Software for companies", "--json" },
    { "process", "export", "Software for companies" },
    { "process", "export", "Software for companies", "--format", "svg" },
    { "deal", "list", "Software for companies", "--sort", "company" },
    { "deal", "show", "1" },
    { "deal", "show", "2", "--json" },
    { "deal", "export", "Software for companies" },
  };
  gsize length;
  const char *data = g_bytes_get_data (input, &length);

  if (length > 0 && data[0] == '!')
    lay_over ((const guint8 *) data + 1, length - 1);
  else
    {
      write_file (sample);
      put_lines (data, length);
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int status = call (commands[i]);

      if (status != 0 && status != 1)
        g_error ("%s %s: %d", commands[i][0], commands[i][1], status);
    }
}

void
fuzz_end (void)
{
  static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *name = g_strconcat (path, ends[i], NULL);

      g_unlink (name);
    }
  g_bytes_unref (sample);
  g_array_unref (rows);
  g_ptr_array_unref (texts);
  g_free (path);
}
