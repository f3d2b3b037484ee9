/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the method has to say about the scheme, gravest first. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_FINDINGS_PAGE (sc_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (ScFindingsPage, sc_findings_page, SC, FINDINGS_PAGE, AdwBin)

void sc_findings_page_show (ScFindingsPage *self,
                            ScDesign       *design);
void sc_findings_page_open (ScFindingsPage *self,
                            const char     *stage_id);

G_END_DECLS
