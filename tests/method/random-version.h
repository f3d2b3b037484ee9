/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

ScVersion *random_version_new (GRand *rand,
                               guint  max_stages);
void assert_texts_kept (const ScVersion *before,
                        const ScVersion *after);

G_END_DECLS
