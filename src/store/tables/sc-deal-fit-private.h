/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals where another version is published than before: each stands in a stage
 * that it has, and is won behind its client mark, open before it. */

#pragma once

#include "store/tables/sc-write-struct-private.h"

G_BEGIN_DECLS

/* More of a condition on deals: those that taking a change back has given back
 * what they were, and others. */
#define SC_DEAL_FIT_BACK " AND id IN (SELECT id FROM back_deal)"
#define SC_DEAL_FIT_OTHERS " AND id NOT IN (SELECT id FROM back_deal)"

/* Deals go where their stage is gone: where @root, a publication (0 for none),
 * brought deals from. */
gboolean sc_deal_fit_stages (ScWrite *write,
                             gint64   process_key,
                             gint64   root,
                             GError **error);
/* @filter: which deals alone, "" for all of the process. */
gboolean sc_deal_fit_statuses (ScWrite    *write,
                               gint64      process_key,
                               const char *filter,
                               GError    **error);

G_END_DECLS
