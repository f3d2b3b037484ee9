/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed from one version of a process to the next, a sentence each, for the list of
 * changes that regulations end with. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScVersionChange:
 * @sentence: what was changed
 * @stage_id: (nullable): the stage of the newer version that it is about
 * @position: where that stands in it
 */
typedef struct {
  char *sentence;
  char *stage_id;
  guint position;
} ScVersionChange;

GPtrArray *sc_version_changes_new (const ScVersion *older,
                                   const ScVersion *newer,
                                   ScLanguage       language);
void sc_version_change_free (ScVersionChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScVersionChange, sc_version_change_free)

G_END_DECLS
