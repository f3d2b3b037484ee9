/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the file system says of a database's file and of those beside it,
 * before SQLite sees them. */

#pragma once

#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

/* Whose file it is, as far as can be told without SQLite. */
typedef enum {
  SC_FILE_KIND_NONE,
  SC_FILE_KIND_OTHER,
  SC_FILE_KIND_DATABASE,
  SC_FILE_KIND_COPY,
} ScFileKind;

/* What SQLite keeps beside a file, with a %NULL at the end. */
extern const char *const sc_file_companions[];

char *sc_file_resolve (const char *path,
                       GError    **error);
gboolean sc_file_look (const char *path,
                       ScFileKind *kind,
                       GError    **error);
gboolean sc_file_is_same (const char *a,
                          const char *b);
gboolean sc_file_has_log (const char *path);
gboolean sc_file_is_open (const char *path);

char *sc_file_make_part (const char *path,
                         GError    **error);
gboolean sc_file_sync (const char *path,
                       GError    **error);
gboolean sc_file_sync_folder (const char *path,
                              GError    **error);
gboolean sc_file_rename (const char *from,
                         const char *to,
                         gboolean    may_replace,
                         GError    **error);
void sc_file_remove (const char *path);

G_END_DECLS
