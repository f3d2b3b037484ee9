/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a layout share. */

#pragma once

#include "diagram/sc-places.h"

G_BEGIN_DECLS

void sc_layout_mirror (ScLayout *layout);

G_END_DECLS
