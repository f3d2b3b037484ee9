/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a process's roles a person means who types or pastes a name: in other letters, with
 * other spaces, as a plural, or with what it does added (“Sales manager” beside “Manager”). A
 * second role of the same people would split their stages between two columns. */

#include "method/sc-known-role.h"

#include <string.h>

/* Endings that make one of several, of which the longer go first. */
static const char *const plurals[] = { "es", "s", "ы", "и", NULL };

/* Say only that what somebody does follows. */
static const char *const links[] = { "по", "отдел", "отдела", "of", "for", "the", "in", NULL };

#define SHORTEST_STEM 3

static gsize
measure_stem (const char *word)
{
  for (guint i = 0; plurals[i] != NULL; i++)
    if (g_str_has_suffix (word, plurals[i]))
      {
        gsize length = strlen (word) - strlen (plurals[i]);

        return g_utf8_strlen (word, (gssize) length) >= SHORTEST_STEM ? length : strlen (word);
      }

  return strlen (word);
}

static gboolean
is_same_word (gconstpointer a,
              gconstpointer b)
{
  gsize length = measure_stem (a);

  return length == measure_stem (b) && strncmp (a, b, length) == 0;
}

/* The words of a name without case, with е for ё, as of one. */
static GPtrArray *
split_name (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);
  g_autoptr (GString) word = g_string_new (NULL);
  const char *p = folded;

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && g_unichar_isalnum (c))
        {
          g_string_append_unichar (word, c == 0x451 ? 0x435 : c);
          continue;
        }
      if (word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (c == 0)
        return words;
    }
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!is_same_word (a->pdata[i], b->pdata[i]))
      return FALSE;

  return a->len > 0;
}

/* Takes out the words that say what somebody does, and those that lead there. */
static void
drop_function (GPtrArray *words,
               ScFunction function)
{
  for (guint i = words->len; i-- > 0;)
    if (g_strv_contains (links, words->pdata[i]) || sc_function_guess (words->pdata[i]) == function)
      g_ptr_array_remove_index (words, i);
}

static gboolean
is_like (const ScRole *role,
         const char   *name)
{
  g_autoptr (GPtrArray) known = split_name (role->name);
  g_autoptr (GPtrArray) words = split_name (name);
  ScFunction function = sc_function_guess (name);

  if (function == SC_FUNCTION_OTHER)
    function = sc_function_guess (role->name);
  if (function == SC_FUNCTION_OTHER || (role->function != SC_FUNCTION_OTHER && role->function != function) || are_same (known, words))
    return FALSE;

  drop_function (known, function);
  drop_function (words, function);

  return are_same (known, words);
}

/**
 * sc_known_role:
 * @version: a version
 * @name: what a person calls a role
 *
 * Returns: (transfer none) (nullable): its role of this name, whatever its case, its spaces and
 *   hyphens, with е or ё, of one or of several
 */
const ScRole *
sc_known_role (const ScVersion *version,
               const char      *name)
{
  const ScRole *exact = sc_version_find_role_by_name (version, name);
  g_autoptr (GPtrArray) words = NULL;

  if (exact != NULL)
    return exact;

  words = split_name (name);
  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);
      g_autoptr (GPtrArray) known = split_name (role->name);

      if (are_same (known, words))
        return role;
    }

  return NULL;
}

/**
 * sc_known_role_like:
 * @version: a version
 * @name: what a person calls a role
 *
 * Finds the role whose name is @name but for words that say what it does: “Manager” for “Sales
 * manager”, where it sells. “Senior manager” and “Project manager” are somebody else.
 *
 * Returns: (transfer none) (nullable): that, where there is just one
 */
const ScRole *
sc_known_role_like (const ScVersion *version,
                    const char      *name)
{
  const ScRole *found = NULL;

  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);

      if (!is_like (role, name))
        continue;
      if (found != NULL)
        return NULL;
      found = role;
    }

  return found;
}
