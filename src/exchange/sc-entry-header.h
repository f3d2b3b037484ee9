/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sc_entry_header_fold (const char *text);
char *sc_entry_header_read_stage (const char *header);

G_END_DECLS
