/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XML and HTML written piece by piece, for the writers of formats that are made of them:
 * whatever a text says, it stays text. */

#pragma once

#include "files/sc-output.h"

G_BEGIN_DECLS

typedef struct _ScMarkup ScMarkup;

ScMarkup *sc_markup_new (const char *prologue);
ScMarkup *sc_markup_new_for (ScOutput   *output,
                             const char *prologue);
void sc_markup_free (ScMarkup *self);

void sc_markup_open (ScMarkup   *self,
                     const char *name,
                     ...) G_GNUC_NULL_TERMINATED;
void sc_markup_close (ScMarkup *self);
void sc_markup_add_empty (ScMarkup   *self,
                          const char *name,
                          ...) G_GNUC_NULL_TERMINATED;
void sc_markup_add_text (ScMarkup   *self,
                         const char *text);
void sc_markup_add_element (ScMarkup   *self,
                            const char *name,
                            const char *text,
                            ...) G_GNUC_NULL_TERMINATED;
void sc_markup_add_ready (ScMarkup   *self,
                          const char *markup);
GBytes *sc_markup_finish (ScMarkup *self);
void sc_markup_put_out (ScMarkup *self);

gboolean sc_is_writable (gunichar c);
char *sc_text_to_writable (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScMarkup, sc_markup_free)

G_END_DECLS
