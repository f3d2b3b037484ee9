/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_SAMPLE_MAX_DEALS 5000000

/* @name: what the process is to be called, with a number where that is taken;
 * @version: what it is, without a finding; @share: how many of the deals are
 * its own, by weight. */
typedef struct {
  const char *name;
  ScVersion *version;
  guint share;
} ScSampleProcess;

gboolean sc_store_add_sample (ScStore               *self,
                              const ScSampleProcess *processes,
                              guint                  n_processes,
                              guint                  n_deals,
                              guint32                seed,
                              GCancellable          *cancellable,
                              GError               **error);

G_END_DECLS
