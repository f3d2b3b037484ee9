/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/* What the Scheme view reads of a process. */
typedef struct {
  ScProcess *process;
  ScVersion *version;
  ScVersion *published;
  GStrv loss_reasons;
} ScReading;

void sc_reading_load_async (ScStore            *store,
                            const char         *process_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data);
ScReading *sc_reading_load_finish (ScStore      *store,
                                   GAsyncResult *result,
                                   GError      **error);
void sc_reading_free (ScReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScReading, sc_reading_free)

G_END_DECLS
