/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the interface files of this room known. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_widgets_init (void);

G_END_DECLS
