/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place that was shown last, of each database that was open lately. */

#include "app/sc-last-place.h"

#define MAX_PLACES 20

/**
 * sc_last_place_get:
 * @settings: the settings
 * @database: a database
 *
 * Returns: (transfer full): “today”, or the id of the process that was shown
 *   last
 */
char *
sc_last_place_get (GSettings *settings,
                   GFile     *database)
{
  g_autoptr (GVariant) places = g_settings_get_value (settings, "places");
  g_autofree char *uri = g_file_get_uri (database);
  GVariantIter iter;
  const char *one, *place;

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&s&s)", &one, &place))
    if (g_str_equal (one, uri))
      return g_strdup (place);

  return g_strdup ("today");
}

/**
 * sc_last_place_set:
 * @settings: the settings
 * @database: a database
 * @place: “today”, or the id of the process that is shown now
 *
 * Remembers it, and forgets that of the database shown longest ago where there
 * are many.
 */
void
sc_last_place_set (GSettings  *settings,
                   GFile      *database,
                   const char *place)
{
  g_autoptr (GVariant) places = g_settings_get_value (settings, "places");
  g_autofree char *uri = g_file_get_uri (database);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *one, *other_place;
  guint n_places = 1;

  g_variant_builder_init_static (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", uri, place);
  g_variant_iter_init (&iter, places);
  while (n_places < MAX_PLACES && g_variant_iter_next (&iter, "(&s&s)", &one, &other_place))
    if (!g_str_equal (one, uri))
      {
        g_variant_builder_add (&builder, "(ss)", one, other_place);
        n_places++;
      }
  g_settings_set_value (settings, "places", g_variant_builder_end (&builder));
}
