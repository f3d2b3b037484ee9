/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals were worth on past days. */

#pragma once

#include "store/sc-fates.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

/* How what deals are worth was changed, and which of them were written down late. */
typedef struct _ScPastValues ScPastValues;

ScPastValues *sc_past_values_read (ScStore      *store,
                                   const char   *process_id,
                                   ScDate        first,
                                   GCancellable *cancellable,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_past_values_free (ScPastValues *self);
ScMoney sc_past_values_find (const ScPastValues *self,
                             const ScFates      *fates,
                             const ScFate       *fate,
                             ScInstant           end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPastValues, sc_past_values_free)

G_END_DECLS
