/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can still be answered to a client who refuses: the objections among the tactics
 * of a deal's stage, filled in, those that fit the reason first. */

#pragma once

#include <adwaita.h>

#include "deal/sc-refusal-facts.h"

G_BEGIN_DECLS

#define SC_TYPE_OBJECTIONS (sc_objections_get_type ())
G_DECLARE_FINAL_TYPE (ScObjections, sc_objections, SC, OBJECTIONS, AdwPreferencesGroup)

GtkWidget *sc_objections_new (void);
void sc_objections_show (ScObjections         *self,
                         ScStore              *store,
                         const ScRefusalFacts *facts,
                         const char           *reason);

G_END_DECLS
