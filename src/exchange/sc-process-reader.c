/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/process-format.md says what each member means. What is not as it has to
 * be is refused whole; what only the method finds fault with comes in. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-process-file.h"
#include "exchange/sc-process-reader-private.h"
#include "files/sc-source.h"
#include "model/sc-new-ids.h"

/**
 * sc_process_reader_refuse_value:
 * @self: a process while it is read
 * @name: the member at fault
 * @value: what stands there
 *
 * Says that nothing of that name is known.
 */
void
sc_process_reader_refuse_value (ScProcessReader *self,
                                const char      *name,
                                const char      *value)
{
  g_autofree char *shown = g_utf8_truncate_middle (value, 40);

  sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, name, _("“%s” is not known here."), shown);
}

/**
 * sc_process_reader_take_id:
 * @self: a process while a thing of it is read
 * @id: (inout): the thing's own id, which the one that stands there takes the place of
 *
 * What is no UUID is none, but what names it means the thing.
 */
void
sc_process_reader_take_id (ScProcessReader *self,
                           char           **id)
{
  const char *found = sc_json_reader_get_text (self->reader, "id");

  if (found == NULL || found[0] == '\0')
    return;

  if (!g_uuid_string_is_valid (found))
    {
      if (!g_hash_table_contains (self->new_ids, found))
        g_hash_table_insert (self->new_ids, g_strdup (found), g_strdup (*id));
      return;
    }

  if (!g_hash_table_add (self->ids, g_strdup (found)))
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "id", "%s", _("Something else in the file has the same id."));
  g_set_str (id, found);
}

/**
 * sc_process_reader_take_text:
 * @self: a process while it is read
 * @name: a member that is a text
 * @text: (inout): what it is where it is missing
 */
void
sc_process_reader_take_text (ScProcessReader *self,
                             const char      *name,
                             char           **text)
{
  const char *found = sc_json_reader_get_text (self->reader, name);

  if (found != NULL)
    g_set_str (text, found);
}

/**
 * sc_process_reader_take_texts:
 * @self: a process while it is read
 * @name: a member that is a list of texts
 * @texts: (inout): the texts, none where it is missing
 */
void
sc_process_reader_take_texts (ScProcessReader *self,
                              const char      *name,
                              GStrv           *texts)
{
  g_strfreev (*texts);
  *texts = sc_json_reader_get_texts (self->reader, name);
}

static void
read_aspects (ScProcessReader *self)
{
  if (!sc_json_reader_enter_object (self->reader, "aspects"))
    return;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    {
      const char *name = sc_aspect_get_id (i);
      const char *text = sc_json_reader_get_text (self->reader, name);
      guint value;

      if (text == NULL)
        continue;
      if (sc_aspect_value_from_id (i, text, &value))
        self->version->aspects.value[i] = (guint8) value;
      else
        sc_process_reader_refuse_value (self, name, text);
    }

  sc_json_reader_leave (self->reader);
}

/* A mark that nobody set stands where it would stand by itself; one that
 * stands elsewhere was set, whatever the file says. */
static void
set_mark (ScProcessReader *self)
{
  gboolean is_set = sc_json_reader_get_bool (self->reader, "client_mark_is_set", TRUE);

  if (self->mark < 0 || self->mark >= (int) self->version->stages->len)
    return;
  if (is_set || self->mark != sc_version_get_mark_position (self->version))
    self->version->mark = g_strdup (sc_version_get_stage (self->version, (guint) self->mark)->id);
}

static gboolean
is_cyrillic (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_CYRILLIC)
      return TRUE;

  return FALSE;
}

/* Of a file that does not say it: what its names are written in. */
static ScLanguage
guess_language (ScProcessReader *self,
                const char      *name)
{
  gboolean is_russian = is_cyrillic (name);

  for (guint i = 0; i < self->version->stages->len && !is_russian; i++)
    is_russian = is_cyrillic (sc_version_get_stage (self->version, i)->name);

  return is_russian ? SC_LANGUAGE_RU : SC_LANGUAGE_EN;
}

