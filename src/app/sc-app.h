/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_app_init (void);
int sc_app_run (int    argc,
                char **argv);

G_END_DECLS
