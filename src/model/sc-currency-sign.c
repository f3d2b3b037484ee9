/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people call a currency: its code, its sign, a word. ICU knows the signs. */

#include "model/sc-currency-sign.h"

#include <locale.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

#include "model/sc-money.h"

/* Signs that several countries call their currency by. */
static const char *const shared_signs[] = { "$", "kr", "¥", NULL };

/* Other ways to write them. */
static const struct {
  const char *sign;
  const char *shared;
} variants[] = {
  { "kr.", "kr" }, { "￥", "¥" }, { "＄", "$" }, { "доллар", "$" }, { "доллара", "$" }, { "долларов", "$" }, { "долл.", "$" },
  { "долл", "$" }, { "dollar", "$" }, { "dollars", "$" },
};

/* Whose sign it is as well, beside those of which ICU says it. */
static const struct {
  const char *sign;
  const char *code;
} others[] = {
  { "C$", "CAD" }, { "C$", "NIO" }, { "Rs", "INR" }, { "Rs.", "INR" }, { "Rs.", "PKR" }, { "Rs.", "LKR" }, { "Rs.", "NPR" },
  { "Rs.", "MUR" },
};

/* Words that ICU does not have. */
static const struct {
  const char *word;
  const char *code;
} words[] = {
  { "US$", "USD" }, { "AU$", "AUD" }, { "S$", "SGD" }, { "元", "CNY" }, { "руб.", "RUB" }, { "руб", "RUB" }, { "р.", "RUB" }, { "р", "RUB" }, { "рублей", "RUB" },
  { "рубля", "RUB" }, { "рубль", "RUB" }, { "грн", "UAH" }, { "грн.", "UAH" }, { "гривен", "UAH" }, { "тг", "KZT" },
  { "тг.", "KZT" }, { "тенге", "KZT" }, { "fr.", "CHF" }, { "sfr.", "CHF" }, { "евро", "EUR" }, { "euro", "EUR" },
  { "euros", "EUR" },
};

/* As ICU writes a sign that is shared; others stay as they are. */
static const char *
find_shared (const char *sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    if (g_str_equal (variants[i].sign, sign))
      return variants[i].shared;

  return sign;
}

static char *
get_sign (const char    *code,
          const char    *locale,
          UCurrNameStyle style)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[4];
  int32_t length;
  const UChar *name;
  char bytes[64];

  u_charsToUChars (code, wide, 4);
  name = ucurr_getName (wide, locale, style, NULL, &length, &status);
  u_strToUTF8 (bytes, sizeof bytes, NULL, name, length, &status);

  return U_SUCCESS (status) ? g_strdup (bytes) : g_strdup ("");
}

/* Whether others may have the sign too. A letter is short for many things, a thousand
 * among them. */
static gboolean
is_shared (const char *sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].sign, sign))
      return TRUE;

  return g_strv_contains (shared_signs, find_shared (sign)) || (g_ascii_isalpha (sign[0]) && sign[1] == '\0');
}

/* The first that has a sign keeps it. */
static void
add_sign (GHashTable *signs,
          const char *code,
          char       *sign)
{
  g_autofree char *owned = sign;

  if (owned[0] == '\0' || g_str_equal (owned, code) || is_shared (owned) || g_hash_table_contains (signs, owned))
    return;

  g_hash_table_insert (signs, g_steal_pointer (&owned), g_strdup (code));
}

/* What is only short for several is nobody's. */
static void
add_short_sign (GHashTable *signs,
                const char *code,
                char       *sign)
{
  const char *had = g_hash_table_lookup (signs, sign);

  g_hash_table_insert (signs, sign, g_strdup (had == NULL || g_str_equal (had, code) ? code : ""));
}

static void
add_signs (GHashTable    *signs,
           const char    *locale,
           UCurrNameStyle style,
           void (        *add )(GHashTable *signs,
                                const char *code,
                                char       *sign))
{
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies (UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  const char *code;

  if (U_FAILURE (status))
    return;

  while ((code = uenum_next (codes, NULL, &status)) != NULL)
    add (signs, code, get_sign (code, locale, style));
  uenum_close (codes);
}

static gpointer
make_signs (gpointer unused)
{
  GHashTable *signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) shorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer sign, code;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_hash_table_insert (signs, g_strdup (words[i].word), g_strdup (words[i].code));
  add_signs (signs, "en", UCURR_SYMBOL_NAME, add_sign);
  add_signs (signs, "ru", UCURR_SYMBOL_NAME, add_sign);
  add_signs (signs, setlocale (LC_MONETARY, NULL), UCURR_SYMBOL_NAME, add_sign);
  add_signs (shorts, "en", UCURR_NARROW_SYMBOL_NAME, add_short_sign);
  g_hash_table_iter_init (&iter, shorts);
  while (g_hash_table_iter_next (&iter, &sign, &code))
    if (*(char *) code != '\0')
      add_sign (signs, code, g_strdup (sign));

  return signs;
}

static gboolean
has_sign (const char *code,
          const char *sign)
{
  g_autofree char *narrow = sc_currency_is_valid (code) ? get_sign (code, "en", UCURR_NARROW_SYMBOL_NAME) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].code, code) && g_str_equal (others[i].sign, sign))
      return TRUE;

  return g_strcmp0 (narrow, sign) == 0;
}

/* Of currencies that share a sign, the first that is known here. */
static gboolean
find_known (const char        *sign,
            const char *const *known,
            char               code[4])
{
  for (guint i = 0; known[i] != NULL; i++)
    if (has_sign (known[i], sign))
      {
        g_strlcpy (code, known[i], 4);
        return TRUE;
      }

  return FALSE;
}

/* “$ USD”, “CAD $”: the code says which of them it is. */
static gboolean
read_sign_with_code (const char *text,
                     char        code[4])
{
  gsize length = strlen (text);

  for (guint i = 0; i < 2 && length > 3; i++)
    {
      g_autofree char *part = g_ascii_strup (i == 0 ? text : text + length - 3, 3);
      g_autofree char *rest = g_strstrip (i == 0 ? g_strdup (text + 3) : g_strndup (text, length - 3));
      const char *const known[] = { part, NULL };

      if (sc_currency_is_valid (part) && sc_currency_from_sign (rest, known, code) && g_str_equal (code, part))
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_currency_from_sign:
 * @sign: what a person or a table calls a currency, without spaces around it
 * @known: %NULL-terminated codes of currencies that are in use here, the likeliest first
 * @code: (out): its code in ISO 4217
 *
 * Reads a code in any case, the signs that ICU knows, and some words. A sign that several
 * countries share (`$`, `kr`, `¥`, `Rs`), and a letter, is that of the first of @known
 * that has it, and of none otherwise. A code may stand beside the sign.
 *
 * Returns: whether it is known which currency that is
 */
gboolean
sc_currency_from_sign (const char        *sign,
                       const char *const *known,
                       char               code[4])
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *capitals = g_ascii_strup (sign, -1);
  g_autofree char *folded = NULL;
  const char *found;

  if (sc_currency_is_valid (capitals))
    {
      g_strlcpy (code, capitals, 4);
      return TRUE;
    }

  folded = g_utf8_strdown (sign, -1);
  if (g_strv_contains (shared_signs, find_shared (folded)))
    return find_known (find_shared (folded), known, code);

  g_once (&once, make_signs, NULL);
  found = g_hash_table_lookup (once.retval, sign);
  if (found == NULL)
    found = g_hash_table_lookup (once.retval, folded);
  if (found == NULL)
    return find_known (sign, known, code) || read_sign_with_code (sign, code);

  g_strlcpy (code, found, 4);

  return TRUE;
}
