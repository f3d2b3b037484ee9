/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts stand in the order in which a reader of the language looks for them. */

#include "store/sc-collation.h"

#include <locale.h>
#include <string.h>

#define N_LONG 700

static int
compare_keys (const char *a,
              const char *b)
{
  gsize length_a, length_b;
  g_autofree char *key_a = sc_collation_make_key (a, &length_a);
  g_autofree char *key_b = sc_collation_make_key (b, &length_b);
  int order = memcmp (key_a, key_b, MIN (length_a, length_b));

  return order != 0 ? order : (length_a > length_b) - (length_a < length_b);
}

static void
test_order_is_a_readers (void)
{
  static const char *const texts[] = {
    "", "10", "2", "abc", "Abc", "äbc", "Abd", "Zebra", "Елка", "Ёлка", "Ель", "жук", "Йод",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        int order = compare_keys (texts[i], texts[j]);

        if ((i < j) != (order < 0) || (i == j) != (order == 0))
          g_error ("“%s”, “%s”: %d", texts[i], texts[j], order);
      }
}

/* Longer than what a key has room for at once. */
static void
test_long_texts_differ_at_their_end (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = NULL;

  for (guint i = 0; i < N_LONG; i++)
    g_string_append (a, "щ");
  b = g_string_new (a->str);
  g_string_append (a, "а");
  g_string_append (b, "я");

  g_assert_cmpint (compare_keys (a->str, b->str), <, 0);
  g_assert_cmpint (compare_keys (b->str, a->str), >, 0);
  g_assert_cmpint (compare_keys (a->str, a->str), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/collation/order-is-a-readers", test_order_is_a_readers);
  g_test_add_func ("/store/collation/long-texts-differ-at-their-end", test_long_texts_differ_at_their_end);

  return g_test_run ();
}
