/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Regulations view: the documents that a process gives on paper. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_REGULATIONS_VIEW (sc_regulations_view_get_type ())
G_DECLARE_FINAL_TYPE (ScRegulationsView, sc_regulations_view, SC, REGULATIONS_VIEW, AdwBin)

GtkWidget *sc_regulations_view_new (ScStore    *store,
                                    const char *process_id);
void sc_regulations_view_show_section (ScRegulationsView *self,
                                       const char        *section_id);
void sc_regulations_view_show_place (ScRegulationsView *self,
                                     const char        *place);

G_END_DECLS
