/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may come in if something were otherwise: two scenarios side by side. */

#pragma once

#include <adwaita.h>

#include "statistics/sc-outlook.h"

G_BEGIN_DECLS

#define SC_TYPE_WHAT_IF (sc_what_if_get_type ())
G_DECLARE_FINAL_TYPE (ScWhatIf, sc_what_if, SC, WHAT_IF, AdwBin)

GtkWidget *sc_what_if_new (void);
void sc_what_if_show (ScWhatIf  *self,
                      ScStore   *store,
                      ScOutlook *outlook,
                      GPtrArray *stages);

G_END_DECLS
