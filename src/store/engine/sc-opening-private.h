/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file: looking before touching. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* Whose the file is, and of which version of the program. */
typedef enum {
  SC_FILE_FOREIGN,
  SC_FILE_EMPTY,
  SC_FILE_OLDER,
  SC_FILE_CURRENT,
  /* The current one, but for what something else has changed in it. */
  SC_FILE_ALTERED,
  SC_FILE_NEWER,
} ScFileState;

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
gboolean sc_opening_look (ScOpening   *self,
                          const char  *path,
                          ScFileState *state,
                          GError     **error);
ScConnection *sc_opening_connect (const char *path,
                                  gboolean    is_immutable,
                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_opening_remove_log (const char *path);

G_END_DECLS
