/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes a change back: for each row that it wrote the values that it
 * found, and where the row stands since. */

#pragma once

#include "store/tables/sc-values-private.h"

G_BEGIN_DECLS

/* @at: the row's revision after the change; @is_new: made by it, so that
 * taking it back deletes the row; @old: otherwise what to put back. */
typedef struct {
  const char *table;
  gint64 id;
  gint64 at;
  gboolean is_new;
  ScValues *old;
} ScPatchRow;

typedef struct {
  GPtrArray *rows;
  GHashTable *by_key;
  char *bulk;
  gint64 root;
} ScPatch;

ScPatch *sc_patch_new (void);
void sc_patch_free (ScPatch *self);
ScPatchRow *sc_patch_find_row (ScPatch    *self,
                               const char *table,
                               gint64      id);
/* The row's entry, empty where it is new; values that an entry has already
 * are the older ones, and stay. */
ScPatchRow *sc_patch_need_row (ScPatch    *self,
                               const char *table,
                               gint64      id);
char *sc_patch_to_text (ScPatch *self);
ScPatch *sc_patch_from_text (const char *text,
                             GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPatch, sc_patch_free)

G_END_DECLS
