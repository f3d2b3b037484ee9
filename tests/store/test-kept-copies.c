/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies that are made by themselves: when, which are kept, and that none
 * belongs to another database. */

#include <glib/gstdio.h>
#include <string.h>

#include "store/engine/sc-keep-private.h"
#include "store/sc-kept-copies.h"
#include "store/sc-process-write.h"
#include "store/sc-store-private.h"
#include "store/sc-write.h"
#include "store/store-fixture.h"

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)

/* Noon, and the clock of Berlin. */
#define NOW(n_days_ago) (sc_date_to_instant (sc_date_new (2026, 11, 29)) - (n_days_ago) * DAY)

typedef struct {
  const char *name;
  /* How long ago, in hours before noon of the 29th of November, and their sizes. */
  struct {
    guint hours;
    guint size;
  } copies[12];
  guint limit;
  /* One letter a copy: k is kept, - goes. */
  const char *expected;
} Case;

static const Case cases[] = {
  { "none", { { 0, 0 } }, 100, "" },
  { "all-of-today", { { 1, 1 }, { 2, 1 }, { 3, 1 }, { 11, 1 } }, 100, "kkkk" },
  { "the-last-of-a-day", { { 1, 1 }, { 13, 1 }, { 14, 1 }, { 35, 1 }, { 37, 1 } }, 100, "kk--k" },
  { "days-for-a-month", { { 24, 1 }, { 48, 1 }, { 24 * 30, 1 }, { 24 * 31, 1 } }, 100, "kkkk" },
  { "the-last-of-a-month", { { 24 * 32, 1 }, { 24 * 33, 1 }, { 24 * 58, 1 }, { 24 * 60, 1 }, { 24 * 75, 1 } }, 100, "k--k-" },
  { "nothing-after-a-year", { { 24 * 360, 1 }, { 24 * 366, 1 }, { 24 * 367, 1 }, { 24 * 800, 1 } }, 100, "kk--" },
  { "exactly-full", { { 1, 50 }, { 2, 50 } }, 100, "kk" },
  { "the-oldest-before-the-newest", { { 1, 50 }, { 2, 51 } }, 100, "k-" },
  { "not-even-one-fits", { { 1, 101 } }, 100, "-" },
  { "nothing-fits", { { 1, 1 }, { 2, 1 } }, 0, "--" },
  /* One of three that lie close goes, not the one that reaches far back. */
  { "thinned-where-dense", { { 1, 30 }, { 2, 30 }, { 3, 30 }, { 24, 30 } }, 100, "k-kk" },
  { "thinned-more-the-older", { { 24, 20 }, { 48, 20 }, { 72, 20 }, { 96, 20 }, { 120, 20 }, { 144, 20 } }, 60, "kk---k" },
};

static void
test_choice (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_kept_copy_free);
  g_autoptr (GPtrArray) dropped = NULL;

  for (guint i = 0; self->copies[i].hours != 0; i++)
    {
      g_autofree char *path = g_strdup_printf ("/copies/a/%u.db", i);

      g_ptr_array_add (copies, sc_kept_copy_new (path, NOW (0) - self->copies[i].hours * HOUR, self->copies[i].size));
    }
  dropped = sc_kept_copies_choose (copies, NOW (0), self->limit);

  g_assert_cmpuint (copies->len, ==, strlen (self->expected));
  for (guint i = 0; i < copies->len; i++)
    if (g_ptr_array_find (dropped, copies->pdata[i], NULL) != (self->expected[i] == '-'))
      g_error ("Copy %u of “%s” was to be %c", i, self->name, self->expected[i]);
}

/* One database's copies do not stand for another's, and share the room. */
static void
test_choice_of_two (void)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_kept_copy_free);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;

  g_ptr_array_add (copies, sc_kept_copy_new ("/copies/a/1.db", NOW (2), 10));
  g_ptr_array_add (copies, sc_kept_copy_new ("/copies/b/1.db", NOW (2) - HOUR, 10));
  g_ptr_array_add (copies, sc_kept_copy_new ("/copies/a/2.db", NOW (3), 10));
  all = sc_kept_copies_choose (copies, NOW (0), 30);
  g_assert_cmpuint (all->len, ==, 0);
  some = sc_kept_copies_choose (copies, NOW (0), 20);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_true (some->pdata[0] == copies->pdata[2]);
}

static void
create (ScStore    *store,
        const char *name)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DESIGN, id, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 key = sc_process_table_insert (write, id, name, NULL, &error);

  g_assert_cmpint (sc_version_table_insert (write, key, version, &error), >, 0);
  g_assert_true (sc_write_commit (write, "Create", NULL, &error));
  g_assert_no_error (error);
}

static gboolean
needs_copy (ScStore *store)
{
  g_autoptr (ScReader) reader = sc_reader_new (store, NULL, NULL);

  return sc_keep_is_needed (sc_reader_get_connection (reader), sc_store_get_path (store));
}

