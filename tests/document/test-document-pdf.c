/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as PDF, as other programs read it. */

#include "diagram/sample.h"
#include "document/sc-document-pdf.h"
#include "paper-sample.h"

static char *folder;

static char *
write_pdf (const ScDocument *document,
           const char       *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_document_to_pdf (document, &error);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

static void
assert_clean (const char *path)
{
  const char *const argv[] = { "qpdf", "--check", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
test_clean (void)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = paper_sample_new (version);
  g_autofree char *path = write_pdf (document, "sample.pdf");

  assert_clean (path);
}

/* Long ones, on demand, with how long they took and how much memory. */
static void
measure_stages (guint n_stages)
{
  g_autoptr (ScVersion) version = sample_new (n_stages);
  g_autoptr (ScDocument) document = paper_sample_new (version);
  g_autofree char *name = g_strdup_printf ("stages-%u.pdf", n_stages);
  gint64 start = g_get_monotonic_time ();
  g_autofree char *path = write_pdf (document, name);

  g_printerr ("%u stages: %.0f ms\n", n_stages, (double) (g_get_monotonic_time () - start) / 1000);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_strdup (g_getenv ("PAPER_FOLDER"));
  if (folder == NULL)
    folder = g_dir_make_tmp ("sc-pdf-XXXXXX", NULL);

  if (argc > 1 && g_ascii_isdigit (argv[1][0]))
    {
      measure_stages ((guint) g_ascii_strtoull (argv[1], NULL, 10));
      return 0;
    }

  g_test_add_func ("/document-pdf/clean", test_clean);

  status = g_test_run ();
  g_free (folder);

  return status;
}
