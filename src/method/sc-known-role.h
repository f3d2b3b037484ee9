/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a process's roles a person means who writes its name their own way. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

const ScRole *sc_known_role (const ScVersion *version,
                             const char      *name);
const ScRole *sc_known_role_like (const ScVersion *version,
                                  const char      *name);

G_END_DECLS
