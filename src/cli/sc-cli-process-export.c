/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process export`: writes a process as JSON, or its scheme as a drawing. */

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli/sc-cli-commands.h"
#include "diagram/sc-export.h"
#include "exchange/sc-process-file.h"
#include "files/sc-file.h"

static GBytes *
make_contents (const ScProcessFile *file,
               const char          *format,
               GError             **error)
{
  ScExportOptions options = SC_EXPORT_OPTIONS (file->name, sc_clock_today ());
  ScImageFormat image;
  g_autofree char *json = NULL;
  gsize length;

  if (sc_image_format_from_id (format, &image))
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

static int
export (ScCliCall  *call,
        const char *format,
        const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, &error);
  g_autoptr (ScProcessFile) file = store != NULL ? sc_process_file_load (store, process, TRUE, &error) : NULL;
  g_autoptr (GBytes) contents = file != NULL ? make_contents (file, format, &error) : NULL;

  if (contents == NULL || !put_out (contents, path, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_export:
 * @call: the call
 *
 * `process export PROCESS --format FORMAT -o FILE`: writes a process, or the
 * drawing of its scheme.
 *
 * Returns: an exit status
 */
int
sc_cli_process_export (ScCliCall *call)
{
  g_autofree char *format = NULL;
  g_autofree char *path = NULL;
  g_autofree char *formats = list_formats ("|");
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("format", &format, N_("Format"), formats),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("Where to write it (default: standard output)"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;
  if (format == NULL)
    format = g_strdup (sc_process_file_get_format ()->id);
  if (!is_format (format))
    return tell_formats (call, format);

  return export (call, format, path);
}
