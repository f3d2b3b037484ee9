/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a chart as a file: its picture, or its table. */

#include "diagram/sc-chart-file.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-chart-picture.h"
#include "diagram/sc-chart-table.h"

/**
 * sc_chart_format_describe:
 * @format: a format
 *
 * Returns: what it is called, and what its files are
 */
const ScFileFormat *
sc_chart_format_describe (ScChartFormat format)
{
  static const ScFileFormat csv = { "csv", N_("CSV"), N_("The numbers, for spreadsheets"), "text/csv" };

  g_return_val_if_fail (format < SC_N_CHART_FORMATS, NULL);

  return format == SC_CHART_CSV ? &csv : sc_image_format_describe ((ScImageFormat) format);
}

/**
 * sc_chart_to_bytes:
 * @self: a chart
 * @format: in which format
 * @direction: the side on which it begins
 * @error: of %SC_DIAGRAM_ERROR
 *
 * A picture is on white paper, with its title, whatever the screen looks like.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
GBytes *
sc_chart_to_bytes (const ScChart *self,
                   ScChartFormat  format,
                   ScDirection    direction,
                   GError       **error)
{
  ScChartLook look = { SC_PALETTE_LIGHT, direction, .has_title = TRUE, .has_paper = TRUE };
  ScImageOptions options = { self->title, self->description, 0 };
  g_autoptr (ScTypesetter) typesetter = NULL;
  g_autoptr (ScChartPicture) picture = NULL;

  g_return_val_if_fail (format < SC_N_CHART_FORMATS, NULL);

  if (format == SC_CHART_CSV)
    return sc_chart_make_csv (self);

  typesetter = sc_typesetter_new ();
  picture = sc_chart_picture_new (self, &look, SC_CHART_FILE_WIDTH, typesetter);

  return sc_image_to_bytes (sc_chart_picture_get_drawing (picture), &options, (ScImageFormat) format, error);
}
