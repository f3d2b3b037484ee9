/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that the method has to say: in one sentence, opened with why, who says so
 * and what else can be done about it. */

#pragma once

#include <adwaita.h>

#include "method/sc-finding-group.h"

G_BEGIN_DECLS

#define SC_TYPE_FINDING_ROW (sc_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (ScFindingRow, sc_finding_row, SC, FINDING_ROW, GtkListBoxRow)

GtkWidget *sc_finding_row_new (ScFindingGroup *group,
                               gboolean        is_member);
ScFindingGroup *sc_finding_row_get_group (ScFindingRow *self);
gboolean sc_finding_row_is_member (ScFindingRow *self);
gboolean sc_finding_row_concerns (ScFindingRow *self,
                                  const char   *stage_id);
void sc_finding_row_set_fixes (ScFindingRow *self,
                               GPtrArray    *fixes);
void sc_finding_row_set_common_fix (ScFindingRow *self,
                                    const char   *label);
void sc_finding_row_set_open (ScFindingRow *self,
                              gboolean      is_open);
gboolean sc_finding_row_is_open (ScFindingRow *self);

G_END_DECLS
