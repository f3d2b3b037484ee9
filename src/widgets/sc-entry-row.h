/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry row that is heard by its title once, and says why what stands in it can't be taken. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_ENTRY_ROW (sc_entry_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScEntryRow, sc_entry_row, SC, ENTRY_ROW, AdwEntryRow)

struct _ScEntryRowClass
{
  AdwEntryRowClass parent_class;
};

GtkWidget *sc_entry_row_new (void);
void sc_entry_row_tell (AdwEntryRow *row,
                        const char  *title,
                        const char  *message);

G_END_DECLS
