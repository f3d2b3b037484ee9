/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what has to be known of a deal whose client refuses. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScRefusalFacts:
 * @deal: the deal, or one of several
 * @deal_ids: (nullable) (element-type gint64): the deals where there are several
 * @seen: (nullable) (element-type ScDeal): those several, as they stand
 * @is_mixed: whether these stand in several stages, or are of several statuses
 * @n_won: how many of them are won
 * @version: the published version of its process
 * @reasons: why clients refuse, as the process has it
 * @n_refusals: how often they have refused before while the deal stood in its stage;
 *   where there are several, how many of these that is so of; none where they are mixed
 * @answers: (element-type utf8 utf8): what its criteria have as answers, by their ids
 *
 * What has to be known of a deal whose client refuses, or of several, read at once.
 */
typedef struct {
  ScDeal *deal;
  GArray *deal_ids;
  GPtrArray *seen;
  gboolean is_mixed;
  guint n_won;
  ScVersion *version;
  GStrv reasons;
  guint n_refusals;
  GHashTable *answers;
} ScRefusalFacts;

void sc_refusal_facts_load_async (ScStore            *store,
                                  gint64              deal_id,
                                  GArray             *deal_ids,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
ScRefusalFacts *sc_refusal_facts_load_finish (ScStore      *store,
                                              GAsyncResult *result,
                                              GError      **error);
guint sc_refusal_facts_count (const ScRefusalFacts *self);
void sc_refusal_facts_free (ScRefusalFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScRefusalFacts, sc_refusal_facts_free)

G_END_DECLS
