/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-edit.h"

G_BEGIN_DECLS

GPtrArray *sc_rebase_edits (GPtrArray       *edits,
                            const ScVersion *onto);

G_END_DECLS
