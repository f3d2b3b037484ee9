/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sc-write.h"

G_BEGIN_DECLS

typedef struct _ScStoreJobs ScStoreJobs;

ScStoreJobs *sc_store_jobs_new (guint busy_signal,
                                guint idle_signal);
void sc_store_jobs_free (ScStoreJobs *self);

/* Of the store, for this file alone. */
ScStoreJobs *sc_store_get_jobs (ScStore *self);

G_END_DECLS
