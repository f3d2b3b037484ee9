/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells whether the ids of a table repeat, of which there may be millions. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts that were seen, in little room: what is kept of each is a number made from
 * it, so one that is new may seem to have been seen, but never the other way round. */
typedef struct _ScTextSet ScTextSet;

ScTextSet *sc_text_set_new (void);
void sc_text_set_free (ScTextSet *self);
gboolean sc_text_set_add (ScTextSet  *self,
                          const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTextSet, sc_text_set_free)

G_END_DECLS
