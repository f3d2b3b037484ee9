/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: the user's name, the currency of new deals, and the working calendar. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

AdwDialog *sc_preferences_dialog_new (ScStore *store);

G_END_DECLS
