/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts folded for search as one types: without case, without the accents of Latin and
 * Greek letters, ё as е, since people write the one for the other. */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

char *sc_search_make_key (const char *text);
char *sc_search_make_deal_key (const ScDeal *deal);
GStrv sc_search_split (const char *text);

G_END_DECLS
