/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads from a store in a thread, for views: the main thread waits neither for a disk
 * nor for a million rows. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

/* What reads, in a thread: @wanted is what was asked for. %NULL without an error is
 * an answer, too. */
typedef gpointer (*ScStoreRead) (ScStore      *store,
                                 gpointer      wanted,
                                 GCancellable *cancellable,
                                 GError      **error);

void sc_store_read_async (ScStore            *self,
                          ScStoreRead         read,
                          gpointer            wanted,
                          GDestroyNotify      free_wanted,
                          GDestroyNotify      free_answer,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data);
void sc_store_read_for_job_async (ScStore            *self,
                                  ScJob              *job,
                                  ScStoreRead         read,
                                  gpointer            wanted,
                                  GDestroyNotify      free_wanted,
                                  GDestroyNotify      free_answer,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gpointer sc_store_read_finish (ScStore      *self,
                               GAsyncResult *result,
                               GError      **error);

G_END_DECLS
