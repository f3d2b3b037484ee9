/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose a file is, for who opens it, copies it or brings it to the present schema. */

#pragma once

#include <glib.h>

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

G_END_DECLS
