/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Divides words with libhyphen. A word is divided by its letters' language, whatever the
 * document's is, so that a Latin name in a Russian text is not divided by Russian rules.
 * Dictionaries are in encodings of their own: the Russian one in KOI8-R. */

#include "document/sc-hyphenator.h"

#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

/* Shorter words are left alone, and so is what is no word any more. */
#define LEAST_LETTERS 6
#define MOST_LETTERS 60

/* What stays of a word on each line at least. */
#define LEAST_BEFORE 2
#define LEAST_BEHIND 3

/* Words that are kept with the places; beyond, all are forgotten. */
#define MOST_WORDS 20000

typedef enum {
  SCRIPT_LATIN,
  SCRIPT_CYRILLIC,
  N_SCRIPTS,
} Script;

static const char *const files[N_SCRIPTS] = { "hyph_en_US.dic", "hyph_ru_RU.dic" };

struct _ScHyphenator {
  GHashTable *words; /* word → it with places marked */
  GIConv encoders[N_SCRIPTS];
};

static HyphenDict *
load (const char *file)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "hyphen", file, NULL);
      HyphenDict *dictionary = g_file_test (path, G_FILE_TEST_EXISTS) ? hnj_hyphen_load (path) : NULL;

      if (dictionary != NULL)
        return dictionary;
    }

  return NULL;
}

/* A dictionary is read once, when the first word of its script is met, and kept. */
static HyphenDict *
get_dictionary (Script script)
{
  static HyphenDict *dictionaries[N_SCRIPTS];
  static gsize is_loaded[N_SCRIPTS];

  if (g_once_init_enter (&is_loaded[script]))
    {
      dictionaries[script] = load (files[script]);
      g_once_init_leave (&is_loaded[script], 1);
    }

  return dictionaries[script];
}

/**
 * sc_hyphenator_new:
 *
 * Returns: (transfer full): a hyphenator
 */
ScHyphenator *
sc_hyphenator_new (void)
{
  ScHyphenator *self = g_new0 (ScHyphenator, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < N_SCRIPTS; i++)
    self->encoders[i] = (GIConv) - 1;

  return self;
}

/**
 * sc_hyphenator_free:
 * @self: (transfer full): a hyphenator
 */
void
sc_hyphenator_free (ScHyphenator *self)
{
  for (guint i = 0; i < N_SCRIPTS; i++)
    if (self->encoders[i] != (GIConv) - 1)
      g_iconv_close (self->encoders[i]);
  g_hash_table_unref (self->words);
  g_free (self);
}

static GIConv
get_encoder (ScHyphenator     *self,
             Script            script,
             const HyphenDict *dictionary)
{
  if (self->encoders[script] == (GIConv) - 1)
    self->encoders[script] = g_iconv_open (dictionary->cset, "UTF-8");

  return self->encoders[script];
}

static void
free_replacements (char **replacements,
                   int   *positions,
                   int   *cuts,
                   gsize  n)
{
  for (gsize i = 0; replacements != NULL && i < n; i++)
    free (replacements[i]);
  free (replacements);
  free (positions);
  free (cuts);
}

/* Puts a mark behind each letter whose place is odd, as the dictionary says. */
static char *
mark (const char *word,
      const char *places)
{
  GString *marked = g_string_new (NULL);
  guint i = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      g_string_append_unichar (marked, g_utf8_get_char (p));
      if ((places[i] & 1) && *g_utf8_next_char (p) != '\0')
        g_string_append (marked, SC_SOFT_HYPHEN);
    }

  return g_string_free_and_steal (marked);
}

static char *
divide (ScHyphenator *self,
        const char   *word,
        Script        script)
{
  HyphenDict *dictionary = get_dictionary (script);
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *encoded = NULL;
  char places[4 * MOST_LETTERS + 5] = { 0 };
  char **replacements = NULL;
  int *positions = NULL;
  int *cuts = NULL;
  gsize n;

  if (dictionary == NULL || get_encoder (self, script, dictionary) == (GIConv) - 1 ||
      g_utf8_strlen (lower, -1) != g_utf8_strlen (word, -1))
    return g_strdup (word);
  encoded = g_convert_with_iconv (lower, -1, self->encoders[script], NULL, &n, NULL);
  if (encoded == NULL || n > 4 * MOST_LETTERS)
    return g_strdup (word);

  hnj_hyphen_hyphenate3 (dictionary, encoded, (int) n, places, NULL, &replacements, &positions, &cuts,
                         LEAST_BEFORE, LEAST_BEHIND, 0, 0);
  free_replacements (replacements, positions, cuts, n);

  return mark (word, places);
}

static const char *
find_divided (ScHyphenator *self,
              const char   *word,
              Script        script)
{
  char *divided = g_hash_table_lookup (self->words, word);

  if (divided != NULL)
    return divided;

  if (g_hash_table_size (self->words) >= MOST_WORDS)
    g_hash_table_remove_all (self->words);
  divided = divide (self, word, script);
  g_hash_table_insert (self->words, g_strdup (word), divided);

  return divided;
}

/* Returns how many bytes of a text are letters of one script, and how many letters. */
static gsize
measure_word (const char *text,
              Script     *script,
              guint      *n_letters)
{
  const char *p = text;

  *n_letters = 0;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Script this = c < 0x250 ? SCRIPT_LATIN : SCRIPT_CYRILLIC;

      if (!g_unichar_isalpha (c) || (c >= 0x250 && (c < 0x400 || c > 0x4ff)))
        break;
      if (p > text && this != *script)
        break;
      *script = this;
      (*n_letters)++;
    }

  return (gsize) (p - text);
}

/**
 * sc_hyphenator_append:
 * @self: a hyphenator
 * @text: a text
 * @words: what to append to it, with %SC_SOFT_HYPHEN wherever a word may be divided
 */
void
sc_hyphenator_append (ScHyphenator *self,
                      GString      *text,
                      const char   *words)
{
  const char *p = words;

  while (*p != '\0')
    {
      Script script = SCRIPT_LATIN;
      guint n_letters;
      gsize n = measure_word (p, &script, &n_letters);

      if (n_letters >= LEAST_LETTERS && n_letters <= MOST_LETTERS)
        {
          g_autofree char *word = g_strndup (p, n);

          g_string_append (text, find_divided (self, word, script));
        }
      else
        {
          n = MAX (n, (gsize) (g_utf8_next_char (p) - p));
          g_string_append_len (text, p, (gssize) n);
        }
      p += n;
    }
}
