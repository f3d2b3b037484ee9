/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts folded for search as one types: without case, without the accents of
 * Latin and Greek letters, ё as е, since people write the one for the other.
 * Other marks of Cyrillic letters stay: й is not и. */

#include "store/sc-search-key.h"

#include <string.h>

#include "store/sc-plain-letters.h"

/* What a search looks for at most; more words are left out. */
#define MAX_WORDS 8

#define CYRILLIC_IE 0x0435
#define DIAERESIS 0x0308

static gboolean
is_folded_away (gunichar base,
                gunichar mark)
{
  GUnicodeScript script = g_unichar_get_script (base);

  if (g_unichar_type (mark) != G_UNICODE_NON_SPACING_MARK)
    return FALSE;
  if (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK)
    return TRUE;

  return base == CYRILLIC_IE && mark == DIAERESIS;
}

/* Of some signs letters with case come apart: of “№” an N and an o. */
static char *
take_apart (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (apart != NULL ? apart : text, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

static char *
drop_marks (const char *text)
{
  g_autofree char *apart = take_apart (text);
  g_autoptr (GString) kept = g_string_new (NULL);
  gunichar base = 0;

  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_folded_away (base, c))
        continue;
      if (g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        base = c;
      g_string_append_unichar (kept, c);
    }

  return g_utf8_normalize (kept->str, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* Both have two bytes. */
static void
fold_io (char *text)
{
  while ((text = strstr (text, "ё")) != NULL)
    memcpy (text, "е", strlen ("е"));
}

/* The key of two texts with a line break between them is their keys with one between
 * them. */
static void
append_key (GString    *key,
            const char *text)
{
  g_autofree char *without_marks = NULL;
  gsize start = key->len;

  if (sc_plain_letters_fold (text, key))
    {
      fold_io (key->str + start);
      return;
    }

  without_marks = drop_marks (text);
  g_string_append (key, without_marks);
}

/**
 * sc_search_make_key:
 * @text: a text, or words that are looked for
 *
 * Returns: (transfer full): the text folded, so that what people take for the
 *   same is the same
 */
char *
sc_search_make_key (const char *text)
{
  GString *key = g_string_new (NULL);

  append_key (key, text);

  return g_string_free (key, FALSE);
}

static gboolean
has_spaces_around (const char *text)
{
  return *text != '\0' && (g_ascii_isspace (*text) || g_ascii_isspace (text[strlen (text) - 1]));
}

/* Names of companies and people are kept without. */
static void
append_stripped (GString    *key,
                 const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  append_key (key, stripped);
}

/**
 * sc_search_make_deal_key:
 * @deal: a deal
 *
 * Returns: (transfer full): what a search looks for words in
 */
char *
sc_search_make_deal_key (const ScDeal *deal)
{
  g_autofree char *company = sc_deal_make_company_name (deal);
  g_autofree char *person = sc_deal_make_person_name (deal);
  const char *const texts[] = { deal->title, company, person };
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (i > 0)
        g_string_append_c (key, '\n');
      if (texts[i] == NULL)
        continue;
      if (i > 0 && has_spaces_around (texts[i]))
        append_stripped (key, texts[i]);
      else
        append_key (key, texts[i]);
    }

  return g_string_free (key, FALSE);
}

/**
 * sc_search_split:
 * @text: (nullable): what a person typed
 *
 * Returns: (transfer full): the folded words that all have to be found; empty
 *   where nothing is looked for
 */
GStrv
sc_search_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *key = sc_search_make_key (text != NULL ? text : "");
  g_auto (GStrv) parts = g_strsplit_set (key, " \t\n\r", -1);
  guint n_words = 0;

  for (guint i = 0; parts[i] != NULL && n_words < MAX_WORDS; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        n_words++;
      }

  return g_strv_builder_end (builder);
}
