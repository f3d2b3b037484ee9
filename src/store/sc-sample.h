/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up processes with deals, to try things out. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-write.h"

G_BEGIN_DECLS

#define SC_SAMPLE_MAX_DEALS 5000000

/* @id: the process's UUID; @name: what it is to be called, with a number where that is
 * taken; @version: what it is, without a finding; @share: how many of the deals are its
 * own, by weight. */
typedef struct {
  const char *id;
  const char *name;
  ScVersion *version;
  guint share;
} ScSampleProcess;

gboolean sc_write_add_sample (ScWrite               *self,
                              const ScSampleProcess *processes,
                              guint                  n_processes,
                              guint                  n_deals,
                              guint32                seed,
                              GError               **error);

G_END_DECLS
