/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

typedef struct _ScCopier ScCopier;

ScCopier *sc_copier_new (ScStore *store);
void sc_copier_free (ScCopier *self);

/* Of the store, for this file alone. */
ScCopier *sc_store_get_copier (ScStore *self);

G_END_DECLS
