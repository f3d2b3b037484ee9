/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of what comes in and goes out. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SC_EXCHANGE_ERROR (sc_exchange_error_quark ())

/**
 * ScExchangeError:
 * @SC_EXCHANGE_ERROR_INVALID: the file is not what it claims to be; the
 *   message names the place
 * @SC_EXCHANGE_ERROR_TOO_LARGE: it is beyond what is taken in
 * @SC_EXCHANGE_ERROR_NEWER: a newer program wrote it
 * @SC_EXCHANGE_ERROR_UNCLEAR: it can be read in more than one way, and nobody
 *   said which, or does not say where something belongs
 * @SC_EXCHANGE_ERROR_ENCODING: how its letters are written can't be told, or is not
 *   what was said
 */
typedef enum {
  SC_EXCHANGE_ERROR_INVALID,
  SC_EXCHANGE_ERROR_TOO_LARGE,
  SC_EXCHANGE_ERROR_NEWER,
  SC_EXCHANGE_ERROR_UNCLEAR,
  SC_EXCHANGE_ERROR_ENCODING,
} ScExchangeError;

GQuark sc_exchange_error_quark (void);

G_END_DECLS
