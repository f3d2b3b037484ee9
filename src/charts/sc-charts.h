/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the interface files and types of this room known. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_charts_init (void);

G_END_DECLS
