/* SPDX-License-Identifier: GPL-3.0-or-later */

/* lock-holder KIND DATABASE: another program that holds a database for as long
 * as its standard input is open, and says “held” once it does.
 *
 *   write       it writes, as an import does for minutes
 *   exclusive   the same, begun as an exclusive transaction
 *   checkpoint  it puts the log into the file, and waits for one who reads
 *   restore     it has the file for itself: nobody else can even read */

#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define FOR_EVER_MSEC 600000

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, FOR_EVER_MSEC);

  return handle;
}

static void
run (sqlite3    *handle,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static gpointer
put_log_into_file (gpointer handle)
{
  sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);

  return NULL;
}

/* What is written behind the back of one who reads keeps the log from being
 * emptied until they are done; meanwhile nobody else may write. */
static void
hold_checkpoint (const char *path)
{
  sqlite3 *reader = open_database (path);
  sqlite3 *writer = open_database (path);
  sqlite3 *other = open_database (path);

  run (reader, "BEGIN; SELECT count(*) FROM sqlite_schema");
  run (writer, "INSERT OR REPLACE INTO setting VALUES ('held', '')");
  sqlite3_busy_timeout (other, 0);
  g_thread_new ("checkpoint", put_log_into_file, writer);
  while (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK)
    run (other, "ROLLBACK");
}

static void
hold (const char *kind,
      const char *path)
{
  if (g_str_equal (kind, "write"))
    run (open_database (path), "BEGIN IMMEDIATE; INSERT OR REPLACE INTO setting VALUES ('held', '')");
  else if (g_str_equal (kind, "exclusive"))
    run (open_database (path), "BEGIN EXCLUSIVE");
  else if (g_str_equal (kind, "restore"))
    run (open_database (path), "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  else if (g_str_equal (kind, "checkpoint"))
    hold_checkpoint (path);
  else
    g_error ("Hold how?");
}

int
main (int    argc,
      char **argv)
{
  g_assert_cmpint (argc, ==, 3);
  hold (argv[1], argv[2]);
  puts ("held");
  fflush (stdout);
  while (getchar () != EOF)
    ;

  /* Whatever it was about to do, it does not do. */
  _Exit (0);
}