static void
read_language (ScProcessReader *self,
               const char      *name)
{
  const char *language = sc_json_reader_get_text (self->reader, "language");

  if (language == NULL)
    self->version->language = guess_language (self, name);
  else if (!sc_language_from_id (language, &self->version->language))
    sc_process_reader_refuse_value (self, "language", language);
}

static void
read_status (ScProcessReader *self)
{
  const char *status = sc_json_reader_get_text (self->reader, "status");

  if (status != NULL && !sc_version_status_from_id (status, &self->version->status))
    sc_process_reader_refuse_value (self, "status", status);
}

static void
check_format (ScJsonReader *reader)
{
  const char *format = sc_json_reader_need_text (reader, "format");
  gint64 version;

  if (!g_str_equal (format, SC_PROCESS_FORMAT))
    {
      sc_json_reader_fail (reader, SC_EXCHANGE_ERROR_INVALID, "format",
                           _("This is not a process: it has to be “%s”."), SC_PROCESS_FORMAT);
    }
  else if (!sc_json_reader_get_int (reader, "version", 1, G_MAXINT, &version))
    {
      sc_json_reader_fail (reader, SC_EXCHANGE_ERROR_INVALID, "version", "%s", _("This is missing."));
    }
  else if (version > SC_PROCESS_FORMAT_VERSION)
    {
      sc_json_reader_fail (reader, SC_EXCHANGE_ERROR_NEWER, "version",
                           _("The file was written by a newer Stagecraft, which knows version %1$d; this one reads version %2$d."),
                           (int) version, SC_PROCESS_FORMAT_VERSION);
    }
}

static ScProcessFile *
read_process (ScProcessReader *self)
{
  const char *name;
  ScProcessFile *file;

  check_format (self->reader);
  name = sc_json_reader_need_text (self->reader, "name");
  file = sc_process_file_new (NULL, name);
  file->version = sc_version_ref (self->version);
  sc_process_reader_take_id (self, &file->id);
  sc_process_reader_take_text (self, "description", &file->description);
  sc_process_reader_take_texts (self, "loss_reasons", &file->loss_reasons);
  read_status (self);
  read_aspects (self);
  sc_process_reader_read_roles (self);
  sc_process_reader_read_stages (self);
  sc_new_ids_apply (self->new_ids, self->version);
  sc_process_reader_find_refusals (self);
  read_language (self, name);
  set_mark (self);
  sc_process_reader_read_own_words (self, file->own_words);

  return file;
}

/**
 * sc_process_file_parse:
 * @bytes: JSON in the form of docs/process-format.md
 * @error: of %SC_EXCHANGE_ERROR; the message names the place, such as
 *   `stages[3].probability`, and the stage in words
 *
 * Returns: (transfer full): the process, or %NULL: what is not what it claims
 *   to be is refused whole
 */
ScProcessFile *
sc_process_file_parse (GBytes  *bytes,
                       GError **error)
{
  g_autoptr (ScJsonReader) reader = sc_json_reader_new (bytes, error);
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ScProcessFile) file = NULL;
  g_autoptr (GHashTable) roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folded_roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) refusals = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GError) fault = NULL;
  ScProcessReader process = { reader, version, ids, new_ids, roles, folded_roles, refusals, -1 };

  if (reader == NULL)
    return NULL;

  file = read_process (&process);
  if (!sc_json_reader_finish (reader, &fault))
    {
      sc_process_fault_explain (fault, version);
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  return g_steal_pointer (&file);
}

/**
 * sc_process_file_read:
 * @path: a file
 * @error: of %SC_EXCHANGE_ERROR or %SC_FILES_ERROR; names the file, and the place in it
 *
 * Returns: (transfer full): the process that is in it, or %NULL
 */
ScProcessFile *
sc_process_file_read (const char *path,
                      GError    **error)
{
  g_autoptr (GBytes) bytes = sc_source_read (path, error);
  g_autofree char *name = g_filename_display_name (path);
  ScProcessFile *self;

  if (bytes == NULL)
    return NULL;

  self = sc_process_file_parse (bytes, error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", name);

  return self;
}
