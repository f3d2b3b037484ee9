/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/process-format.md says what each member means. What is not as it has to
 * be is refused whole; what only the method finds fault with comes in. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-json-reader.h"
#include "exchange/sc-process-file.h"
#include "files/sc-source.h"

typedef struct {
  ScJsonReader *reader;
  ScVersion *version;
  /* Ids of this file that are taken already. */
  GHashTable *ids;
  /* The first role of each name as it is written, and as people tell names apart. */
  GHashTable *roles;
  GHashTable *folded_roles;
  /* The stage that the mark stands after; -1 before one was found. */
  int mark;
} Process;

static void
refuse_value (Process    *self,
              const char *name,
              const char *value)
{
  g_autofree char *shown = g_utf8_truncate_middle (value, 40);

  sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, name, _("“%s” is not known here."), shown);
}

/* The id that stands there, or %NULL for what has none that could be one. */
static char *
read_id (Process *self)
{
  const char *id = sc_json_reader_get_text (self->reader, "id");

  if (id == NULL || !g_uuid_string_is_valid (id))
    return NULL;
  if (!g_hash_table_add (self->ids, g_strdup (id)))
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "id", "%s", _("Something else in the file has the same id."));

  return g_strdup (id);
}

static void
take_id (char **id,
         char  *found)
{
  if (found == NULL)
    return;

  g_free (*id);
  *id = found;
}

static void
read_aspects (Process *self)
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
        refuse_value (self, name, text);
    }

  sc_json_reader_leave (self->reader);
}

static char *
fold (const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  sc_name_fold (name, folded);

  return g_string_free_and_steal (g_steal_pointer (&folded));
}

static void
add_role (Process *self,
          ScRole  *role)
{
  g_autofree char *folded = fold (role->name);

  g_ptr_array_add (self->version->roles, role);
  if (!g_hash_table_contains (self->roles, role->name))
    g_hash_table_insert (self->roles, g_strdup (role->name), role);
  if (!g_hash_table_contains (self->folded_roles, folded))
    g_hash_table_insert (self->folded_roles, g_steal_pointer (&folded), role);
}

static ScRole *
find_role_by_name (Process    *self,
                   const char *name)
{
  g_autofree char *folded = fold (name);

  return g_hash_table_lookup (self->folded_roles, folded);
}

static void
read_role (Process *self)
{
  const char *name = sc_json_reader_need_text (self->reader, "name");
  const char *function = sc_json_reader_get_text (self->reader, "function");
  ScRole *role = sc_role_new (name, sc_function_guess (name));

  if (function != NULL && !sc_function_from_id (function, &role->function))
    refuse_value (self, "function", function);
  take_id (&role->id, read_id (self));
  add_role (self, role);
}

static void
read_roles (Process *self)
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "roles", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        read_role (self);
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

/* A role that stands only in a stage is made. */
static const ScRole *
need_role (Process    *self,
           const char *name)
{
  ScRole *role = g_hash_table_lookup (self->roles, name);

  if (role == NULL)
    role = find_role_by_name (self, name);
  if (role == NULL)
    {
      role = sc_role_new (name, sc_function_guess (name));
      add_role (self, role);
    }

  return role;
}

/* By id, where the name alone does not tell which; else by name. No name is
 * nobody, unless a role has it. */
static const char *
find_role (Process    *self,
           const char *id,
           const char *name)
{
  const ScRole *role = id != NULL ? sc_version_find_role (self->version, id, NULL) : NULL;

  if (role == NULL || !g_str_equal (role->name, name))
    role = name[strspn (name, " \t\r\n")] != '\0' ? need_role (self, name)
                                                  : find_role_by_name (self, name);

  return role != NULL ? role->id : NULL;
}

static void
read_stage_roles (Process *self,
                  ScStage *stage)
{
  g_autoptr (GStrvBuilder) participants = g_strv_builder_new ();
  const char *responsible = sc_json_reader_get_text (self->reader, "responsible");
  const char *id = sc_json_reader_get_text (self->reader, "responsible_id");
  g_auto (GStrv) names = sc_json_reader_get_texts (self->reader, "participants");
  g_auto (GStrv) ids = sc_json_reader_get_texts (self->reader, "participant_ids");
  gboolean has_ids = g_strv_length (ids) == g_strv_length (names);
  g_auto (GStrv) found = NULL;

  if (responsible != NULL)
    stage->responsible = g_strdup (find_role (self, id, responsible));
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *participant = find_role (self, has_ids ? ids[i] : NULL, names[i]);

      if (participant != NULL)
        g_strv_builder_add (participants, participant);
    }

  found = g_strv_builder_end (participants);
  sc_stage_set_participants (stage, (const char *const *) found);
}

static ScKindSet
read_kinds (Process *self)
{
  g_auto (GStrv) names = sc_json_reader_get_texts (self->reader, "kinds");
  ScKindSet kinds = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *place = g_strdup_printf ("kinds[%u]", i);
      ScKind kind;

      if (sc_kind_from_id (names[i], &kind))
        kinds |= SC_KIND_BIT (kind);
      else
        refuse_value (self, place, names[i]);
    }

  if (!sc_json_reader_has (self->reader, "kinds"))
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "kinds", "%s", _("This is missing."));
  else if (kinds == 0)
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "kinds", "%s", _("A stage covers at least one kind of step."));

  return kinds;
}

static void
read_criteria (Process *self,
               ScStage *stage)
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "exit_criteria", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        ScCriterion *criterion = sc_stage_add_criterion (stage, sc_json_reader_need_text (self->reader, "text"));

        take_id (&criterion->id, read_id (self));
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

