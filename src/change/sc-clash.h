/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists what two have changed at once, with both readings, for a person to choose. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whose reading stands where two have changed the same. */
typedef enum {
  SC_SIDE_MINE,
  SC_SIDE_THEIRS,
} ScSide;

/**
 * ScClash:
 * @what: what both have changed, as a heading
 * @theirs: what others made of it
 * @mine: what was made of it here
 *
 * Something that was changed here and elsewhere at the same time, and not to
 * the same.
 */
typedef struct {
  char *what;
  char *theirs;
  char *mine;
} ScClash;

GPtrArray *sc_clashes_new (void);
void sc_clashes_add (GPtrArray  *clashes,
                     const char *what,
                     const char *theirs,
                     const char *mine);
gboolean sc_clashes_equal (GPtrArray *a,
                           GPtrArray *b);

G_END_DECLS
