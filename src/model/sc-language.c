/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The languages that a process can be in. */

#include "model/sc-language.h"

static const char *const ids[SC_N_LANGUAGES] = { "en", "ru" };

/**
 * sc_language_get_id:
 * @language: a language
 *
 * Returns: its ISO 639-1 code
 */
const char *
sc_language_get_id (ScLanguage language)
{
  g_return_val_if_fail (language < SC_N_LANGUAGES, ids[SC_LANGUAGE_EN]);

  return ids[language];
}

/**
 * sc_language_from_id:
 * @id: an ISO 639-1 code
 * @language: (out): the language
 *
 * Returns: whether processes can be written in that language
 */
gboolean
sc_language_from_id (const char *id,
                     ScLanguage *language)
{
  for (guint i = 0; i < SC_N_LANGUAGES; i++)
    if (g_strcmp0 (id, ids[i]) == 0)
      {
        *language = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_language_get_default:
 *
 * Returns: the first of the user's languages that a process can be written
 *   in, English where there is none
 */
ScLanguage
sc_language_get_default (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      ScLanguage language;

      if (sc_language_from_id (names[i], &language))
        return language;
    }

  return SC_LANGUAGE_EN;
}
