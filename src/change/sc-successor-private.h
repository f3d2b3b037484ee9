/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which stage another one went into, where it is gone from a later version. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

const ScStage *sc_successor_find (const ScVersion *before,
                                  const ScVersion *after,
                                  guint            position);

G_END_DECLS
