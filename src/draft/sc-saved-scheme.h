/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Scheme view reads of a process: the draft as it is saved, what is published. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

typedef struct {
  ScProcess *process;
  ScVersion *version;
  ScVersion *published;
  GStrv loss_reasons;
} ScSavedScheme;

void sc_saved_scheme_load_async (ScStore            *store,
                                 const char         *process_id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
ScSavedScheme *sc_saved_scheme_load_finish (ScStore      *store,
                                            GAsyncResult *result,
                                            GError      **error);
void sc_saved_scheme_free (ScSavedScheme *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScSavedScheme, sc_saved_scheme_free)

G_END_DECLS
