/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file: looking before touching. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* @writer: (nullable): the writing connection, %NULL where the file can only
 * be read; then @notice says why. @is_immutable: on a medium where even the
 * reading connections can't put their lock file. @is_copy: nothing was written
 * since it was made, and no log is kept beside it. @leaves_log: it is only read,
 * and no log lay beside it before. */
typedef struct {
  ScConnection *writer;
  gboolean is_immutable;
  gboolean leaves_log;
  gboolean is_copy;
  const char *notice;
} ScOpening;

gboolean sc_opening_run (ScOpening  *self,
                         const char *path,
                         gboolean    may_create,
                         gboolean    may_write,
                         GError    **error);
gboolean sc_opening_keep_log (ScOpening *self,
                              gboolean   may_wait,
                              GError   **error);
void sc_opening_remove_log (const char *path);

G_END_DECLS
