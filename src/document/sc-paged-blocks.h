/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sections and their blocks as chunks for pages. */

#pragma once

#include "document/sc-paged-parts.h"

G_BEGIN_DECLS

void sc_paged_begin_section (ScPaged *self,
                             guint    section);
void sc_paged_add_block (ScPaged *self,
                         guint    section,
                         guint    block);

G_END_DECLS
