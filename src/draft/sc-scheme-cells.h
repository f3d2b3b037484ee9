/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed or pasted into a table of a draft's stages, as one edit with a name. */

#pragma once

#include "draft/sc-design.h"
#include "draft/sc-stage-cells.h"

G_BEGIN_DECLS

gboolean sc_scheme_fill_cells (ScDesign     *design,
                               GPtrArray    *stage_ids,
                               ScStageColumn column,
                               const char   *text,
                               GError      **error);
gboolean sc_scheme_paste_cells (ScDesign     *design,
                                const char   *stage_id,
                                ScStageColumn column,
                                const char   *text,
                                GError      **error);
gboolean sc_scheme_remove_all (ScDesign  *design,
                               GPtrArray *stage_ids);

G_END_DECLS
