/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laying out and writing a scheme as SVG, beside `dot -Tsvg` on the same graph
 * less its time on an empty one. The library starts with nothing measured each
 * time; what the process does once, such as finding fonts, is told apart. */

#include <gio/gio.h>
#include <string.h>

#include "diagram/sc-export.h"
#include "sample.h"

#define N_RUNS 15

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
get_median (gint64 times[N_RUNS])
{
  g_sort_array (times, N_RUNS, sizeof *times, compare_times, NULL);

  return (double) times[N_RUNS / 2] / 1000;
}

/* The same texts in boxes, joined by arrows. */
static char *
write_dot (const ScVersion *version)
{
  GString *dot = g_string_new ("digraph {\nnode [shape=box]\n");

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);
      const ScRole *role = sc_version_find_role (version, stage->responsible, NULL);

      g_string_append_printf (dot, "n%u [label=\"%u\\n%s\\n%s\\n%u days, %.0f %%\"]\n", i, i + 1, stage->name,
                              role->name, stage->duration.value, stage->probability * 100);
      if (i > 0)
        g_string_append_printf (dot, "n%u -> n%u\n", i - 1, i);
    }
  g_string_append (dot, "}\n");

  return g_string_free_and_steal (dot);
}

static gint64
time_dot (const char *graph)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) in = g_bytes_new_static (graph, strlen (graph));
  g_autoptr (GBytes) out = NULL;
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GSubprocess) dot = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                  &error, "dot", "-Tsvg", NULL);

  if (dot == NULL || !g_subprocess_communicate (dot, in, NULL, &out, NULL, &error))
    g_error ("dot: %s", error->message);

  return g_get_monotonic_time () - started;
}

static gint64
time_scheme (const ScVersion *version)
{
  ScExportOptions options = SC_EXPORT_OPTIONS ("Selling a CRM to companies", SC_DATE_NONE);
  g_autoptr (GError) error = NULL;
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GBytes) svg = sc_export_to_bytes (version, &options, SC_IMAGE_SVG, &error);

  if (svg == NULL)
    g_error ("%s", error->message);

  return g_get_monotonic_time () - started;
}

/* Runs take turns, so that what else the machine does hits all alike. */
static void
measure (guint n_stages)
{
  g_autoptr (ScVersion) version = sample_new (n_stages);
  g_autofree char *graph = write_dot (version);
  gint64 ours[N_RUNS];
  gint64 dots[N_RUNS];
  gint64 empty[N_RUNS];
  double scheme;
  double dot;
  double nothing;

  for (guint i = 0; i < N_RUNS; i++)
    {
      ours[i] = time_scheme (version);
      dots[i] = time_dot (graph);
      empty[i] = time_dot ("digraph {}\n");
    }

  scheme = get_median (ours);
  dot = get_median (dots);
  nothing = get_median (empty);
  g_print ("scheme of %3u stages: %7.2f ms; dot %7.2f ms less %.2f ms for an empty graph; ratio %.3f\n", n_stages,
           scheme, dot, nothing, scheme / MAX (dot - nothing, 0.001));
}

int
main (void)
{
  g_autoptr (ScVersion) version = sample_new (7);

  g_print ("first scheme of the process, fonts found and loaded: %.2f ms\n", (double) time_scheme (version) / 1000);
  measure (7);
  measure (200);

  return 0;
}
