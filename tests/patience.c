/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "patience.h"

/* Generous, for sanitizers and busy machines. */
#define PATIENCE_SECONDS 60

#define LOOK_MS 20

static PatienceShow show_all;

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
patience_set_show (PatienceShow show)
{
  show_all = show;
}

void
patience_spend (gint64     *end,
                const char *what)
{
  gint64 now = g_get_monotonic_time ();
  guint waking;

  if (*end == 0)
    *end = now + PATIENCE_SECONDS * G_USEC_PER_SEC;
  if (now > *end)
    {
      g_autoptr (GString) report = g_string_new (NULL);

      if (show_all != NULL)
        show_all (report);
      g_error ("waited in vain for %s\n%s", what, report->str);
    }

  waking = g_timeout_add (LOOK_MS, wake_cb, NULL);
  g_main_context_iteration (NULL, TRUE);
  g_source_remove (waking);
}
