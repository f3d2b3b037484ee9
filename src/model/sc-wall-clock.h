/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock on the wall, by which every view goes that shows how late, how old or how
 * far away something is. */

#pragma once

#include <gio/gio.h>

#include "model/sc-date.h"

G_BEGIN_DECLS

#define SC_TYPE_WALL_CLOCK (sc_wall_clock_get_type ())
G_DECLARE_FINAL_TYPE (ScWallClock, sc_wall_clock, SC, WALL_CLOCK, GObject)

ScWallClock *sc_wall_clock_new (const char *zone_file);
ScWallClock *sc_wall_clock_get_default (void);
void sc_wall_clock_look (ScWallClock *self);

G_END_DECLS
