/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic's text as a rep uses it: the fields that it names filled in from a deal. */

#include "model/sc-tactic-fill.h"

#include <string.h>

#define ANSWER "answer:"

static char *
make_value (const ScDeal *deal)
{
  return sc_money_is_set (deal->value) ? sc_money_to_text (deal->value) : NULL;
}

static char *
make_expected_close (const ScDeal *deal)
{
  return deal->expected_close != SC_DATE_NONE ? sc_date_to_text (deal->expected_close) : NULL;
}

static char *
dup_title (const ScDeal *deal)
{
  return g_strdup (deal->title);
}

static char *
dup_company (const ScDeal *deal)
{
  return g_strdup (deal->company);
}

static char *
dup_person (const ScDeal *deal)
{
  return g_strdup (deal->person);
}

static char *
dup_owner (const ScDeal *deal)
{
  return g_strdup (deal->owner);
}

static const struct {
  const char *name;
  char *(*make) (const ScDeal *deal);
} fields[] = {
  { "deal.title", dup_title },
  { "deal.company", dup_company },
  { "deal.person", dup_person },
  { "deal.value", make_value },
  { "deal.expected_close", make_expected_close },
  { "owner", dup_owner },
};

/* Not g_str_has_prefix(), which goes to the end of the text to measure it. */
static gboolean
names_answer (const char *name)
{
  return strncmp (name, ANSWER, strlen (ANSWER)) == 0;
}

/* Where the name of a field ends that begins at @name: at the brace behind it; %NULL
 * where these braces hold something else. What was looked at holds no brace that opens,
 * so that nothing is looked at twice. */
static const char *
find_end (const char *name)
{
  const char *end = name;

  if (names_answer (name))
    end += strlen (ANSWER) + strcspn (name + strlen (ANSWER), "{}\n");
  else
    while (g_ascii_islower (*end) || g_ascii_isdigit (*end) || *end == '.' || *end == '_')
      end++;

  return *end == '}' && end > name ? end : NULL;
}

static void
append_field (GString      *text,
              const char   *name,
              const char   *end,
              ScTacticField make,
              gpointer      data)
{
  g_autofree char *field = g_strndup (name, end - name);
  g_autofree char *value = make (field, data);

  g_string_append (text, value != NULL ? value : SC_TACTIC_BLANK);
}

/**
 * sc_tactic_replace_fields:
 * @text: a tactic's text
 * @make: (scope call): gives what stands in place of a field, which it gets without its
 *   braces
 * @data: for @make
 *
 * What is put in is never looked at again. Braces around anything but a name stay as they
 * are.
 *
 * Returns: (transfer full): the text without the fields
 */
char *
sc_tactic_replace_fields (const char   *text,
                          ScTacticField make,
                          gpointer      data)
{
  g_autoptr (GString) replaced = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      gsize plain = strcspn (text, "{");
      const char *name = text + plain + 1;
      const char *end = text[plain] == '{' ? find_end (name) : NULL;

      g_string_append_len (replaced, text, plain);
      text += plain;
      if (end != NULL)
        {
          append_field (replaced, name, end, make, data);
          text = end + 1;
        }
      else if (*text == '{')
        {
          g_string_append_c (replaced, '{');
          text++;
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&replaced));
}

typedef struct {
  ScTacticRename rename;
  gpointer data;
} Renaming;

static char *
rename_field (const char *name,
              gpointer    data)
{
  const Renaming *renaming = data;
  g_autofree char *renamed = NULL;

  if (!names_answer (name))
    return g_strconcat ("{", name, "}", NULL);

  renamed = renaming->rename (name + strlen (ANSWER), renaming->data);

  return renamed != NULL ? g_strconcat ("{" ANSWER, renamed, "}", NULL) : g_strdup ("{blank}");
}

/**
 * sc_tactic_rename_answers:
 * @text: a tactic's text
 * @rename: (scope call): gives the new id of a criterion that the text names, the same
 *   one where it stays
 * @data: for @rename
 *
 * Where criteria get other ids, what asks for their answers follows.
 *
 * Returns: (transfer full): the text with `{answer:CRITERION-ID}` renamed; `{blank}` in
 *   place of one that has no id any more
 */
char *
sc_tactic_rename_answers (const char    *text,
                          ScTacticRename rename,
                          gpointer       data)
{
  return sc_tactic_replace_fields (text, rename_field, &(Renaming) { rename, data });
}

typedef struct {
  const ScDeal *deal;
  GHashTable *answers;
} Filling;

static char *
find_value (const char    *name,
            const Filling *filling)
{
  if (names_answer (name))
    return filling->answers != NULL ? g_strdup (g_hash_table_lookup (filling->answers, name + strlen (ANSWER))) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (name, fields[i].name))
      return fields[i].make (filling->deal);

  return NULL;
}

static char *
fill_field (const char *name,
            gpointer    data)
{
  g_autofree char *value = find_value (name, data);

  return g_strdup (value != NULL && value[0] != '\0' ? value : SC_TACTIC_BLANK);
}

/**
 * sc_tactic_fill:
 * @text: a tactic's text
 * @deal: the deal that it is used for
 * @answers: (nullable) (element-type utf8 utf8): the deal's answers as people read them,
 *   by the id of the criterion
 *
 * Puts in what the text names in braces: `{deal.title}`, `{deal.company}`,
 * `{deal.person}`, `{deal.value}`, `{deal.expected_close}`, `{owner}` and
 * `{answer:CRITERION-ID}`. `{blank}`, and a field that is empty or that nobody knows, is
 * a line to write on. What is put in is never looked at again. Braces around anything
 * but a name stay as they are.
 *
 * Returns: (transfer full): the text to be said or sent
 */
char *
sc_tactic_fill (const char   *text,
                const ScDeal *deal,
                GHashTable   *answers)
{
  return sc_tactic_replace_fields (text, fill_field, &(Filling) { deal, answers });
}
