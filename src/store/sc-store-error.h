/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of the store. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SC_STORE_ERROR (sc_store_error_quark ())

/**
 * ScStoreError:
 * @SC_STORE_ERROR_FAILED: anything else
 * @SC_STORE_ERROR_NOT_A_DATABASE: the file is something else; it was not touched
 * @SC_STORE_ERROR_CORRUPT: the file is damaged
 * @SC_STORE_ERROR_READ_ONLY: the file, or its folder, can't be written, or a
 *   newer program made it
 * @SC_STORE_ERROR_BUSY: another program kept it locked
 * @SC_STORE_ERROR_NO_SPACE: the disk is full
 * @SC_STORE_ERROR_NOT_FOUND: there is no such thing in it
 * @SC_STORE_ERROR_EXISTS: the name is taken
 * @SC_STORE_ERROR_CONFLICT: the row has changed since it was read
 * @SC_STORE_ERROR_INVALID: the change makes no sense
 * @SC_STORE_ERROR_NO_PLACE: the stage that a deal stood in is gone
 * @SC_STORE_ERROR_GATE: a required exit criterion holds a deal in its stage
 * @SC_STORE_ERROR_BAD_ROW: a row holds what it can't; others can be read
 */
typedef enum {
  SC_STORE_ERROR_FAILED,
  SC_STORE_ERROR_NOT_A_DATABASE,
  SC_STORE_ERROR_CORRUPT,
  SC_STORE_ERROR_READ_ONLY,
  SC_STORE_ERROR_BUSY,
  SC_STORE_ERROR_NO_SPACE,
  SC_STORE_ERROR_NOT_FOUND,
  SC_STORE_ERROR_EXISTS,
  SC_STORE_ERROR_CONFLICT,
  SC_STORE_ERROR_INVALID,
  SC_STORE_ERROR_NO_PLACE,
  SC_STORE_ERROR_GATE,
  SC_STORE_ERROR_BAD_ROW,
} ScStoreError;

GQuark sc_store_error_quark (void);

G_END_DECLS
