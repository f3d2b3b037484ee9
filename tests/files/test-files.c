/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/sc-file.h"
#include "files/sc-files-error.h"
#include "files/sc-source.h"

/* More than the disk that fills up takes. */
#define N_BYTES 10000

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("test-files-XXXXXX", &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GBytes *
make_contents (char filler)
{
  return g_bytes_new_take (g_strnfill (N_BYTES, filler), N_BYTES);
}

static void
check_write_fails (const char *path,
                   int         code)
{
  g_autoptr (GBytes) contents = make_contents ('a');
  g_autoptr (GError) error = NULL;

  g_assert_false (sc_file_replace (path, contents, &error));
  g_assert_error (error, SC_FILES_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
check_contents (const char *path,
                GBytes     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_source_read (path, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
test_full_device (Fixture      *fixture,
                  gconstpointer data)
{
  check_write_fails ("/dev/full", SC_FILES_ERROR_NO_SPACE);
}

/* A disk that fills up: what was there is still there, and nothing else. */
static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.svg", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.svg", NULL);
  g_autoptr (GBytes) kept = g_bytes_new_static ("kept", 4);
  struct rlimit before;
  struct rlimit small;

  g_assert_true (g_file_set_contents (old, "kept", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  small = before;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  check_write_fails (old, SC_FILES_ERROR_NO_SPACE);
  check_write_fails (new, SC_FILES_ERROR_NO_SPACE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  check_contents (old, kept);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_bad_places (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "folder.svg", NULL);

  check_write_fails (nowhere, SC_FILES_ERROR_UNWRITABLE);
  check_write_fails (fixture->folder, SC_FILES_ERROR_UNWRITABLE);
  check_write_fails ("", SC_FILES_ERROR_UNWRITABLE);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* A file that is there keeps its mode; a link stays a link. */
static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.svg", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.svg", NULL);
  g_autoptr (GBytes) first = make_contents ('a');
  g_autoptr (GBytes) second = make_contents ('b');
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (sc_file_replace (path, first, &error));
  g_assert_no_error (error);
  check_contents (path, first);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink ("a.svg", link), ==, 0);

  g_assert_true (sc_file_replace (link, second, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  check_contents (path, second);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static gboolean
fill_half (ScOutput *output,
           gpointer  data,
           GError  **error)
{
  sc_output_write (output, "half", 4);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No more.");

  return FALSE;
}

/* What can't be made to its end leaves what was there. */
static void
test_half (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *old = g_build_filename (fixture->folder, "old.svg", NULL);
  g_autofree char *new = g_build_filename (fixture->folder, "new.svg", NULL);
  g_autoptr (GBytes) kept = g_bytes_new_static ("kept", 4);

  g_assert_true (g_file_set_contents (old, "kept", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sc_file_write (i == 0 ? old : new, fill_half, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    }

  check_contents (old, kept);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A piece is written over while the rest stays, as packing does. */
static void
test_output (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutput) output = sc_output_new_scratch (&error);
  g_autoptr (ScOutput) copy = sc_output_new_scratch (&error);
  g_autoptr (GString) text = g_string_new ("begin end");
  g_autoptr (GBytes) expected = g_bytes_new_static ("BEGIN end", 9);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  sc_output_put_out (output, text);
  g_assert_cmpuint (text->len, ==, 0);
  g_assert_cmpint (sc_output_tell (output), ==, 9);
  g_assert_true (sc_output_seek (output, 0));
  sc_output_write (output, "BEGIN", 5);
  sc_output_copy (copy, output);
  bytes = sc_output_read_all (copy, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
check_read_fails (const char *path,
                  int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sc_source_read (path, &error));
  g_assert_error (error, SC_FILES_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);

  check_read_fails (missing, SC_FILES_ERROR_UNREADABLE);
  check_read_fails (fixture->folder, SC_FILES_ERROR_UNREADABLE);
  check_read_fails ("/dev/zero", SC_FILES_ERROR_UNREADABLE);
  check_read_fails ("/proc/self/mem", SC_FILES_ERROR_UNREADABLE);
}

/* Files without anything in them cost nothing to make. */
static void
test_too_large (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "large", NULL);
  g_autoptr (GError) error = NULL;
  goffset size;
  int fd;

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  g_assert_cmpint (truncate (path, SC_MAX_WHOLE_BYTES + 1), ==, 0);
  check_read_fails (path, SC_FILES_ERROR_TOO_LARGE);

  /* Not as a whole, it is read still. */
  fd = sc_source_open (path, FALSE, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (size, ==, SC_MAX_WHOLE_BYTES + 1);
  close (fd);
  g_assert_cmpint (truncate (path, SC_MAX_FILE_BYTES + 1), ==, 0);
  g_assert_cmpint (sc_source_open (path, FALSE, &size, &error), ==, -1);
  g_assert_error (error, SC_FILES_ERROR, SC_FILES_ERROR_TOO_LARGE);
}

/* A pipe is read once, and is empty where nobody writes to it. */
static void
test_pipe (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  goffset size;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  check_contents (path, nothing);
  g_assert_cmpint (sc_source_open (path, FALSE, &size, &error), ==, -1);
  g_assert_error (error, SC_FILES_ERROR, SC_FILES_ERROR_UNREADABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/files/full-device", test_full_device);
  ADD ("/files/full-disk", test_full_disk);
  ADD ("/files/bad-places", test_bad_places);
  ADD ("/files/replace", test_replace);
  ADD ("/files/half-made", test_half);
  ADD ("/files/output", test_output);
  ADD ("/files/unreadable", test_unreadable);
  ADD ("/files/too-large", test_too_large);
  ADD ("/files/pipe", test_pipe);
#undef ADD

  return g_test_run ();
}
