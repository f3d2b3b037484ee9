/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of reading and writing files. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SC_FILES_ERROR (sc_files_error_quark ())

/**
 * ScFilesError:
 * @SC_FILES_ERROR_NO_SPACE: there is no room for what is to be written
 * @SC_FILES_ERROR_UNWRITABLE: it can't be written for another reason, which the
 *   message names
 * @SC_FILES_ERROR_UNREADABLE: it can't be read, or is no file
 * @SC_FILES_ERROR_TOO_LARGE: it is beyond what is taken in
 */
typedef enum {
  SC_FILES_ERROR_NO_SPACE,
  SC_FILES_ERROR_UNWRITABLE,
  SC_FILES_ERROR_UNREADABLE,
  SC_FILES_ERROR_TOO_LARGE,
} ScFilesError;

GQuark sc_files_error_quark (void);

G_END_DECLS
