/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a chart as a file: its picture, or its table. */

#pragma once

#include "diagram/sc-chart.h"
#include "diagram/sc-image.h"

G_BEGIN_DECLS

/* In the order in which they are offered. */
typedef enum {
  SC_CHART_PDF = SC_IMAGE_PDF,
  SC_CHART_SVG = SC_IMAGE_SVG,
  SC_CHART_PNG = SC_IMAGE_PNG,
  SC_CHART_CSV = SC_N_IMAGE_FORMATS,
  SC_N_CHART_FORMATS,
} ScChartFormat;

const ScFileFormat *sc_chart_format_describe (ScChartFormat format);
GBytes *sc_chart_to_bytes (const ScChart *self,
                           ScChartFormat  format,
                           ScDirection    direction,
                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
