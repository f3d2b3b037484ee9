/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns very many instants into days. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

typedef struct _ScLocalDays ScLocalDays;

ScLocalDays *sc_local_days_new (void);
void sc_local_days_free (ScLocalDays *self);
ScDate sc_local_days_get (ScLocalDays *self,
                          ScInstant    at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLocalDays, sc_local_days_free)

G_END_DECLS
