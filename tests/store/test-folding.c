/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people take for the same is the same where they search and where names are
 * compared, and letters that need no tables come to what the tables say. */

#include "store/sc-name-key.h"

#include <string.h>

#include "store/sc-plain-letters.h"
#include "store/sc-search-key.h"

#define N_TEXTS 2000
#define MAX_LETTERS 12

static void
test_search_key (void)
{
  static const struct {
    const char *text;
    const char *key;
  } cases[] = {
    { "", "" },
    { "Granite LTD\nNo. 5", "granite ltd\nno. 5" },
    { "Завод «Ёлка» — Йошкар-Ола", "завод «елка» — йошкар-ола" },
    { "Ѐ Ђ Ї Ў Џ", "ѐ ђ ї ў џ" },
    { "Е\u0308ж и И\u0306ог", "еж и йог" },
    { "Ångström, Ναύπλιο", "angstrom, ναυπλιο" },
    { "Straße", "strasse" },
    { "Школа № 5", "школа no 5" },
    { "Acme™, ℡ 3㎒", "acmetm, tel 3mhz" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = sc_search_make_key (cases[i].text);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

static void
test_name_key (void)
{
  static const struct {
    const char *name;
    const char *key;
  } cases[] = {
    { " Emma Duval ", "emma duval" },
    { "Ёлкин Й.", "ёлкин й." },
    { "Е\u0308лкин", "ёлкин" },
    { "José", "josé" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = sc_name_make_key (cases[i].name);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

static char *
make_text (GRand *rand)
{
  static const gunichar signs[] = { 0x00ab, 0x00bb, 0x2013, 0x2014, ' ', '\n', '\'' };
  GString *text = g_string_new (NULL);

  for (int n_letters = g_rand_int_range (rand, 0, MAX_LETTERS); n_letters > 0; n_letters--)
    switch (g_rand_int_range (rand, 0, 3))
      {
      case 0:
        g_string_append_unichar (text, (gunichar) g_rand_int_range (rand, 0x0400, 0x0460));
        break;
      case 1:
        g_string_append_c (text, (char) g_rand_int_range (rand, '!', 0x7f));
        break;
      default:
        g_string_append_unichar (text, signs[g_rand_int_range (rand, 0, G_N_ELEMENTS (signs))]);
      }

  return g_string_free (text, FALSE);
}

/* A letter that is not plain, behind it in the same text, has the tables asked. */
static void
assert_as_tables_say (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *with_another = g_strdup_printf ("%s\nŽ", text);
  g_autofree char *name = g_strdup_printf ("x%s", text);
  g_autofree char *other_name = g_strdup_printf ("x%sŽ", text);
  g_autofree char *search_key = sc_search_make_key (text);
  g_autofree char *search_key_of_both = sc_search_make_key (with_another);
  g_autofree char *expected_search_key = g_strdup_printf ("%s\nz", search_key);
  g_autofree char *name_key = sc_name_make_key (name);
  g_autofree char *name_key_of_both = sc_name_make_key (other_name);

  g_assert_true (sc_plain_letters_fold (text, plain));
  g_assert_cmpstr (search_key_of_both, ==, expected_search_key);
  if (text[0] != '\0' && !g_ascii_isspace (text[strlen (text) - 1]))
    {
      g_autofree char *expected_name_key = g_strdup_printf ("%sž", name_key);

      g_assert_cmpstr (name_key_of_both, ==, expected_name_key);
    }
}

static void
test_plain_letters (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text (rand);

      assert_as_tables_say (text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folding/search-key", test_search_key);
  g_test_add_func ("/folding/name-key", test_name_key);
  g_test_add_func ("/folding/plain-letters", test_plain_letters);

  return g_test_run ();
}
