/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing into a file needs no display: none is opened here. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "../diagram/sample.h"
#include "config.h"
#include "printing/sc-print-operation.h"

typedef struct {
  char *folder;
  char *path;
  ScPrintSetup *setup;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("test-print-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "scheme.pdf", NULL);
  fixture->setup = sc_print_setup_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->setup);
}

static GtkPrintOperationResult
print_to (const char *path,
          Fixture    *fixture,
          GError    **error)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autoptr (ScPrintOperation) operation = NULL;

  sample_send_back (version, 4, 1);
  sample_park (version, 0, 60);
  operation = sc_print_operation_new (version, "Продажа CRM", fixture->setup);
  gtk_print_operation_set_allow_async (GTK_PRINT_OPERATION (operation), FALSE);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);

  return gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error);
}

static char *
run (const char *tool,
     const char *path)
{
  const char *argv[] = { tool, path, g_str_equal (tool, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return out;
}

static void
test_one_page (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (print_to (fixture->path, fixture, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  info = run ("pdfinfo", fixture->path);
  text = run ("pdftotext", fixture->path);
  g_assert_nonnull (strstr (info, "Pages:           1"));
  g_assert_nonnull (strstr (info, "Title:           Продажа CRM"));
  g_assert_nonnull (strstr (text, "Отслеживание оплаты"));
  g_assert_nonnull (strstr (text, "Есть клиент"));
  g_assert_null (strstr (text, "Страница"));
}

static void
test_several_pages (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;

  g_object_set (fixture->setup, "is-spread", TRUE, "across", 2u, "down", 2u, "has-legend", FALSE, NULL);
  g_assert_cmpint (print_to (fixture->path, fixture, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  info = run ("pdfinfo", fixture->path);
  text = run ("pdftotext", fixture->path);
  g_assert_nonnull (strstr (info, "Pages:           4"));
  g_assert_nonnull (strstr (text, "Страница 4 из 4"));
  g_assert_null (strstr (text, "Участвует"));
}

/* What happens when a client refuses is printed as the Scheme view shows it,
 * until it is chosen for these pages. */
static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;

  g_object_set (fixture->setup, "is-spread", FALSE, "has-legend", TRUE, NULL);
  g_assert_cmpint (print_to (fixture->path, fixture, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  with = run ("pdftotext", fixture->path);
  g_assert_nonnull (strstr (with, "сделка откладывается"));
  g_assert_nonnull (strstr (with, "Возврат на этап при отказе клиента"));

  g_object_set (fixture->setup, "has-refusals", FALSE, NULL);
  g_assert_cmpint (print_to (fixture->path, fixture, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  without = run ("pdftotext", fixture->path);
  g_assert_null (strstr (without, "откладывается"));
  g_assert_null (strstr (without, "Возврат"));
  g_assert_true (g_settings_get_boolean (settings, "show-refusals"));

  g_settings_set_boolean (settings, "show-refusals", FALSE);
  g_assert_false (sc_print_setup_get_options (fixture->setup, "CRM", 100, 100).has_refusals);
  g_settings_reset (settings, "show-refusals");
  g_assert_true (sc_print_setup_get_options (fixture->setup, "CRM", 100, 100).has_refusals);
}

/* The next time, everything is as it was left. */
static void
test_remembered (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GtkPageSetup) paper = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new ("iso_a3");
  g_autoptr (ScPrintSetup) next = NULL;
  ScPagesOptions options;

  gtk_page_setup_set_paper_size_and_default_margins (paper, size);
  gtk_paper_size_free (size);
  g_object_set (fixture->setup, "is-spread", TRUE, "across", 3u, "down", 2u, "has-title", FALSE, NULL);
  sc_print_setup_set_page_setup (fixture->setup, paper);

  next = sc_print_setup_new ();
  options = sc_print_setup_get_options (next, "CRM", 100, 100);
  g_assert_cmpuint (options.across, ==, 3);
  g_assert_cmpuint (options.down, ==, 2);
  g_assert_false (options.has_title);
  g_assert_cmpstr (gtk_paper_size_get_name (gtk_page_setup_get_paper_size (sc_print_setup_get_page_setup (next))), ==,
                   "iso_a3");
  g_object_set (next, "is-spread", FALSE, "has-title", TRUE, "has-legend", TRUE, NULL);
}

static void
test_bad_place (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "folder.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (print_to (path, fixture, &error), ==, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/print/one-page", test_one_page);
  ADD ("/print/several-pages", test_several_pages);
  ADD ("/print/refusals", test_refusals);
  ADD ("/print/remembered", test_remembered);
  ADD ("/print/bad-place", test_bad_place);
#undef ADD

  return g_test_run ();
}
