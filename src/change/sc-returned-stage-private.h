/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

char *sc_returned_stage_find (const ScVersion *before,
                              const ScVersion *after,
                              const char      *name);

G_END_DECLS
