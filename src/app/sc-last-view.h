/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view in which each process was seen last. */

#pragma once

#include <gio/gio.h>

#include "model/sc-process.h"

G_BEGIN_DECLS

char *sc_last_view_get (GSettings *settings,
                        ScProcess *process);
void sc_last_view_set (GSettings  *settings,
                       const char *process_id,
                       const char *view);

G_END_DECLS
