/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A reading in a thread of its own, for an object of the main thread, which
 * the thread never touches: what was read comes back only while the object is
 * there and wants it. Where several come back at the same time, each has an
 * iteration of the main loop for itself: what follows from it may take long. */

#pragma once

#include "store/list/sc-deal-reading-private.h"

G_BEGIN_DECLS

/* All are called in the main thread, unless the cancellable was cancelled or
 * @owner is gone. */
typedef void (*ScDealJobDone) (gpointer       owner,
                               ScDealReading *reading,
                               gboolean       is_ok);
typedef void (*ScDealJobFound) (gpointer owner,
                                GArray  *ids,
                                gboolean is_first);

/* Of a list's first page. */
#define SC_DEAL_JOB_N_FIRST 64

void sc_deal_job_open (GObject       *owner,
                       GCancellable  *cancellable,
                       ScDealReading *reading,
                       ScDealJobDone  done);
void sc_deal_job_read_rows (GObject       *owner,
                            GCancellable  *cancellable,
                            ScDealReading *reading,
                            ScDealJobDone  done);
/* @found: (nullable): is told of ids as they are found */
void sc_deal_job_read_ids (GObject       *owner,
                           GCancellable  *cancellable,
                           ScDealReading *reading,
                           ScDealJobFound found,
                           ScDealJobDone  done);

G_END_DECLS
