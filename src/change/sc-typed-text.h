/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field knows of its text beside what is typed: what is saved, what is being
 * saved, and what it was before others changed it meanwhile. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScTypedText:
 * @value: what is saved
 * @base: (nullable): what was saved when a person began to type, where others have
 *   changed that meanwhile
 * @committed: (nullable): what was typed and is being saved
 *
 * What is saved of a field, for what is typed in it. Others may change it while a
 * person types: that is told, and what is typed stays.
 */
typedef struct {
  char *value;
  char *base;
  char *committed;
} ScTypedText;

void sc_typed_text_init (ScTypedText *self);
void sc_typed_text_clear (ScTypedText *self);
gboolean sc_typed_text_is_edited (const ScTypedText *self,
                                  const char        *typed);
gboolean sc_typed_text_is_unsaved (const ScTypedText *self,
                                   const char        *typed);
gboolean sc_typed_text_is_own (const ScTypedText *self,
                               const char        *value);
gboolean sc_typed_text_take (ScTypedText *self,
                             const char  *typed,
                             const char  *value,
                             gboolean     is_own);
char *sc_typed_text_tell_overtaken (ScTypedText *self,
                                    const char  *typed);
gboolean sc_typed_text_commit (ScTypedText *self,
                               const char  *typed);
void sc_typed_text_finish_commit (ScTypedText *self,
                                  const char  *saved);

G_END_DECLS
