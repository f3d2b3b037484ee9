/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of documents, in every language that a document can be written in, as
 * data/documents/ has them. What they leave open is filled in once. */

#pragma once

#include "model/sc-language.h"

G_BEGIN_DECLS

/**
 * ScField:
 * @name: what a sentence calls it
 * @value: what stands in its place
 */
typedef struct {
  const char *name;
  const char *value;
} ScField;

/* What ends a list of fields. */
#define SC_FIELD_END { NULL, NULL }

gboolean sc_sentence_exists (const char *id);
const char *sc_sentence_get (const char *id,
                             ScLanguage  language);
char *sc_sentence_fill (const char    *id,
                        ScLanguage     language,
                        const ScField *fields);
gboolean sc_sentence_add (const char    *id,
                          ScLanguage     language,
                          const ScField *fields,
                          GHashTable    *numbers,
                          GPtrArray     *spans);

G_END_DECLS
