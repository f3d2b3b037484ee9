/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds deals by words, in whatever process. */

#pragma once

#include "store/sc-rows.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GPtrArray *sc_store_find_deals (ScStore      *self,
                                const char   *words,
                                guint         limit,
                                guint        *n_found,
                                GCancellable *cancellable,
                                GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