static void
keep (ScStore *store)
{
  g_autoptr (ScReader) reader = sc_reader_new (store, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_keep_copy (sc_reader_get_connection (reader), sc_store_get_path (store), NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_kept (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *before = NULL;
  ScKeptCopy *copy;
  GStatBuf status;

  sc_clock_set (NOW (0));
  g_assert_false (needs_copy (fixture->store));
  create (fixture->store, "Sale");
  g_assert_true (needs_copy (fixture->store));
  keep (fixture->store);
  g_assert_false (needs_copy (fixture->store));
  before = store_fixture_dump (fixture);
  create (fixture->store, "Later");
  g_assert_true (needs_copy (fixture->store));
  /* Of the same second. */
  keep (fixture->store);

  copies = sc_kept_copies_list (fixture->path);
  g_assert_cmpuint (copies->len, ==, 2);
  copy = copies->pdata[0];
  g_assert_cmpint (copy->made_at, ==, NOW (0));
  sc_kept_copy_count (copy);
  g_assert_cmpuint (copy->n_processes, ==, 2);
  g_assert_cmpuint (copy->n_open_deals, ==, 0);
  copy = copies->pdata[1];
  g_assert_cmpint (g_stat (copy->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, copy->size);
  g_assert_cmpint (g_stat (copy->folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);

  g_assert_true (sc_store_restore (copy->path, fixture->path, NULL, NULL));
  store_fixture_assert_dump (fixture, before);
  sc_clock_set (0);
}

static void
test_old_ones_go (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (GPtrArray) copies = NULL;

  create (fixture->store, "Sale");
  for (guint n_days = 400; n_days > 390; n_days -= 2)
    {
      sc_clock_set (NOW (n_days));
      keep (fixture->store);
    }
  sc_clock_set (NOW (0));
  keep (fixture->store);
  copies = sc_kept_copies_list (fixture->path);
  g_assert_cmpuint (copies->len, ==, 1);
  sc_clock_set (0);
}

static void
test_two_of_one_name (void)
{
  g_autoptr (StoreFixture) one = store_fixture_new ();
  g_autoptr (StoreFixture) other = store_fixture_new ();
  g_autofree char *link = g_build_filename (other->folder, "link.db", NULL);
  g_autoptr (GPtrArray) of_other = NULL;
  g_autoptr (GPtrArray) of_link = NULL;

  create (one->store, "Sale");
  keep (one->store);
  of_other = sc_kept_copies_list (other->path);
  g_assert_cmpuint (of_other->len, ==, 0);

  /* The same database by another name has the same ones. */
  g_assert_cmpint (symlink (one->path, link), ==, 0);
  of_link = sc_kept_copies_list (link);
  g_assert_cmpuint (of_link->len, ==, 1);
}

static gboolean
has_copies (ScStore *store,
            guint    n_wanted)
{
  g_autoptr (GPtrArray) copies = sc_kept_copies_list (sc_store_get_path (store));

  g_assert_cmpuint (copies->len, <=, n_wanted);

  return copies->len == n_wanted;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("No copy was made in a minute");

  return G_SOURCE_REMOVE;
}

static void
wait_for_copy (ScStore *store)
{
  guint limit = g_timeout_add_seconds (60, give_up_cb, NULL);

  while (!has_copies (store, 1))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* As of a window: once something has changed, and then not for ten minutes. */
static void
test_by_itself (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  guint ticks = g_timeout_add (50, tick_cb, NULL);
  g_autoptr (GPtrArray) copies = NULL;

  sc_clock_set (NOW (0));
  sc_store_start_watching (fixture->store);
  sc_store_start_copying (fixture->store);
  create (fixture->store, "Sale");
  wait_for_copy (fixture->store);

  create (fixture->store, "Soon after");
  sc_store_keep_copy_before (fixture->store);
  create (fixture->store, "Not in the copy");
  sc_store_finish_copies ();
  copies = sc_kept_copies_list (fixture->path);
  g_assert_cmpuint (copies->len, ==, 2);
  sc_kept_copy_count (copies->pdata[0]);
  g_assert_cmpuint (((ScKeptCopy *) copies->pdata[0])->n_processes, ==, 2);
  sc_store_stop_copying (fixture->store, FALSE);
  create (fixture->store, "Closed");
  sc_store_finish_copies ();
  g_assert_true (has_copies (fixture->store, 2));
  g_assert_null (sc_store_dup_copy_failure (fixture->store));
  g_source_remove (ticks);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  sc_clock_set (0);
}

/* A copy that can't be made is told, and nothing else fails. */
static void
test_failure_is_told (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autofree char *folder = sc_kept_copies_get_folder (fixture->path);
  g_autofree char *failure = NULL;
  g_autofree char *none = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  sc_store_start_copying (fixture->store);
  create (fixture->store, "Sale");
  sc_store_keep_copy_before (fixture->store);
  sc_store_finish_copies ();
  failure = sc_store_dup_copy_failure (fixture->store);
  g_assert_nonnull (failure);
  g_assert_nonnull (strstr (failure, folder));

  g_assert_cmpint (g_unlink (folder), ==, 0);
  sc_store_keep_copy_before (fixture->store);
  sc_store_finish_copies ();
  none = sc_store_dup_copy_failure (fixture->store);
  g_assert_null (none);
  g_assert_true (has_copies (fixture->store, 1));
  sc_store_stop_copying (fixture->store, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = g_dir_make_tmp ("stagecraft-XXXXXX", NULL);
  const char *remove[] = { "rm", "-r", data, NULL };
  int status;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/kept-copies/choice/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_choice);
    }
  g_test_add_func ("/kept-copies/choice-of-two", test_choice_of_two);
  g_test_add_func ("/kept-copies/kept", test_kept);
  g_test_add_func ("/kept-copies/old-ones-go", test_old_ones_go);
  g_test_add_func ("/kept-copies/two-of-one-name", test_two_of_one_name);
  g_test_add_func ("/kept-copies/by-itself", test_by_itself);
  g_test_add_func ("/kept-copies/failure-is-told", test_failure_is_told);

  status = g_test_run ();
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);

  return status;
}
