/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of documents, read from the program's own files when the first one is
 * asked for, and kept; what is wrong with a file is a mistake of the program. */

#include "document/sc-sentence.h"

#include <gio/gio.h>
#include <string.h>

#include "document/sc-document.h"
#include "document/sc-sentences-resource.h"

#define FOLDER "/io/github/stagecraft/Stagecraft/documents/"

static const char *const files[] = { "regulations.xml", "stages.xml", "refusals.xml", "papers.xml", "tactics.xml" };

typedef struct {
  char *text[SC_N_LANGUAGES];
} Sentence;

/* Where a file is being read. */
typedef struct {
  GHashTable *sentences;
  Sentence *sentence;
  int language;
  GString *text;
} Reading;

static void
start_sentence (Reading     *reading,
                const char  *element,
                const char **names,
                const char **values,
                GError     **error)
{
  char *id = NULL;

  if (!g_markup_collect_attributes (element, names, values, error, G_MARKUP_COLLECT_STRDUP, "id", &id,
                                    G_MARKUP_COLLECT_INVALID))
    return;

  reading->sentence = g_new0 (Sentence, 1);
  if (!g_hash_table_insert (reading->sentences, id, reading->sentence))
    g_error ("There are two sentences “%s”", id);
}

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  Reading *reading = data;
  ScLanguage language;

  g_string_truncate (reading->text, 0);
  if (g_str_equal (element, "sentence"))
    start_sentence (reading, element, names, values, error);
  else if (sc_language_from_id (element, &language))
    reading->language = (int) language;
}

/* Lines of a file are no lines of a sentence; a bar is the end of one. */
static char *
unfold (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autoptr (GString) unfolded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean ends = g_str_equal (words[i], "|");

      if (words[i][0] == '\0')
        continue;
      if (unfolded->len > 0 && !ends && unfolded->str[unfolded->len - 1] != '\n')
        g_string_append_c (unfolded, ' ');
      g_string_append (unfolded, ends ? "\n" : words[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&unfolded));
}

static void
end_cb (GMarkupParseContext *context,
        const char          *element,
        gpointer             data,
        GError             **error)
{
  Reading *reading = data;

  if (reading->language < 0)
    return;

  reading->sentence->text[reading->language] = unfold (reading->text->str);
  reading->language = -1;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

static void
read_file (const char *name,
           GHashTable *sentences)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (sc_sentences_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { sentences, NULL, -1, text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);

  if (bytes == NULL || !g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                                      (gssize) g_bytes_get_size (bytes), &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s: %s", path, error->message);
}

static gpointer
read_all (gpointer data)
{
  GHashTable *sentences = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    read_file (files[i], sentences);

  return sentences;
}

static const Sentence *
find (const char *id)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *sentences = g_once (&once, read_all, NULL);

  return g_hash_table_lookup (sentences, id);
}

/**
 * sc_sentence_exists:
 * @id: what a sentence may be known by
 *
 * Returns: whether there is one
 */
gboolean
sc_sentence_exists (const char *id)
{
  return find (id) != NULL;
}

/**
 * sc_sentence_get:
 * @id: what a sentence is known by
 * @language: the document's language
 *
 * Returns: the sentence as it stands in the file, for one that leaves nothing open
 */
const char *
sc_sentence_get (const char *id,
                 ScLanguage  language)
{
  const Sentence *sentence = find (id);

  if (sentence == NULL || sentence->text[language] == NULL)
    g_error ("There is no sentence “%s”", id);

  return sentence->text[language];
}

static const char *
find_field (const ScField *fields,
            const char    *name)
{
  for (; fields != NULL && fields->name != NULL; fields++)
    if (g_str_equal (fields->name, name))
      return fields->value;

  return NULL;
}

static void
flush (GString   *plain,
       GPtrArray *spans)
{
  if (plain->len > 0)
    sc_spans_add (spans, plain->str, SC_SPAN_PLAIN, NULL);
  g_string_truncate (plain, 0);
}

/* `{#id}` is the number of a section, and leads there; a field of that name says which. */
static gboolean
add_reference (const char    *name,
               const ScField *fields,
               GHashTable    *numbers,
               GString       *plain,
               GPtrArray     *spans)
{
  const char *field = find_field (fields, name);
  const char *id = field != NULL ? field : name;
  const char *number = numbers != NULL ? g_hash_table_lookup (numbers, id) : NULL;
  g_autofree char *link = g_strconcat ("#", id, NULL);

  if (number == NULL)
    return FALSE;

  flush (plain, spans);
  sc_spans_add (spans, number, SC_SPAN_PLAIN, link);

  return TRUE;
}

static gboolean
add_field (const char    *id,
           const char    *name,
           const ScField *fields,
           GHashTable    *numbers,
           GString       *plain,
           GPtrArray     *spans)
{
  const char *value;

  if (*name == '#')
    return add_reference (name + 1, fields, numbers, plain, spans);

  value = find_field (fields, name);
  if (value == NULL)
    g_error ("Nothing fills “%s” in “%s”", name, id);
  g_string_append (plain, value);

  return TRUE;
}

/**
 * sc_sentence_add:
 * @id: what a sentence is known by
 * @language: the document's language
 * @fields: (nullable): what fills it, ended by %SC_FIELD_END
 * @numbers: (nullable) (element-type utf8 utf8): the numbers of sections, by their ids
 * @spans: (element-type ScSpan): what it is added to
 *
 * Fills `{name}`; what is filled in is not looked at again. `{#id}` becomes the number of
 * that section, and a link to it.
 *
 * Returns: whether it was added; %FALSE, with nothing added, where it speaks of a section
 *   that has no number
 */
gboolean
sc_sentence_add (const char    *id,
                 ScLanguage     language,
                 const ScField *fields,
                 GHashTable    *numbers,
                 GPtrArray     *spans)
{
  const char *text = sc_sentence_get (id, language);
  g_autoptr (GString) plain = g_string_new (NULL);
  guint n_before = spans->len;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "{");
      const char *end = text[length] == '{' ? strchr (text + length, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (text + length + 1, (gsize) (end - text) - length - 1) : NULL;

      g_string_append_len (plain, text, (gssize) length);
      text = end != NULL ? end + 1 : text + length;
      if (name != NULL && !add_field (id, name, fields, numbers, plain, spans))
        {
          g_ptr_array_set_size (spans, (int) n_before);
          return FALSE;
        }
    }
  flush (plain, spans);

  return TRUE;
}

/**
 * sc_sentence_fill:
 * @id: what a sentence is known by, one that speaks of no other section
 * @language: the document's language
 * @fields: (nullable): what fills it, ended by %SC_FIELD_END
 *
 * Returns: (transfer full): the sentence
 */
char *
sc_sentence_fill (const char    *id,
                  ScLanguage     language,
                  const ScField *fields)
{
  g_autoptr (GPtrArray) spans = sc_spans_new ();

  if (!sc_sentence_add (id, language, fields, NULL, spans))
    g_error ("“%s” speaks of a section", id);

  return sc_spans_to_text (spans);
}
