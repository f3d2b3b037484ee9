/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Menus of the canvas. */

#pragma once

#include <gio/gio.h>

#include "model/sc-version.h"

G_BEGIN_DECLS

GMenuModel *sc_stage_menu_new (const ScVersion *version,
                               guint            position);
GMenuModel *sc_insert_menu_new (const ScVersion *version,
                                guint            position);
GMenuModel *sc_mark_menu_new (const ScVersion *version);

G_END_DECLS
