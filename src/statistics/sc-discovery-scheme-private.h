/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a version asks in needs discovery. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-told.h"

G_BEGIN_DECLS

/**
 * ScDiscoveryScheme:
 * @version: the version
 * @questions: (element-type ScCriterion): what it asks in the stages that cover needs
 *   discovery, in order; they belong to @version
 * @summaries: (element-type ScCriterion): the ticks that say that the client has confirmed
 *   the summary
 * @places: where a criterion stands among @questions, from 1, by its id and by those that
 *   went into it
 * @first: the place of the first stage that covers needs discovery, from 0
 * @last: that of the last one
 */
typedef struct {
  ScVersion *version;
  GPtrArray *questions;
  GPtrArray *summaries;
  GHashTable *places;
  guint first;
  guint last;
} ScDiscoveryScheme;

ScDiscoveryScheme *sc_discovery_scheme_new (ScVersion *version);
void sc_discovery_scheme_free (ScDiscoveryScheme *self);
gboolean sc_discovery_scheme_is_there (const ScDiscoveryScheme *self);
gboolean sc_discovery_scheme_is_way_on (const ScDiscoveryScheme *self,
                                        const ScTold            *told);
gboolean sc_discovery_scheme_is_behind (const ScDiscoveryScheme *self,
                                        const ScTold            *told);
gboolean sc_discovery_scheme_is_confirmed (const ScDiscoveryScheme *self,
                                           const GArray            *told,
                                           guint                    way_on);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDiscoveryScheme, sc_discovery_scheme_free)

G_END_DECLS
