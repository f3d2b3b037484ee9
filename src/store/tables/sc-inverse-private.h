/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes a change back: for each row that it wrote the values that it
 * found, and where the row stands since. */

#pragma once

#include "store/tables/sc-values-private.h"

G_BEGIN_DECLS

/* @at: the row's revision after the change; @is_new: made by it, so that
 * taking it back deletes the row; @old: otherwise what to put back; @is_copy:
 * made as a copy of what is there, as a draft's rows are of the published
 * version's: what the change then did to it is in @old too, for where others
 * have worked on the copy since and it has to stay. */
typedef struct {
  const char *table;
  gint64 id;
  gint64 at;
  gboolean is_new;
  gboolean is_copy;
  ScValues *old;
} ScInverseRow;

typedef struct {
  GPtrArray *rows;
  GHashTable *by_key;
  char *bulk;
  gint64 root;
} ScInverse;

ScInverse *sc_inverse_new (void);
void sc_inverse_free (ScInverse *self);
ScInverseRow *sc_inverse_find_row (ScInverse  *self,
                                   const char *table,
                                   gint64      id);
/* The row's entry, empty where it is new; values that an entry has already
 * are the older ones, and stay. */
ScInverseRow *sc_inverse_need_row (ScInverse  *self,
                                   const char *table,
                                   gint64      id);
char *sc_inverse_to_text (ScInverse *self);
ScInverse *sc_inverse_from_text (const char *text,
                                 GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScInverse, sc_inverse_free)

G_END_DECLS
