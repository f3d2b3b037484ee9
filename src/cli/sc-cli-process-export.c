/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process export`: writes a process as JSON, or its scheme as a drawing. */

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "diagram/sc-export.h"
#include "diagram/sc-paper.h"
#include "exchange/sc-process-file.h"
#include "files/sc-file.h"
#include "statistics/sc-scheme-figures.h"

typedef struct {
  char *format;
  char *path;
  char *paper;
  gboolean is_portrait;
  gboolean with_figures;
  GPtrArray *figures; /* what deals tell of the stages, or NULL */
} Options;

static GBytes *
make_page (const ScProcessFile *file,
           const Options       *options,
           GError             **error)
{
  ScPagesOptions pages = SC_PAPER_OPTIONS (file->name, sc_clock_today ());
  ScPaper paper;

  pages.figures = options->figures;
  sc_paper_from_name (options->paper, !options->is_portrait, &paper);

  return sc_paper_make_pdf (&paper, file->version, &pages, error);
}

static GBytes *
make_contents (const ScProcessFile *file,
               const Options       *wanted,
               GError             **error)
{
  ScExportOptions options = SC_EXPORT_OPTIONS (file->name, sc_clock_today ());
  ScImageFormat image;
  g_autofree char *json = NULL;
  gsize length;

  if (wanted->paper != NULL)
    return make_page (file, wanted, error);
  options.sheet.figures = wanted->figures;
  if (sc_image_format_from_id (wanted->format, &image))
    return sc_export_to_bytes (file->version, &options, image, error);

  json = sc_process_file_to_json (file);
  length = strlen (json);

  return g_bytes_new_take (g_steal_pointer (&json), length);
}

/* Without a file it goes to standard output. */
static gboolean
put_out (GBytes     *contents,
         const char *path,
         GError    **error)
{
  gsize length;
  const char *data = g_bytes_get_data (contents, &length);

  if (path != NULL && !g_str_equal (path, "-"))
    return sc_file_replace (path, contents, error);

  fwrite (data, 1, length, stdout);

  return TRUE;
}

/* The process itself, then the drawings. */
static char *
list_formats (const char *separator)
{
  GString *list = g_string_new (sc_process_file_get_format ()->id);

  for (guint i = 0; i < SC_N_IMAGE_FORMATS; i++)
    g_string_append_printf (list, "%s%s", separator, sc_image_format_describe (i)->id);

  return g_string_free (list, FALSE);
}

static gboolean
is_format (const char *format)
{
  ScImageFormat image;

  return g_str_equal (format, sc_process_file_get_format ()->id) || sc_image_format_from_id (format, &image);
}

static int
tell_formats (ScCliCall  *call,
              const char *format)
{
  g_autofree char *formats = list_formats (", ");

  /* Translators: %2$s is a list, such as “json, pdf, svg, png” */
  return sc_cli_call_misuse (call, _("“%1$s” is not a format; use %2$s."), format, formats);
}

/* Paper speaks for itself. */
static const ScFileFormat *
choose_format (const Options *options)
{
  return options->paper != NULL ? sc_image_format_describe (SC_IMAGE_PDF) : sc_process_file_get_format ();
}

/* Only a PDF has a page: the other drawings are as large as the scheme. */
static int
check_options (ScCliCall     *call,
               const Options *options)
{
  ScPaper paper;

  if (!is_format (options->format))
    return tell_formats (call, options->format);
  if (options->with_figures && g_str_equal (options->format, sc_process_file_get_format ()->id))
    return sc_cli_call_misuse (call, _("“--figures” is for drawings only."));
  if (options->is_portrait && options->paper == NULL)
    return sc_cli_call_misuse (call, _("“--portrait” needs “--paper”."));
  if (options->paper == NULL)
    return SC_CLI_DONE;
  if (!g_str_equal (options->format, sc_image_format_describe (SC_IMAGE_PDF)->id))
    return sc_cli_call_misuse (call, _("“--paper” is for PDF only."));
  if (!sc_paper_from_name (options->paper, TRUE, &paper))
    return sc_cli_process_tell_papers (call, options->paper);

  return SC_CLI_DONE;
}

static int
export (ScCliCall *call,
        Options   *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, &error);
  g_autoptr (ScProcessFile) file = store != NULL ? sc_process_file_load (store, process, TRUE, &error) : NULL;
  g_autoptr (GBytes) contents = NULL;

  if (file != NULL && options->with_figures)
    options->figures = sc_scheme_figures_read (store, process->id, NULL, &error);
  if (file != NULL && error == NULL)
    contents = make_contents (file, options, &error);
  if (contents == NULL || !put_out (contents, options->path, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_export:
 * @call: the call
 *
 * `process export PROCESS --format FORMAT -o FILE [--paper NAME] [--figures]`: writes a
 * process, or the drawing of its scheme.
 *
 * Returns: an exit status
 */
int
sc_cli_process_export (ScCliCall *call)
{
  Options options = { NULL, NULL, NULL, FALSE, FALSE, NULL };
  g_autofree char *formats = list_formats ("|");
  g_autofree char *papers = sc_paper_list_names ("|");
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("format", &options.format, N_("Format"), formats),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path, N_("Where to write it (default: standard output)"), N_("FILE") },
    SC_CLI_TEXT ("paper", &options.paper, N_("PDF on one page of this size (default: as large as the scheme)"), papers),
    SC_CLI_FLAG ("portrait", &options.is_portrait, N_("Upright paper")),
    SC_CLI_FLAG ("figures", &options.with_figures, N_("Draw what deals tell of each stage too")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (sc_cli_call_parse (call, entries, 1, 1, &status))
    {
      if (options.format == NULL)
        options.format = g_strdup (choose_format (&options)->id);
      status = check_options (call, &options);
      if (status == SC_CLI_DONE)
        status = export (call, &options);
    }
  g_free (options.format);
  g_free (options.path);
  g_free (options.paper);
  g_clear_pointer (&options.figures, g_ptr_array_unref);

  return status;
}
