/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives the text of a file as UTF-8, piece by piece, whatever it is encoded in, to
 * what reads tables and JSON. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Text of a file as UTF-8, piece by piece, from UTF-8 itself, UTF-16 or any other
 * encoding. */
typedef struct _ScTextSource ScTextSource;

/* What follows the text that was read; untold is what is not UTF-8 and may be any
 * other. */
typedef enum {
  SC_TEXT_MORE,
  SC_TEXT_END,
  SC_TEXT_NOT_UTF8,
  SC_TEXT_UNTOLD,
  SC_TEXT_NOT_ENCODED,
  SC_TEXT_BINARY,
} ScTextState;

ScTextSource *sc_text_source_open (const char *path,
                                   const char *encoding,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_text_source_free (ScTextSource *self);
gboolean sc_text_source_read (ScTextSource *self,
                              GString      *text,
                              GError      **error);
ScTextState sc_text_source_get_state (const ScTextSource *self);
const char *sc_text_source_get_encoding (const ScTextSource *self);
goffset sc_text_source_get_offset (const ScTextSource *self);
goffset sc_text_source_get_size (const ScTextSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTextSource, sc_text_source_free)

G_END_DECLS
