/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place that was shown last, of each database that was open lately. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *sc_last_place_get (GSettings *settings,
                         GFile     *database);
void sc_last_place_set (GSettings  *settings,
                        GFile      *database,
                        const char *place);

G_END_DECLS
