/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What two names have in common that are the same to a person: the key that a table
 * compares. */

#include "store/sc-name-key.h"

#include "store/sc-plain-letters.h"

/**
 * sc_name_make_key:
 * @name: a name
 *
 * Makes what names are compared by: trimmed, without case, composed.
 *
 * Returns: (transfer full): the key
 */
char *
sc_name_make_key (const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *folded = NULL;
  char *key;

  if (sc_plain_letters_fold (trimmed, plain))
    return g_string_free (g_steal_pointer (&plain), FALSE);

  folded = g_utf8_casefold (trimmed, -1);
  key = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);

  return key != NULL ? key : g_steal_pointer (&folded);
}
