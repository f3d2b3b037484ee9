/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers of columns that tell when deals came into a stage. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_entry_header_fold (const char *text);
char *sc_entry_header_read_stage (const char *header);

G_END_DECLS
