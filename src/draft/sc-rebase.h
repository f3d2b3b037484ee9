/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes edits again on a version that others have changed meanwhile. */

#pragma once

#include "change/sc-clash.h"
#include "model/sc-edit.h"

G_BEGIN_DECLS

GPtrArray *sc_rebase_edits (GPtrArray       *edits,
                            const ScVersion *onto,
                            ScSide           side,
                            GPtrArray       *clashes,
                            GPtrArray       *dropped);

G_END_DECLS
