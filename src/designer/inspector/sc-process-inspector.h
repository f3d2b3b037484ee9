/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of the whole process: the answers to the six questions, its language,
 * description, roles and loss reasons. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

#define SC_TYPE_PROCESS_INSPECTOR (sc_process_inspector_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessInspector, sc_process_inspector, SC, PROCESS_INSPECTOR, AdwBin)

void sc_process_inspector_show (ScProcessInspector *self,
                                ScDesign           *design);

G_END_DECLS
