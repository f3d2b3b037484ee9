/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-stage.h"

G_BEGIN_DECLS

gboolean sc_merged_is_into (const ScStage *gone,
                            const ScStage *stage);

G_END_DECLS