static void
read_tactics (Process *self,
              ScStage *stage)
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "tactics", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        const char *title = sc_json_reader_get_text (self->reader, "title");
        const char *text = sc_json_reader_get_text (self->reader, "text");

        sc_stage_add_tactic (stage, title != NULL ? title : "", text != NULL ? text : "");
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

static void
read_duration (Process *self,
               ScStage *stage)
{
  const char *unit;
  gint64 value;

  if (!sc_json_reader_enter_object (self->reader, "duration"))
    return;

  unit = sc_json_reader_get_text (self->reader, "unit");
  if (unit != NULL && !sc_unit_from_id (unit, &stage->duration.unit))
    refuse_value (self, "unit", unit);
  if (sc_json_reader_get_int (self->reader, "value", 1, SC_DURATION_MAX, &value))
    stage->duration.value = (guint) value;
  else
    stage->duration.unit = SC_UNIT_WORKING_DAYS;

  sc_json_reader_leave (self->reader);
}

static void
read_colour (Process *self,
             ScStage *stage)
{
  const char *colour = sc_json_reader_get_text (self->reader, "colour");

  if (colour == NULL)
    return;
  if (strlen (colour) == 7 && colour[0] == '#' && strspn (colour + 1, "0123456789abcdefABCDEF") == 6)
    stage->colour = g_strdup (colour);
  else
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "colour", "%s",
                         _("This has to be a colour in the form “#rrggbb”."));
}

static void
read_mark (Process *self,
           guint    position)
{
  if (!sc_json_reader_get_bool (self->reader, "client_mark", FALSE))
    return;

  if (self->mark >= 0)
    sc_json_reader_fail (self->reader, SC_EXCHANGE_ERROR_INVALID, "client_mark",
                         _("There is one client mark at most, and stages[%d] has it already."), self->mark);
  self->mark = (int) position;
}

static void
read_text (Process    *self,
           const char *name,
           char      **text)
{
  const char *found = sc_json_reader_get_text (self->reader, name);

  if (found != NULL)
    g_set_str (text, found);
}

static void
read_texts (Process    *self,
            const char *name,
            GStrv      *texts)
{
  g_strfreev (*texts);
  *texts = sc_json_reader_get_texts (self->reader, name);
}

static void
read_stage (Process *self,
            guint    position)
{
  const char *name = sc_json_reader_need_text (self->reader, "name");
  ScStage *stage = sc_stage_new (name, read_kinds (self));

  g_ptr_array_add (self->version->stages, stage);
  take_id (&stage->id, read_id (self));
  read_text (self, "goal", &stage->goal);
  read_text (self, "entry", &stage->entry);
  read_texts (self, "actions", &stage->actions);
  read_criteria (self, stage);
  read_stage_roles (self, stage);
  read_duration (self, stage);
  sc_json_reader_get_number (self->reader, "probability", 0, 1, &stage->probability);
  read_mark (self, position);
  read_colour (self, stage);
  read_texts (self, "documents", &stage->documents);
  read_tactics (self, stage);
}

static void
read_stages (Process *self)
{
  guint n_items;

  if (!sc_json_reader_enter_array (self->reader, "stages", &n_items))
    return;

  for (guint i = 0; i < n_items; i++)
    if (sc_json_reader_enter_item (self->reader, i))
      {
        read_stage (self, i);
        sc_json_reader_leave (self->reader);
      }

  sc_json_reader_leave (self->reader);
}

/* A mark that nobody set stands where it would stand by itself; one that
 * stands elsewhere was set, whatever the file says. */
static void
set_mark (Process *self)
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
guess_language (Process    *self,
                const char *name)
{
  gboolean is_russian = is_cyrillic (name);

  for (guint i = 0; i < self->version->stages->len && !is_russian; i++)
    is_russian = is_cyrillic (sc_version_get_stage (self->version, i)->name);

  return is_russian ? SC_LANGUAGE_RU : SC_LANGUAGE_EN;
}

static void
read_language (Process    *self,
               const char *name)
{
  const char *language = sc_json_reader_get_text (self->reader, "language");

  if (language == NULL)
    self->version->language = guess_language (self, name);
  else if (!sc_language_from_id (language, &self->version->language))
    refuse_value (self, "language", language);
}

static void
read_status (Process *self)
{
  const char *status = sc_json_reader_get_text (self->reader, "status");

  if (status != NULL && !sc_version_status_from_id (status, &self->version->status))
    refuse_value (self, "status", status);
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
read_process (Process *self)
{
  const char *name;
  ScProcessFile *file;

  check_format (self->reader);
  name = sc_json_reader_need_text (self->reader, "name");
  file = sc_process_file_new (NULL, name);
  file->version = sc_version_ref (self->version);
  take_id (&file->id, read_id (self));
  read_text (self, "description", &file->description);
  read_texts (self, "loss_reasons", &file->loss_reasons);
  read_status (self);
  read_aspects (self);
  read_roles (self);
  read_stages (self);
  read_language (self, name);
  set_mark (self);

  return file;
}

/**
 * sc_process_file_parse:
 * @bytes: JSON in the form of docs/process-format.md
 * @error: of %SC_EXCHANGE_ERROR; the message names the place, such as
 *   `stages[3].probability`
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
  Process process = { reader, version, ids, roles, folded_roles, -1 };

  if (reader == NULL)
    return NULL;

  file = read_process (&process);
  if (!sc_json_reader_finish (reader, error))
    return NULL;

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
