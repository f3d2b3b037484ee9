/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says at an entry why what stands in it can't be taken. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void sc_entry_row_tell (AdwEntryRow *row,
                        const char  *title,
                        const char  *message);

G_END_DECLS
