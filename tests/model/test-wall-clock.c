/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/sc-wall-clock.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 60

static void
changed_cb (ScWallClock *clock,
            guint       *n_changes)
{
  *n_changes += 1;
}

static gboolean
patience_cb (gpointer data)
{
  g_error ("the clock told of nothing");

  return G_SOURCE_REMOVE;
}

static void
wait_for_change (guint *n_changes)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, patience_cb, NULL);

  while (*n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

/* Nobody looks: the timer does. */
static void
test_tells_of_midnight (void)
{
  ScInstant midnight = sc_date_to_instant (sc_date_new (2026, 11, 28)) - 12 * G_TIME_SPAN_HOUR;
  g_autoptr (ScWallClock) clock = NULL;
  guint n_changes = 0;

  sc_clock_run_from (midnight - 300 * G_TIME_SPAN_MILLISECOND);
  clock = sc_wall_clock_new ("/etc/localtime");
  g_signal_connect (clock, "changed", G_CALLBACK (changed_cb), &n_changes);
  wait_for_change (&n_changes);
  g_assert_cmpint (sc_clock_now (), >=, midnight);
  sc_clock_set (0);
}

static void
test_tells_of_what_is_shown_alone (void)
{
  ScInstant start = sc_date_to_instant (sc_date_new (2026, 11, 27));
  const struct {
    ScInstant passed;
    guint n_changes;
  } cases[] = {
    { 0, 0 },
    { 59 * G_TIME_SPAN_MINUTE, 0 },
    { 60 * G_TIME_SPAN_MINUTE, 1 },
    { 61 * G_TIME_SPAN_MINUTE, 1 },
    { 3 * G_TIME_SPAN_DAY, 2 },
    /* Set back. */
    { 0, 3 },
  };
  g_autoptr (ScWallClock) clock = NULL;
  guint n_changes = 0;

  sc_clock_set (start);
  clock = sc_wall_clock_new ("/etc/localtime");
  g_signal_connect (clock, "changed", G_CALLBACK (changed_cb), &n_changes);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sc_clock_set (start + cases[i].passed);
      sc_wall_clock_look (clock);
      g_assert_cmpuint (n_changes, ==, cases[i].n_changes);
    }
  sc_clock_set (0);
}

/* As the machine's settings do it: the file is replaced. */
static void
test_follows_the_time_zone (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("sc-zone-XXXXXX", &error);
  g_autofree char *file = g_build_filename (folder, "localtime", NULL);
  g_autofree char *before = g_strdup (g_getenv ("TZ"));
  g_autoptr (ScWallClock) clock = NULL;
  guint n_changes = 0;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (file, "one", -1, NULL));
  sc_clock_set (sc_date_to_instant (sc_date_new (2026, 11, 27)));
  clock = sc_wall_clock_new (file);
  g_signal_connect (clock, "changed", G_CALLBACK (changed_cb), &n_changes);

  g_setenv ("TZ", "Asia/Vladivostok", TRUE);
  g_assert_true (g_file_set_contents (file, "another", -1, NULL));
  wait_for_change (&n_changes);

  g_setenv ("TZ", before, TRUE);
  sc_clock_set (0);
  g_remove (file);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wall-clock/tells-of-midnight", test_tells_of_midnight);
  g_test_add_func ("/wall-clock/tells-of-what-is-shown-alone", test_tells_of_what_is_shown_alone);
  g_test_add_func ("/wall-clock/follows-the-time-zone", test_follows_the_time_zone);

  return g_test_run ();
}
