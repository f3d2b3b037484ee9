/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view in which each process was seen last. One that is opened for the first time is
 * for its deals, where it has any. */

#include "app/sc-last-view.h"

#define KEY "process-views"
#define MAX_VIEWS 100

/**
 * sc_last_view_get:
 * @settings: the settings
 * @process: a process
 *
 * Returns: (transfer full): the name of the view to show it in
 */
char *
sc_last_view_get (GSettings *settings,
                  ScProcess *process)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  GVariantIter iter;
  const char *one, *view;

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_next (&iter, "(&s&s)", &one, &view))
    if (g_str_equal (one, process->id))
      return g_strdup (view);

  return g_strdup (process->n_open > 0 ? "deals" : "scheme");
}

/**
 * sc_last_view_set:
 * @settings: the settings
 * @process_id: a process
 * @view: the name of the view that it is shown in now
 *
 * Remembers it, and forgets that of the process whose view was changed longest ago where
 * there are many.
 */
void
sc_last_view_set (GSettings  *settings,
                  const char *process_id,
                  const char *view)
{
  g_autoptr (GVariant) views = g_settings_get_value (settings, KEY);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *one, *other_view;
  guint n_views = 1;

  g_variant_builder_init_static (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", process_id, view);
  g_variant_iter_init (&iter, views);
  while (n_views < MAX_VIEWS && g_variant_iter_next (&iter, "(&s&s)", &one, &other_view))
    if (!g_str_equal (one, process_id))
      {
        g_variant_builder_add (&builder, "(ss)", one, other_view);
        n_views++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
