/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field that is saved by itself: on Enter, and when the focus leaves it. */

#pragma once

#include "widgets/sc-entry-row.h"

G_BEGIN_DECLS

#define SC_TYPE_FIELD_ROW (sc_field_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScFieldRow, sc_field_row, SC, FIELD_ROW, ScEntryRow)

/**
 * ScFieldRowClass:
 * @check: whether what is typed can be taken; by default all can
 * @means: whether @typed is what is saved as @value, though written in another way;
 *   by default but for spaces around
 * @explain: (nullable): what can be entered, a sentence that stands at the field where what
 *   is typed can't be taken
 * @remark: (nullable): what is to be said of what is typed, though it can be taken; may
 *   return %NULL
 */
struct _ScFieldRowClass
{
  ScEntryRowClass parent_class;

  gboolean (*check) (ScFieldRow *self,
                     const char *text);
  gboolean (*means) (ScFieldRow *self,
                     const char *typed,
                     const char *value);
  const char *(*explain) (ScFieldRow *self);
  const char *(*remark)  (ScFieldRow *self);
};

GtkWidget *sc_field_row_new (void);
void sc_field_row_set_value (ScFieldRow *self,
                             const char *value);
const char *sc_field_row_get_value (ScFieldRow *self);
const char *sc_field_row_get_base (ScFieldRow *self);
gboolean sc_field_row_is_edited (ScFieldRow *self);
gboolean sc_field_row_is_valid (ScFieldRow *self);
gboolean sc_field_row_commit (ScFieldRow *self);
void sc_field_row_refuse (ScFieldRow *self,
                          const char *message);
void sc_field_row_revert (ScFieldRow *self);
void sc_field_row_finish_commit (ScFieldRow *self,
                                 const char *saved);

G_END_DECLS
