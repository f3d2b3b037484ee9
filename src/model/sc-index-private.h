/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds a stage or a role of a version by its id without looking at all of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ScIndex ScIndex;

typedef const char *(*ScIndexGetId) (gconstpointer item);

int sc_index_find (ScIndex        **index,
                   const GPtrArray *items,
                   ScIndexGetId     get_id,
                   const char      *id);
ScIndex *sc_index_ref (ScIndex *self);
void sc_index_unref (ScIndex *self);

G_END_DECLS
