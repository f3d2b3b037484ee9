/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where undo leads in a process's documents. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_returned_place_find (GPtrArray *before,
                              GPtrArray *after);

G_END_DECLS
