/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells in which encoding of one byte a letter a text is written that is not UTF-8.
 * ICU's detector compares its letters with those of languages, but gives some answer
 * for any bytes, and a table holds names rather than sentences: what it says counts
 * only where the words look like words then. */

#include "exchange/sc-encoding.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* Fewer letters than these are too few for the detector. */
#define FEW_LETTERS 40

/* Fewer letters of Ukrainian or Belarusian may be a mistake. */
#define FEW_OF_NEIGHBOURS 3

/* Of so many words one may look unlike any: “КамАЗ”. */
#define WORDS_A_STRANGE_ONE 10

typedef enum {
  CYRILLIC_WINDOWS,
  CYRILLIC_KOI8,
  LATIN,
  N_CANDIDATES,
} Candidate;

/* KOI8-R with Ukrainian letters where that has lines, which stand in no word. */
#define KOI8_WITH_NEIGHBOURS "KOI8-U"
#define KOI8 "KOI8-R"

/* How we call them, and which of the detector's answers they are. */
static const struct {
  const char *encoding;
  const char *detected[3];
} candidates[N_CANDIDATES] = {
  [CYRILLIC_WINDOWS] = { "windows-1251", { "windows-1251" } },
  [CYRILLIC_KOI8] = { KOI8_WITH_NEIGHBOURS, { "KOI8-R" } },
  [LATIN] = { "windows-1252", { "windows-1252", "ISO-8859-1" } },
};

/* Where the letters are the same in these, it does not matter which one it is. */
static const char *const other_latin[] = { "windows-1250" };
#define TURKISH "windows-1254"

static const char *const greek[] = { "ISO-8859-7", "windows-1253", NULL };

/* Signs that stand around words. */
static const gunichar signs[] = {
  0xa0, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb7, 0xbb, 0x2013, 0x2014, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2022,
  0x2026, 0x2030, 0x20ac, 0x2116, 0x2122, 0xa3, 0xa5, 0xb2, 0xb3, 0xba, 0xaa, 0xbf, 0xa1, 0xbd, 0xd7,
};

/* What the detector is sure of, in percent. */
typedef struct {
  int of[N_CANDIDATES];
  int of_others;
  char other[SC_ENCODING_BUFFER];
} Confidence;

/* How the words look when they are read in an encoding. */
typedef struct {
  guint n_words;
  guint n_strange;
  guint n_letters;
  guint n_long;
  guint n_capitalized;
  guint n_of_neighbours;
} Looks;

/**
 * sc_encoding_find:
 * @name: what somebody calls an encoding
 * @encoding: (out): its name that IANA has, or else ICU
 *
 * Returns: whether there is such an encoding
 */
gboolean
sc_encoding_find (const char *name,
                  char        encoding[SC_ENCODING_BUFFER])
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = name[0] != '\0' && strlen (name) < SC_ENCODING_BUFFER ? ucnv_open (name, &status) : NULL;
  const char *own, *standard = NULL;

  if (converter == NULL)
    return FALSE;

  own = ucnv_getName (converter, &status);
  for (guint i = 0; standard == NULL && i < 2; i++)
    {
      UErrorCode ignored = U_ZERO_ERROR;

      standard = ucnv_getStandardName (own, i == 0 ? "MIME" : "IANA", &ignored);
    }
  g_strlcpy (encoding, standard != NULL ? standard : own, SC_ENCODING_BUFFER);
  ucnv_close (converter);

  return TRUE;
}

static gboolean
is_letter_byte (char c)
{
  return (guchar) c >= 0x80 || g_ascii_isalpha (c);
}

/* The words of a text that have letters beyond ASCII: only they tell anything. */
static GString *
take_words (const char *bytes,
            gsize       length)
{
  GString *words = g_string_new (NULL);
  gsize i = 0;

  while (i < length)
    {
      gsize start = i;
      gboolean tells = FALSE;

      for (; i < length && is_letter_byte (bytes[i]); i++)
        tells = tells || (guchar) bytes[i] >= 0x80;
      if (tells)
        {
          g_string_append_len (words, bytes + start, (gssize) (i - start));
          g_string_append_c (words, ' ');
        }
      if (i == start)
        i++;
    }

  return words;
}

