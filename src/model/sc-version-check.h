/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

gboolean sc_version_check (const ScVersion *self,
                           GHashTable      *stage_ids,
                           GError         **error);

G_END_DECLS
