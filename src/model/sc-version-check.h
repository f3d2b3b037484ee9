/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a version's stages name is its own: roles that it has, exit criteria
 * and tactics that no other stage has. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

gboolean sc_version_check (const ScVersion *self,
                           GHashTable      *stage_ids,
                           GError         **error);

G_END_DECLS
