/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts chunks on pages, one below the other. */

#pragma once

#include "document/sc-paged-parts.h"

G_BEGIN_DECLS

ScBox sc_flow_get_frame (const ScPaged *self,
                         const ScPage  *page,
                         guint          column);
double sc_flow_get_width (const ScPaged *self);

void sc_flow_clear (ScPaged *self);
void sc_flow_add (ScPaged       *self,
                  const ScChunk *chunk);
void sc_flow_add_space_to (ScPaged *self,
                           double   y);
void sc_flow_release (ScPaged *self);
void sc_flow_begin_page (ScPaged *self);
void sc_flow_end_table (ScPaged *self);

G_END_DECLS
