/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a chart out of the program: into a file, or onto the clipboard. */

#pragma once

#include <adwaita.h>

#include "diagram/sc-chart-file.h"

G_BEGIN_DECLS

void sc_chart_copy (GtkWidget *origin,
                    ScChart   *chart);
void sc_chart_copy_table (GtkWidget *origin,
                          ScChart   *chart);
void sc_chart_save (GtkWidget  *origin,
                    ScChart    *chart,
                    const char *format_id);

G_END_DECLS
