/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the cells of a table become text, for who reads it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SC_ENCODING_BUFFER 64

/**
 * ScTableFormat:
 * @encoding: how its letters are written, a name that IANA has; empty where the
 *   table is to tell it
 * @is_untold: whether the encoding is a guess that somebody has to confirm
 * @is_raw: whether an apostrophe in front of a formula is the cell's own
 *
 * How the cells of a table become text.
 */
typedef struct {
  char encoding[SC_ENCODING_BUFFER];
  gboolean is_untold;
  gboolean is_raw;
} ScTableFormat;

G_END_DECLS
