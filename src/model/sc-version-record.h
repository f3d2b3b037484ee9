/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a version of a process was published, and by whom: a line of its history. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScVersionRecord:
 * @version: a version that is, or was, published
 * @published: on which day, or none where nobody knows
 * @by: who published it; empty where nobody knows
 */
typedef struct {
  ScVersion *version;
  ScDate published;
  char *by;
} ScVersionRecord;

ScVersionRecord *sc_version_record_new (ScVersion  *version,
                                        ScDate      published,
                                        const char *by);
void sc_version_record_free (ScVersionRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScVersionRecord, sc_version_record_free)

G_END_DECLS
