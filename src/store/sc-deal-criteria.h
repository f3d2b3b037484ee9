/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the exit criteria of stages stand for deals: what is ticked, what was answered
 * and what holds by itself. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-write.h"

G_BEGIN_DECLS

/* What a deal's needs discovery has come to: how many of its questions were answered, and
 * whether the client was asked to confirm a summary, and has. */
typedef struct {
  guint n_answered;
  guint n_questions;
  gboolean has_summary;
  gboolean is_confirmed;
} ScDiscovery;

/* Where the exit criteria of stages stand for deals. */
GPtrArray *sc_store_list_deal_criteria (ScStore         *self,
                                        const ScVersion *version,
                                        GPtrArray       *stages,
                                        const gint64    *deal_ids,
                                        guint            n_deals,
                                        GError         **error);
GPtrArray *sc_write_list_deal_criteria (ScWrite         *self,
                                        const ScVersion *version,
                                        GPtrArray       *stages,
                                        gint64           deal_id,
                                        GError         **error);
/* What some of the deals have not met of what has to hold before they leave the
 * stage. */
GPtrArray *sc_store_list_open_criteria (ScStore         *self,
                                        const ScVersion *version,
                                        const ScStage   *stage,
                                        const gint64    *deal_ids,
                                        guint            n_deals,
                                        GError         **error);
/* What the company's last deal has to offer beside the questions. */
GPtrArray *sc_store_list_offered_answers (ScStore *self,
                                          gint64   deal_id,
                                          GError **error);
GHashTable *sc_deal_criteria_tell_answers (GPtrArray *criteria);
gboolean sc_discovery_is_summary (const ScCriterion *criterion);
gboolean sc_discovery_count (const ScVersion *version,
                             GPtrArray       *criteria,
                             ScDiscovery     *discovery);

G_END_DECLS
