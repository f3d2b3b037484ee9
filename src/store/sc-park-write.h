/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write asks and does about parked deals, and about refusals, by their history. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-store.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* A deal that was parked until a day that has come, which nobody has written yet. */
typedef struct {
  gint64 deal_id;
  ScDate until;
} ScWaking;

/* Processes that have such deals, as ids: what can be asked before each change. */
GPtrArray *sc_store_list_waking (ScStore *self,
                                 GError **error);
/* Such deals of a process. */
GArray *sc_write_list_waking (ScWrite    *self,
                              const char *process_id,
                              GError    **error);
/* The deal is at work from @entered_at on, as far as its stage's time goes. It stays what
 * it was for changes that are taken back. */
gboolean sc_write_wake_deal (ScWrite        *self,
                             const ScWaking *waking,
                             ScInstant       entered_at,
                             GError        **error);
/* Since when a parked deal has been. */
gboolean sc_write_find_parked_since (ScWrite   *self,
                                     gint64     deal_id,
                                     ScInstant *since,
                                     GError   **error);
/* How often clients have refused while the deal stood in the stage. */
gboolean sc_store_count_refusals (ScStore         *self,
                                  const ScVersion *version,
                                  gint64           deal_id,
                                  const char      *stage_id,
                                  guint           *n_refusals,
                                  GError         **error);
gboolean sc_write_count_refusals (ScWrite         *self,
                                  const ScVersion *version,
                                  gint64           deal_id,
                                  const char      *stage_id,
                                  guint           *n_refusals,
                                  GError         **error);
/* How many of several deals clients have refused there. */
gboolean sc_store_count_refused (ScStore         *self,
                                 const ScVersion *version,
                                 GArray          *deal_ids,
                                 const char      *stage_id,
                                 guint           *n_refused,
                                 GError         **error);

G_END_DECLS
