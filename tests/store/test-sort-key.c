/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Between any two places there is another, whoever drops what where. */

#include "store/sc-sort-key.h"

#include <string.h>

static void
assert_rising (GPtrArray *keys)
{
  for (guint i = 1; i < keys->len; i++)
    g_assert_cmpint (strcmp (keys->pdata[i - 1], keys->pdata[i]), <, 0);
}

static void
test_random_places (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++)
    {
      guint place = (guint) g_rand_int_range (rand, 0, (gint32) keys->len + 1);

      g_ptr_array_insert (keys, (int) place,
                          sc_sort_key_between (place > 0 ? keys->pdata[place - 1] : NULL,
                                               place < keys->len ? keys->pdata[place] : NULL));
    }
  assert_rising (keys);
}

static void
test_ends_stay_short (void)
{
  g_autofree char *last = sc_sort_key_between (NULL, NULL);
  g_autofree char *first = g_strdup (last);

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *after = sc_sort_key_between (last, NULL);
      g_autofree char *before = sc_sort_key_between (NULL, first);

      g_assert_cmpint (strcmp (last, after), <, 0);
      g_assert_cmpint (strcmp (before, first), <, 0);
      g_set_str (&last, after);
      g_set_str (&first, before);
    }
  g_assert_cmpuint (strlen (last), <=, 5);
  g_assert_cmpuint (strlen (first), <=, 5);
}

static void
test_same_gap (void)
{
  g_autofree char *before = sc_sort_key_between (NULL, NULL);
  g_autofree char *after = sc_sort_key_between (before, NULL);

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *middle = sc_sort_key_between (before, after);

      g_assert_cmpint (strcmp (before, middle), <, 0);
      g_assert_cmpint (strcmp (middle, after), <, 0);
      g_set_str (i % 2 == 0 ? &before : &after, middle);
    }
}

/* Two columns become one: keys of the second get one integer in front. */
static void
test_joined_columns (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_ptr_array_add (keys, sc_sort_key_between (last, NULL));
      g_set_str (&last, keys->pdata[i]);
    }
  for (guint i = 0; i < 20; i++)
    {
      g_free (keys->pdata[20 + i]);
      keys->pdata[20 + i] = g_strconcat ("b00", keys->pdata[i], NULL);
    }
  assert_rising (keys);

  for (guint i = 0; i < 3000; i++)
    {
      guint place = i < 300 ? 20 : (guint) g_rand_int_range (rand, 0, (gint32) keys->len + 1);

      g_ptr_array_insert (keys, (int) place,
                          sc_sort_key_between (place > 0 ? keys->pdata[place - 1] : NULL,
                                               place < keys->len ? keys->pdata[place] : NULL));
    }
  assert_rising (keys);
}

static void
test_bad_keys (void)
{
  static const char *const bad[] = { "", "0", "a", "zzz", "ä", "a\xff", "!" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *after = sc_sort_key_between (bad[i], NULL);
      g_autofree char *before = sc_sort_key_between (NULL, bad[i]);
      g_autofree char *equal = sc_sort_key_between ("a5", "a5");

      g_assert_cmpstr (after, !=, "");
      g_assert_cmpstr (before, !=, "");
      g_assert_cmpstr (equal, !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sort-key/random-places", test_random_places);
  g_test_add_func ("/sort-key/ends-stay-short", test_ends_stay_short);
  g_test_add_func ("/sort-key/same-gap", test_same_gap);
  g_test_add_func ("/sort-key/joined-columns", test_joined_columns);
  g_test_add_func ("/sort-key/bad-keys", test_bad_keys);

  return g_test_run ();
}
