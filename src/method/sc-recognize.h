/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the name of a stage speaks of. */

#pragma once

#include "model/sc-kind.h"

G_BEGIN_DECLS

ScKindSet sc_recognize_kinds (const char *name);
gboolean sc_stage_name_is_outcome (const char *name);
gboolean sc_stage_name_is_usual (const char *name);

G_END_DECLS
