/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the subcommands about a process's documents share. */

#include "cli/sc-cli-document.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/**
 * sc_cli_document_clear:
 * @self: which document is wanted
 */
void
sc_cli_document_clear (ScCliDocument *self)
{
  g_clear_pointer (&self->format_id, g_free);
  g_clear_pointer (&self->language_id, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
has_file (const ScCliDocument *self)
{
  return self->path != NULL && !g_str_equal (self->path, "-");
}

static char *
list_formats (void)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n_formats;
  const ScDocumentFormat *formats = sc_document_formats_list (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    g_strv_builder_add (ids, formats[i].id);
  list = g_strv_builder_end (ids);

  return g_strjoinv (", ", list);
}

/* What is said, else what the file's name says, else Markdown. */
static gboolean
choose_format (ScCliDocument *self,
               ScCliCall     *call)
{
  const char *id = self->format_id != NULL ? self->format_id : call->is_json ? "json" : NULL;

  if (id != NULL)
    self->format = sc_document_format_from_id (id);
  else
    self->format = has_file (self) ? sc_document_format_from_path (self->path) : NULL;
  if (self->format == NULL && id == NULL)
    self->format = sc_document_format_from_id ("md");
  if (self->format == NULL)
    {
      g_autofree char *list = list_formats ();

      /* Translators: the first %s is what was typed, the second a list such as “md, html, json” */
      sc_cli_call_misuse (call, _("“%1$s” is not a format; use %2$s."), id, list);
      return FALSE;
    }
  if (call->is_json && !g_str_equal (self->format->id, "json"))
    {
      sc_cli_call_misuse (call, _("Use either --json or --format %s, not both."), self->format->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
choose_version (ScCliDocument *self,
                ScCliCall     *call)
{
  guint64 number = 0;

  self->wanted = SC_VERSION_WANTED_CURRENT;
  if (self->version == NULL)
    return TRUE;

  if (g_str_equal (self->version, "draft"))
    self->wanted = SC_VERSION_WANTED_DRAFT;
  else if (g_str_equal (self->version, "published"))
    self->wanted = SC_VERSION_WANTED_PUBLISHED;
  else if (g_ascii_string_to_unsigned (self->version, 10, 1, G_MAXINT, &number, NULL))
    self->number = (guint) number;
  else
    sc_cli_call_misuse (call, _("“%s” is not a version; use draft, published or a number."), self->version);

  return self->wanted != SC_VERSION_WANTED_CURRENT || self->number != 0;
}

static gboolean
check_language (const ScCliDocument *self,
                ScCliCall           *call)
{
  ScLanguage language;

  if (self->language_id == NULL || sc_language_from_id (self->language_id, &language))
    return TRUE;

  sc_cli_call_misuse (call, _("“%s” is not a language of documents; use en or ru."), self->language_id);

  return FALSE;
}

/**
 * sc_cli_document_check:
 * @self: which document is wanted, as the options have it
 * @call: the call
 * @status: (out): the exit status where it is not
 *
 * Returns: whether the command line is right
 */
gboolean
sc_cli_document_check (ScCliDocument *self,
                       ScCliCall     *call,
                       int           *status)
{
  *status = SC_CLI_MISUSED;

  return choose_format (self, call) && choose_version (self, call) && check_language (self, call);
}

/**
 * sc_cli_document_load:
 * @self: which document is wanted
 * @call: the call, whose first word names a process
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): what the document is made from
 */
ScDocumentFacts *
sc_cli_document_load (const ScCliDocument *self,
                      ScCliCall           *call,
                      GError             **error)
{
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, error);

  return store != NULL ? sc_document_facts_load (store, process->id, self->wanted, self->number, error) : NULL;
}

/**
 * sc_cli_document_get_language:
 * @self: (nullable): which document is wanted
 * @facts: what it is made from
 *
 * Returns: what it is written in
 */
ScLanguage
sc_cli_document_get_language (const ScCliDocument   *self,
                              const ScDocumentFacts *facts)
{
  ScLanguage language = facts->version->language;

  if (self != NULL && self->language_id != NULL)
    sc_language_from_id (self->language_id, &language);

  return language;
}

/**
 * sc_cli_document_fill:
 * @source: (out caller-allocates): what regulations are made from; it lives no longer
 *   than @facts
 * @document: (nullable): which document is wanted, %NULL for one as it is by default
 * @facts: what the store knows
 */
void
sc_cli_document_fill (ScRegulationsSource   *source,
                      const ScCliDocument   *document,
                      const ScDocumentFacts *facts)
{
  sc_regulations_source_fill (source, facts, sc_cli_document_get_language (document, facts));
}

static gboolean
is_text (const ScDocumentFormat *format)
{
  return g_str_has_prefix (format->media_type, "text/") || g_str_equal (format->media_type, "application/json");
}

/* A terminal gets it as all that is told there. */
static gboolean
put_out_here (const ScCliDocument *self,
              ScFileFill           fill,
              gpointer             data,
              GError             **error)
{
  g_autoptr (ScOutput) output = sc_output_new_scratch (error);
  g_autoptr (GBytes) contents = NULL;

  if (output == NULL || !fill (output, data, error))
    return FALSE;

  contents = sc_output_read_all (output, error);
  if (contents == NULL)
    return FALSE;

  if (is_text (self->format))
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (contents, NULL), g_bytes_get_size (contents));

      sc_cli_print_document (text);
    }
  else
    {
      fwrite (g_bytes_get_data (contents, NULL), 1, g_bytes_get_size (contents), stdout);
    }

  return TRUE;
}

/**
 * sc_cli_document_put_out:
 * @self: which document is wanted
 * @fill: writes the document
 * @data: for @fill
 * @error: why it can't be made or written
 *
 * Writes it to its file, whole or not at all, or to standard output.
 *
 * Returns: whether it was written
 */
gboolean
sc_cli_document_put_out (const ScCliDocument *self,
                         ScFileFill           fill,
                         gpointer             data,
                         GError             **error)
{
  if (has_file (self))
    return sc_file_write (self->path, fill, data, error);
  if (!is_text (self->format) && isatty (STDOUT_FILENO))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   /* Translators: %s is a format such as “pdf” */
                   _("A terminal can’t show “%s”. Write it to a file with --output FILE."), self->format->id);
      return FALSE;
    }

  return put_out_here (self, fill, data, error);
}
