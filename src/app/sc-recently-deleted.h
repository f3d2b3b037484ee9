/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted and can be brought back, and the deals of one deletion one by one. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_RECENTLY_DELETED (sc_recently_deleted_get_type ())
G_DECLARE_FINAL_TYPE (ScRecentlyDeleted, sc_recently_deleted, SC, RECENTLY_DELETED, AdwDialog)

AdwDialog *sc_recently_deleted_new (ScStore *store);

G_END_DECLS