/* Answers of several bytes a letter have to be sure: the detector gives 10 for any. */
static void
note_answer (Confidence *confidence,
             const char *name,
             int         percent)
{
  for (guint i = 0; i < N_CANDIDATES; i++)
    for (guint j = 0; candidates[i].detected[j] != NULL; j++)
      if (g_str_equal (name, candidates[i].detected[j]))
        {
          confidence->of[i] = MAX (confidence->of[i], percent);
          return;
        }

  if (g_str_has_prefix (name, "UTF-") || percent <= 10 || percent <= confidence->of_others)
    return;

  confidence->of_others = percent;
  g_strlcpy (confidence->other, name, sizeof confidence->other);
}

static Confidence
ask_detector (const GString *words)
{
  Confidence confidence = { 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  int32_t n_matches = 0;

  ucsdet_setText (detector, words->str, (int32_t) words->len, &status);
  matches = ucsdet_detectAll (detector, &n_matches, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < n_matches; i++)
    note_answer (&confidence, ucsdet_getName (matches[i], &status), ucsdet_getConfidence (matches[i], &status));
  ucsdet_close (detector);

  return confidence;
}

static char *
decode (const GString *words,
        const char    *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize size = words->len * 3 + 1;
  char *text = g_malloc0 (size);

  ucnv_convert ("UTF-8", encoding, text, (int32_t) size, words->str, (int32_t) words->len, &status);
  if (U_FAILURE (status))
    text[0] = '\0';

  return text;
}

static gboolean
is_sign (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == c)
      return TRUE;

  return FALSE;
}

/* Letters of Ukrainian and Belarusian. */
static gboolean
is_of_neighbours (gunichar c)
{
  static const gunichar letters[] = { 0x404, 0x406, 0x407, 0x40e, 0x454, 0x456, 0x457, 0x45e, 0x490, 0x491 };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] == c)
      return TRUE;

  return FALSE;
}

static gboolean
is_of_script (gunichar  c,
              Candidate candidate)
{
  if (candidate == LATIN)
    return g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;

  if ((c >= 0x410 && c <= 0x44f) || c == 0x401 || c == 0x451)
    return TRUE;

  return is_of_neighbours (c);
}

/* A word of letters of one script, in capitals, without any, or with one in front;
 * no Latin word has three letters beyond ASCII in a row. */
static void
look_at_word (Looks      *looks,
              const char *start,
              const char *end,
              Candidate   candidate)
{
  guint n_letters = 0, n_capitals = 0, n_in_a_row = 0;
  gboolean is_strange = FALSE, is_first_capital = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_sign (c))
        continue;
      is_strange = is_strange || !is_of_script (c, candidate);
      looks->n_of_neighbours += is_of_neighbours (c) ? 1 : 0;
      n_in_a_row = c >= 0x80 ? n_in_a_row + 1 : 0;
      is_strange = is_strange || (candidate == LATIN && n_in_a_row > 2 && !g_unichar_isupper (c));
      is_first_capital = is_first_capital || (n_letters == 0 && g_unichar_isupper (c));
      n_capitals += g_unichar_isupper (c) ? 1 : 0;
      n_letters++;
    }

  is_strange = is_strange || (n_capitals > 0 && n_capitals < n_letters && !(n_capitals == 1 && is_first_capital));
  looks->n_words++;
  looks->n_strange += is_strange ? 1 : 0;
  looks->n_letters += n_letters;
  looks->n_long += n_letters >= 3 ? 1 : 0;
  looks->n_capitalized += n_letters >= 3 && n_capitals == 1 && is_first_capital ? 1 : 0;
}

