/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown of a list is its beginning at any time, and all of it in the end. */

#include "pipeline/sc-growing-model.h"

#define N_LONG 1000
#define N_SPLICES 400

typedef struct {
  GtkStringList *all;
  ScGrowingModel *shown;
  /* What somebody who follows has. */
  GPtrArray *seen;
  guint n_signals;
  guint next;
} Fixture;

static void
assert_same (GListModel *model,
             GPtrArray  *seen)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, seen->len);
  for (guint i = 0; i < seen->len; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      g_assert_cmpstr (gtk_string_object_get_string (item), ==, seen->pdata[i]);
    }
}

static void
items_changed_cb (Fixture *self,
                  guint    position,
                  guint    n_removed,
                  guint    n_added)
{
  self->n_signals++;
  if (n_removed > 0)
    g_ptr_array_remove_range (self->seen, position, n_removed);
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_ptr_array_insert (self->seen, (int) i, g_strdup (gtk_string_object_get_string (item)));
    }
  assert_same (G_LIST_MODEL (self->shown), self->seen);
}

static void
add (Fixture *self,
     guint    position,
     guint    n_removed,
     guint    n_added)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < n_added; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%u", self->next++));
  texts = g_strv_builder_end (builder);
  gtk_string_list_splice (self->all, position, n_removed, (const char *const *) texts);
}

static Fixture *
fixture_new (guint n)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->all = gtk_string_list_new (NULL);
  add (self, 0, 0, n);
  self->shown = sc_growing_model_new (G_LIST_MODEL (self->all));
  self->seen = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (self->shown, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)));
  self->n_signals = 0;

  return self;
}

static void
fixture_free (Fixture *self)
{
  g_object_unref (self->shown);
  g_object_unref (self->all);
  g_ptr_array_unref (self->seen);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
grow_up (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_same (G_LIST_MODEL (self->all), self->seen);
}

static void
test_long_list_grows (void)
{
  g_autoptr (Fixture) one = fixture_new (N_LONG);
  g_autoptr (Fixture) other = fixture_new (N_LONG);

  g_assert_cmpuint (one->seen->len, <, 20);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (one->n_signals + other->n_signals, ==, 1);
  grow_up (one);
  grow_up (other);

  /* Another one in the place of all, as a search is cleared. */
  add (one, 0, N_LONG, 0);
  add (one, 0, 0, 2 * N_LONG);
  g_assert_cmpuint (one->seen->len, <, 20);
  grow_up (one);
}

static void
test_short_list_is_all_there (void)
{
  g_autoptr (Fixture) fixture = fixture_new (20);

  g_assert_cmpuint (fixture->seen->len, ==, 20);
  add (fixture, 0, 20, 30);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->seen->len, ==, 30);
}

static void
test_row_is_reached (void)
{
  g_autoptr (Fixture) fixture = fixture_new (N_LONG);

  sc_growing_model_reach (fixture->shown, 3);
  g_assert_cmpuint (fixture->seen->len, <, 20);
  sc_growing_model_reach (fixture->shown, 700);
  g_assert_cmpuint (fixture->seen->len, ==, N_LONG);
}

static void
test_follows_whatever_happens (void)
{
  g_autoptr (Fixture) fixture = fixture_new (0);

  for (guint i = 0; i < N_SPLICES; i++)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->all));
      guint position = (guint) g_test_rand_int_range (0, (int) n + 1);
      guint n_removed = (guint) g_test_rand_int_range (0, (int) (n - position) + 1);

      if (g_test_rand_int_range (0, 4) == 0)
        position = 0;
      add (fixture, position, n_removed, (guint) g_test_rand_int_range (0, g_test_rand_bit () ? 5 : 400));
      for (int rounds = g_test_rand_int_range (0, 6); rounds > 0; rounds--)
        g_main_context_iteration (NULL, FALSE);
    }
  grow_up (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pipeline/growing/long-list-grows", test_long_list_grows);
  g_test_add_func ("/pipeline/growing/short-list-is-all-there", test_short_list_is_all_there);
  g_test_add_func ("/pipeline/growing/row-is-reached", test_row_is_reached);
  g_test_add_func ("/pipeline/growing/follows-whatever-happens", test_follows_whatever_happens);

  return g_test_run ();
}
