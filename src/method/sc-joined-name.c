/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage is called that two or more have gone into: “Lead, qualification and first
 * call”. Names of the program's own making go on in lower case; what a person has named
 * stays as it is, for it may be a name. */

#include "method/sc-joined-name.h"

#include "method/sc-recognize.h"

/* Whether the first letter is a capital only because the name begins with it: not in “CRM
 * demo”, nor in “Smith & Sons”. */
static gboolean
can_be_lowered (const char *name)
{
  const char *second = g_utf8_next_char (name);

  return !g_unichar_isupper (g_utf8_get_char (second)) && !g_unichar_isdigit (g_utf8_get_char (second)) &&
         sc_stage_name_is_usual (name);
}

/**
 * sc_joined_name:
 * @names: names of stages, none of them empty
 * @n_names: how many
 * @language: the process's language
 *
 * Returns: (transfer full): “A, b and c” rather than “A and B and C”
 */
char *
sc_joined_name (const char *const *names,
                guint              n_names,
                ScLanguage         language)
{
  static const ScPhrase and = { { " and ", " и " } };
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_names; i++)
    {
      const char *name = names[i];

      if (i > 0)
        g_string_append (joined, i + 1 < n_names ? ", " : and.text[language]);
      if (i > 0 && can_be_lowered (name))
        {
          g_string_append_unichar (joined, g_unichar_tolower (g_utf8_get_char (name)));
          name = g_utf8_next_char (name);
        }
      g_string_append (joined, name);
    }

  return g_string_free_and_steal (g_steal_pointer (&joined));
}
