/* SPDX-License-Identifier: GPL-3.0-or-later */

/* write-sample FOLDER [STAGES [FORMAT…]]: the document of the tests, or one of so many
 * stages where that is not 0, in each format or in some; for programs that open such
 * files, and for who wants to look at it. */

#include <locale.h>
#include <stdlib.h>

#include "document-sample.h"
#include "document/sc-document-format.h"
#include "written.h"

static gboolean
is_wanted (const char *id,
           int         n_wanted,
           char      **wanted)
{
  for (int i = 0; i < n_wanted; i++)
    if (g_str_equal (wanted[i], id))
      return TRUE;

  return n_wanted <= 0;
}

int
main (int   argc,
      char *argv[])
{
  guint n_stages = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 0;
  g_autoptr (ScDocument) document = NULL;
  guint n_formats;
  const ScDocumentFormat *formats = sc_document_formats_list (&n_formats);

  setlocale (LC_ALL, "");
  if (argc < 2)
    return 2;

  document = n_stages > 0 ? document_sample_of_stages (n_stages) : document_sample_new (SC_LANGUAGE_RU);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 started = g_get_monotonic_time ();
      gboolean is_left_out = !is_wanted (formats[i].id, argc - 3, argv + 3);
      g_autoptr (GBytes) bytes = is_left_out ? NULL : write_to_bytes (document, formats[i].write, &error);
      g_autofree char *name = g_strconcat ("sample.", formats[i].id, NULL);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      if (is_left_out)
        continue;
      if (bytes == NULL
          || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
        {
          g_printerr ("%s: %s\n", name, error->message);
          return 1;
        }
      g_print ("%s: %" G_GSIZE_FORMAT " bytes in %.0f ms\n", name, g_bytes_get_size (bytes),
               (double) (g_get_monotonic_time () - started) / 1000);
    }

  return 0;
}
