/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals tell of the stages of a scheme, for its drawing. */

#pragma once

#include "model/sc-stage-figures.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

GPtrArray *sc_scheme_figures_read (ScStore      *store,
                                   const char   *process_id,
                                   GCancellable *cancellable,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
