/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The copies of databases that the program makes by itself and keeps in the
 * user's data folder: which there are, and which are to go. */

#pragma once

#include <gio/gio.h>

#include "model/sc-date.h"

G_BEGIN_DECLS

/* A copy: of the database whose folder is @folder, as it was at @made_at. What is in it
 * is 0 until sc_kept_copy_count() has looked, and where it can't be read. */
typedef struct {
  char *path;
  char *folder;
  ScInstant made_at;
  gint64 size;
  guint n_processes;
  guint n_open_deals;
} ScKeptCopy;

ScKeptCopy *sc_kept_copy_new (const char *path,
                              ScInstant   made_at,
                              gint64      size);
void sc_kept_copy_free (ScKeptCopy *self);

char *sc_kept_copies_get_folder (const char *database);
char *sc_kept_copies_make_path (const char *database,
                                ScInstant   made_at,
                                guint       n_th);
GPtrArray *sc_kept_copies_list (const char *database);
GPtrArray *sc_kept_copies_list_all (void);
gint64 sc_kept_copies_get_limit (void);
GPtrArray *sc_kept_copies_choose (GPtrArray *copies,
                                  ScInstant  now,
                                  gint64     limit);

void sc_kept_copy_count (ScKeptCopy *self);
void sc_kept_copies_count_async (const char         *database,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
GPtrArray *sc_kept_copies_count_finish (GAsyncResult *result,
                                        GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScKeptCopy, sc_kept_copy_free)

G_END_DECLS
