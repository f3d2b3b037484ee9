/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells in which encoding of one byte a letter a text is written that is not UTF-8. */

#pragma once

#include "exchange/sc-table-format.h"

G_BEGIN_DECLS

/* More of a file than this makes its encoding no clearer. */
#define SC_ENCODING_SAMPLE_BYTES 65536

gboolean sc_encoding_find (const char *name,
                           char        encoding[SC_ENCODING_BUFFER]);
gboolean sc_encoding_tell (const char *bytes,
                           gsize       length,
                           char        encoding[SC_ENCODING_BUFFER]);

G_END_DECLS
