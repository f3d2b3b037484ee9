/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where words of Russian and English may be divided. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks a place where a word may be divided (U+00AD). */
#define SC_SOFT_HYPHEN "\xc2\xad"

/**
 * ScHyphenator:
 *
 * Knows where words may be divided, by the dictionaries that the system has. It belongs
 * to one thread.
 */
typedef struct _ScHyphenator ScHyphenator;

ScHyphenator *sc_hyphenator_new (void);
void sc_hyphenator_free (ScHyphenator *self);

void sc_hyphenator_append (ScHyphenator *self,
                           GString      *text,
                           const char   *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScHyphenator, sc_hyphenator_free)

G_END_DECLS
