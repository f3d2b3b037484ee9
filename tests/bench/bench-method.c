/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at a version of 200 stages again, as is done after every change,
 * beside copying it, as every edit does; and fixing all that can be fixed of
 * a process that says nothing but which steps it has, and bringing its stages
 * together, which for 1,000 of them may take as long as a person waits. */

#include "method/sc-fix.h"
#include "method/sc-lint.h"
#include "method/sc-merge.h"
#include "method/sc-usual.h"

#define N_RUNS 200
#define N_MANY 1000
#define MAX_USEC (3 * G_TIME_SPAN_SECOND)

static void
add_stage (ScVersion *version,
           guint      number,
           gboolean   is_bare)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  ScStage *stage = sc_usual_stage (version, SC_KIND_BIT (number % SC_N_KINDS), roles);

  for (guint i = 0; i < roles->len; i++)
    g_ptr_array_add (version->roles, roles->pdata[i]);
  if (is_bare)
    {
      g_set_str (&stage->goal, "");
      g_ptr_array_set_size (stage->criteria, 0);
      g_clear_pointer (&stage->responsible, g_free);
      stage->duration.value = 0;
    }
  g_ptr_array_add (version->stages, stage);
  sc_usual_set_refusal (stage, version, number);
}

static ScVersion *
make_version (guint    n_stages,
              gboolean is_bare)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_RU);

  for (guint i = 0; i < n_stages; i++)
    add_stage (version, i, is_bare);

  return version;
}

static double
time_lint (const ScVersion *version,
           guint           *n_findings)
{
  gint64 started = g_get_monotonic_time ();

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GPtrArray) findings = sc_lint (version);

      *n_findings = findings->len;
    }

  return (double) (g_get_monotonic_time () - started) / N_RUNS / 1000;
}

static double
time_copy (const ScVersion *version)
{
  gint64 started = g_get_monotonic_time ();

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (ScVersion) copy = sc_version_copy (version);
    }

  return (double) (g_get_monotonic_time () - started) / N_RUNS / 1000;
}

static void
measure_lint (const char *what,
              gboolean    is_bare)
{
  g_autoptr (ScVersion) version = make_version (200, is_bare);
  guint n_findings = 0;
  double copy = time_copy (version);
  double lint = time_lint (version, &n_findings);

  g_print ("200 stages, %s: %u findings in %.3f ms, %.0f times a copy\n", what, n_findings, lint, lint / copy);
}

static gboolean
tell (guint       n_stages,
      const char *what,
      guint       n,
      gint64      started)
{
  gint64 took = g_get_monotonic_time () - started;
  gboolean is_ok = took <= MAX_USEC;

  g_print ("%u bare stages: %u %s in %.1f ms%s\n", n_stages, n, what, (double) took / 1000, is_ok ? "" : "; too long");

  return is_ok;
}

static gboolean
measure_fixes (guint n_stages)
{
  g_autoptr (ScVersion) version = make_version (n_stages, TRUE);
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GPtrArray) fixes = sc_fix_all (version, SC_FIX_EVERYTHING, NULL);

  return tell (n_stages, "fixes", fixes->len, started);
}

static gboolean
measure_plan (guint n_stages)
{
  g_autoptr (ScVersion) version = make_version (n_stages, TRUE);
  gint64 started = g_get_monotonic_time ();
  g_autoptr (GPtrArray) plan = sc_merge_plan (version, SC_MERGE_WANTED, NULL);

  return tell (n_stages, "merges", plan->len, started);
}

int
main (void)
{
  gboolean is_ok = TRUE;

  measure_lint ("complete", FALSE);
  measure_lint ("bare", TRUE);
  is_ok = measure_fixes (30) && is_ok;
  is_ok = measure_fixes (200) && is_ok;
  is_ok = measure_fixes (N_MANY) && is_ok;
  is_ok = measure_plan (200) && is_ok;
  is_ok = measure_plan (N_MANY) && is_ok;

  return is_ok ? 0 : 1;
}
