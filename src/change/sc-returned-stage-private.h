/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stage a person is led to who has taken a change of a design back. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

char *sc_returned_stage_find (const ScVersion *before,
                              const ScVersion *after,
                              const char      *name);

G_END_DECLS
