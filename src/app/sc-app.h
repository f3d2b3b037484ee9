/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starts the program with a window: registers what the rooms bring along, then runs
 * the application. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_app_init (void);
int sc_app_run (int    argc,
                char **argv);

G_END_DECLS
