/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process words`: tells which places a manager's own words may have in the documents of a
 * process, and writes them there. */

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "change/sc-document-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-document.h"
#include "cli/sc-cli-table.h"
#include "document/sc-tactics-book.h"
#include "files/sc-json-writer.h"
#include "files/sc-source.h"

/* A field of a file, as everywhere. */
#define MAX_BYTES (1024 * 1024)

#define STAGE "stage:"

/* What the subcommand works on. */
typedef struct {
  ScStore *store;
  ScDocumentFacts *facts;
  ScRegulationsSource source;
  GPtrArray *places;
} Words;

static void
words_clear_facts (Words *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->facts, sc_document_facts_free);
}

static void
words_clear (Words *self)
{
  words_clear_facts (self);
  g_clear_object (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const ScWordPlace *
find_place (const Words *self,
            const char  *place)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_str_equal (((ScWordPlace *) self->places->pdata[i])->place, place))
      return self->places->pdata[i];

  return NULL;
}

/* The tactics book has sections of its own, with nothing but own words. */
static gboolean
is_section_of_book (const char *id)
{
  return g_strv_contains (sc_tactics_book_list_sections (), id);
}

/* What is there now; again after a change. */
static gboolean
read_all (Words      *self,
          const char *process_id,
          GError    **error)
{
  ScDocumentFacts *facts = sc_document_facts_load (self->store, process_id, SC_VERSION_WANTED_CURRENT, 0, error);

  if (facts == NULL)
    return FALSE;

  words_clear_facts (self);
  self->facts = facts;
  sc_cli_document_fill (&self->source, NULL, facts);
  self->places = sc_regulations_list_places (&self->source);

  return TRUE;
}

static gboolean
load (Words     *self,
      ScCliCall *call,
      GError   **error)
{
  g_autoptr (ScProcess) process = NULL;

  self->store = sc_cli_call_open_process (call, &process, error);

  return self->store != NULL && read_all (self, process->id, error);
}

static const ScOwnWord *
find_word (const Words *self,
           const char  *place)
{
  for (guint i = 0; i < self->facts->own_words->len; i++)
    if (g_str_equal (((ScOwnWord *) self->facts->own_words->pdata[i])->place, place))
      return self->facts->own_words->pdata[i];

  return NULL;
}

static char *
get_stage (const ScOwnWord *word)
{
  char *stage_id = NULL;

  sc_place_parse (word->place, NULL, &stage_id, NULL);

  return stage_id;
}

static void
write_place (ScJsonWriter      *writer,
             const ScWordPlace *place)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "place", place->place);
  sc_json_writer_add_text (writer, "heading", place->heading);
  sc_json_writer_add_text (writer, "text", place->text);
  sc_json_writer_add_bool (writer, "is_stale", place->is_stale);
  sc_json_writer_end (writer);
}

static void
write_without_place (ScJsonWriter    *writer,
                     const Words     *self,
                     const ScOwnWord *word)
{
  g_autofree char *stage = get_stage (word);

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "stage", stage);
  sc_json_writer_add_text (writer, "name", stage != NULL ? g_hash_table_lookup (self->facts->stage_names, stage) : NULL);
  sc_json_writer_add_text (writer, "place", word->place);
  sc_json_writer_add_text (writer, "text", word->text);
  sc_json_writer_end (writer);
}

static void
print_json (const Words *self)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "places");
  for (guint i = 0; i < self->places->len; i++)
    write_place (writer, self->places->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_begin_array (writer, "without_place");
  for (guint i = 0; i < self->facts->own_words->len; i++)
    {
      const ScOwnWord *word = self->facts->own_words->pdata[i];

      if (find_place (self, word->place) == NULL)
        write_without_place (writer, self, word);
    }
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/* Of several lines the first. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\r\n"));

  return *text == '\0' ? g_strdup (_("(struck out)")) : g_utf8_truncate_middle (line, 60);
}

static void
print_written (const Words *self)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  for (guint i = 0; i < self->places->len; i++)
    {
      const ScWordPlace *place = self->places->pdata[i];
      g_autofree char *line = place->text != NULL ? shorten (place->text) : NULL;

      if (line != NULL)
        sc_cli_table_add (table, place->place, place->heading, line, place->is_stale ? _("the stage has changed since") : "", NULL);
    }
  sc_cli_table_print (table);
}

static void
print_without_place (const Words *self)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);
  gboolean has_any = FALSE;

  for (guint i = 0; i < self->facts->own_words->len; i++)
    {
      const ScOwnWord *word = self->facts->own_words->pdata[i];
      g_autofree char *stage = get_stage (word);
      const char *name = stage != NULL ? g_hash_table_lookup (self->facts->stage_names, stage) : NULL;
      g_autofree char *line = shorten (word->text);

      if (find_place (self, word->place) != NULL)
        continue;

      has_any = TRUE;
      sc_cli_table_add (table, word->place, name != NULL ? name : "", line, NULL);
    }
  if (has_any)
    {
      sc_cli_print ("\n%s\n", _("Without a place:"));
      sc_cli_table_print (table);
    }
}

static void
print_text (const Words *self)
{
  if (self->facts->own_words->len == 0)
    {
      sc_cli_print ("%s\n", _("There are no own words. --json lists the places that they may have."));
      return;
    }

  print_written (self);
  print_without_place (self);
}

/* Own words have the number under which they are printed: what was written to 5.3:instead
 * is told by that name as well. */
static char *
find_numbered (const ScDocument *document,
               const char       *number,
               const char       *colon)
{
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      if (section->number[0] == '\0' || !g_str_equal (section->number, number))
        continue;
      if (!section->is_own)
        return g_strdup (section->id);
      if (section->place != NULL && g_str_has_suffix (section->place, colon))
        return g_strndup (section->place, strlen (section->place) - strlen (colon));
    }

  return NULL;
}

static gboolean
is_known (const Words *self,
          const char  *place)
{
  return find_place (self, place) != NULL || find_word (self, place) != NULL;
}

/* A section may be told by the number that is printed, a stage by its name. */
static char *
find_subject (const Words      *self,
              const ScDocument *document,
              const char       *typed,
              const char       *colon)
{
  char *numbered = find_numbered (document, typed, colon);
  const ScStage *stage = g_str_has_prefix (typed, STAGE)
                         ? sc_version_find_stage_by_name (self->facts->version, typed + strlen (STAGE), NULL) : NULL;

  if (numbered != NULL)
    return numbered;

  return stage != NULL ? g_strconcat (STAGE, stage->id, NULL) : g_strdup (typed);
}

/* Returns: (nullable): the place that is meant, %NULL where there is none such. */
static char *
resolve (const Words *self,
         const char  *typed)
{
  const char *colon = strrchr (typed, ':');
  g_autofree char *words = g_strndup (typed, colon != NULL ? (gsize) (colon - typed) : 0);
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *place = NULL;

  if (is_known (self, typed))
    return g_strdup (typed);
  if (colon == NULL)
    return NULL;

  document = sc_regulations_new (&self->source);
  subject = find_subject (self, document, words, colon);
  place = g_strconcat (subject, colon, NULL);
  if (is_known (self, place)
      || (sc_place_parse (place, NULL, NULL, NULL)
          && (sc_document_find_section (document, subject) != NULL || is_section_of_book (subject))))
    return g_steal_pointer (&place);

  return NULL;
}

static GBytes *
read_input (GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[65536];
  gsize n;

  while (data->len <= MAX_BYTES && (n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_byte_array_append (data, buffer, (guint) n);
  if (!ferror (stdin))
    return g_byte_array_free_to_bytes (g_steal_pointer (&data));

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The standard input could not be read."));

  return NULL;
}

static char *
read_text (const char *path,
           GError    **error)
{
  static const char mark[] = "\xEF\xBB\xBF";
  gboolean is_input = g_str_equal (path, "-");
  g_autoptr (GBytes) bytes = is_input ? read_input (error) : sc_source_read (path, error);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    return NULL;
  if (size > MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” is larger than 1 MiB, which own words can’t be."), path);
      return NULL;
    }
  if (size > 0 && !g_utf8_validate_len (data, size, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” is not UTF-8 text."), path);
      return NULL;
    }
  if (size >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0)
    return g_strndup (data + strlen (mark), size - strlen (mark));

  return size > 0 ? g_strndup (data, size) : g_strdup ("");
}

static gboolean
run (Words     *self,
     ScCommand *command,
     GError   **error)
{
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, error);
  g_autofree char *process_id = g_strdup (self->facts->process->id);

  return outcome != NULL && read_all (self, process_id, error);
}

/* Exactly what was written, with a line end for whoever reads it in a terminal. */
static void
show_place (const Words *self,
            ScCliCall   *call,
            const char  *place)
{
  const ScOwnWord *word = find_word (self, place);
  const ScWordPlace *known = find_place (self, place);
  ScWordPlace unknown = { (char *) place, (char *) "", word != NULL ? word->text : NULL, FALSE };

  if (call->is_json)
    {
      g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
      g_autofree char *text = NULL;

      write_place (writer, known != NULL ? known : &unknown);
      text = sc_json_writer_finish (writer);
      sc_cli_print_exact (text);
    }
  else if (word != NULL && word->text[0] != '\0')
    {
      sc_cli_print_document (word->text);
      if (!g_str_has_suffix (word->text, "\n"))
        sc_cli_print_exact ("\n");
    }
}

typedef struct {
  gboolean clears;
  gboolean is_looked_through;
} Options;

static ScCommand *
make_command (const Words   *self,
              const Options *options,
              const char    *place,
              const char    *path,
              GError       **error)
{
  const ScProcess *process = self->facts->process;
  const ScVersion *version = self->facts->version;
  g_autofree char *text = path != NULL ? read_text (path, error) : NULL;

  if (options->clears)
    return sc_command_set_own_words (process, version, place, NULL);
  if (options->is_looked_through)
    return sc_command_look_through_own_words (process, version, place);

  return text != NULL ? sc_command_set_own_words (process, version, place, text) : NULL;
}

static gboolean
work_on_place (Words         *self,
               ScCliCall     *call,
               const Options *options,
               GError       **error)
{
  const char *path = call->words[2];
  g_autofree char *place = resolve (self, call->words[1]);
  gboolean is_change = options->clears || options->is_looked_through || path != NULL;

  if (place == NULL)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                   /* Translators: the first %s is a place such as “general:after”, the second a process. */
                   _("“%1$s” is not a place in the documents of “%2$s”. “stagecraft process words” with --json "
                     "lists them."),
                   call->words[1], self->facts->process->name);
      return FALSE;
    }

  if (is_change)
    {
      ScCommand *command = make_command (self, options, place, path, error);

      if (command == NULL || !run (self, command, error))
        return FALSE;
    }
  if (!is_change || call->is_json)
    show_place (self, call, place);

  return TRUE;
}

static int
check_options (ScCliCall     *call,
               const Options *options)
{
  guint n_words = g_strv_length (call->words);
  guint n_changes = (n_words > 2) + options->clears + options->is_looked_through;

  if (n_words < 2 && n_changes > 0)
    return sc_cli_call_misuse (call, _("The place is missing."));
  if (n_changes > 1)
    return sc_cli_call_misuse (call, _("Use only one of FILE, --clear and --looked-through."));

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_words:
 * @call: the call
 *
 * `process words PROCESS [PLACE [FILE|-]] [--clear]`: lists a manager's own words, prints
 * those of a place, writes them or takes them away.
 *
 * Returns: an exit status
 */
int
sc_cli_process_words (ScCliCall *call)
{
  Options options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_FLAG ("clear", &options.clears, N_("Take away what stands at the place")),
    SC_CLI_FLAG ("looked-through", &options.is_looked_through, N_("Say that it fits its stage as that is now")),
    G_OPTION_ENTRY_NULL,
  };
  g_auto (Words) words = { 0 };
  g_autoptr (GError) error = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 3, &status))
    return status;

  status = check_options (call, &options);
  if (status != SC_CLI_DONE)
    return status;
  if (!load (&words, call, &error))
    return sc_cli_call_fail (call, error);
  if (call->words[1] != NULL)
    return work_on_place (&words, call, &options, &error) ? SC_CLI_DONE : sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (&words);
  else
    print_text (&words);

  return SC_CLI_DONE;
}