static Looks
look (const GString *words,
      Candidate      candidate)
{
  g_autofree char *text = decode (words, candidates[candidate].encoding);
  Looks looks = { 0 };

  for (const char *p = text; *p != '\0';)
    {
      const char *end = strchr (p, ' ');

      end = end != NULL ? end : p + strlen (p);
      if (end > p)
        look_at_word (&looks, p, end, candidate);
      p = *end != '\0' ? end + 1 : end;
    }

  return looks;
}

static gboolean
is_plausible (const Looks *looks,
              Candidate    candidate)
{
  return looks->n_strange * WORDS_A_STRANGE_ONE <= looks->n_words && (candidate == LATIN || looks->n_long > 0);
}

static gboolean
is_cyrillic (const Looks      *looks,
             const Confidence *confidence,
             Candidate         candidate)
{
  if (!is_plausible (&looks[candidate], candidate))
    return FALSE;
  if (confidence->of[candidate] > 0 && confidence->of[candidate] >= confidence->of_others)
    return confidence->of[candidate] > confidence->of[candidate == CYRILLIC_KOI8 ? CYRILLIC_WINDOWS : CYRILLIC_KOI8];

  /* The detector knows Russian alone of the languages that are written so. */
  return (looks[candidate].n_letters < FEW_LETTERS || looks[candidate].n_of_neighbours >= FEW_OF_NEIGHBOURS)
         && looks[candidate].n_capitalized > 0 && !g_strv_contains (greek, confidence->other);
}

static const char *
get_name (Candidate    candidate,
          const Looks *looks)
{
  return candidate == CYRILLIC_KOI8 && looks->n_of_neighbours == 0 ? KOI8 : candidates[candidate].encoding;
}

static gboolean
is_same_text (const GString *words,
              const char    *encoding)
{
  g_autofree char *text = decode (words, candidates[LATIN].encoding);
  g_autofree char *other = decode (words, encoding);

  return g_str_equal (text, other);
}

static gboolean
is_latin (const GString    *words,
          const Looks      *looks,
          const Confidence *confidence)
{
  /* Turkish has other letters where Icelandic has its own, and the detector takes the
   * one for the other. */
  if (!is_plausible (&looks[LATIN], LATIN) || !is_same_text (words, TURKISH))
    return FALSE;
  if (confidence->of[LATIN] > 0 && confidence->of[LATIN] >= confidence->of_others)
    return TRUE;
  if (confidence->of_others > 0)
    return is_same_text (words, confidence->other);

  for (guint i = 0; i < G_N_ELEMENTS (other_latin); i++)
    if (!is_same_text (words, other_latin[i]))
      return FALSE;

  return TRUE;
}

/**
 * sc_encoding_tell:
 * @bytes: a text that is not UTF-8, or its beginning
 * @length: how many bytes there are
 * @encoding: (out): the name of its encoding
 *
 * Returns: whether it is Windows-1251, KOI8-R, KOI8-U or Windows-1252 beyond doubt
 */
gboolean
sc_encoding_tell (const char *bytes,
                  gsize       length,
                  char        encoding[SC_ENCODING_BUFFER])
{
  g_autoptr (GString) words = take_words (bytes, length);
  Confidence confidence = ask_detector (words);
  Looks looks[N_CANDIDATES];
  Candidate told = N_CANDIDATES;

  for (guint i = 0; i < N_CANDIDATES; i++)
    looks[i] = look (words, i);

  if (is_cyrillic (looks, &confidence, CYRILLIC_WINDOWS))
    told = CYRILLIC_WINDOWS;
  else if (is_cyrillic (looks, &confidence, CYRILLIC_KOI8))
    told = CYRILLIC_KOI8;
  else if (is_latin (words, looks, &confidence))
    told = LATIN;
  if (told == N_CANDIDATES)
    return FALSE;

  g_strlcpy (encoding, get_name (told, &looks[told]), SC_ENCODING_BUFFER);

  return TRUE;
}
