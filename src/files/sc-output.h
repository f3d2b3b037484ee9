/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file while it is written, piece by piece: what is made for it need never be in memory
 * as a whole. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ScOutput ScOutput;

ScOutput *sc_output_new (int         fd,
                         const char *path);
ScOutput *sc_output_new_scratch (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_output_free (ScOutput *self);

void sc_output_write (ScOutput   *self,
                      const void *data,
                      gsize       length);
void sc_output_put_out (ScOutput *self,
                        GString  *text);
void sc_output_copy (ScOutput *self,
                     ScOutput *from);
goffset sc_output_tell (ScOutput *self);
gssize sc_output_read (ScOutput *self,
                       goffset   start,
                       void     *data,
                       gsize     length);
gboolean sc_output_seek (ScOutput *self,
                         goffset   offset);
GBytes *sc_output_read_all (ScOutput *self,
                            GError  **error) G_GNUC_WARN_UNUSED_RESULT;
char *sc_output_make_path (ScOutput *self);
void sc_output_fail (ScOutput *self,
                     int       code);
gboolean sc_output_check (ScOutput *self,
                          GError  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOutput, sc_output_free)

G_END_DECLS
