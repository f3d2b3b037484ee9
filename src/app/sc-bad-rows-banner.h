/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in a window that rows of the database were left out of what it shows,
 * and which. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_bad_rows_banner_attach (AdwBanner *banner,
                                ScStore   *store);

G_END_DECLS
