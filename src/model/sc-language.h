/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The languages that a process can be in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScLanguage:
 * @SC_LANGUAGE_EN: English
 * @SC_LANGUAGE_RU: Russian
 *
 * The language that a process is written in: names and texts that the program
 * puts into a process are in it, whatever the user's own language is.
 */
typedef enum {
  SC_LANGUAGE_EN,
  SC_LANGUAGE_RU,
} ScLanguage;

#define SC_N_LANGUAGES (SC_LANGUAGE_RU + 1)

/* A text in every language that a process can be written in. */
typedef struct {
  const char *text[SC_N_LANGUAGES];
} ScPhrase;

const char *sc_language_get_id (ScLanguage language);
gboolean sc_language_from_id (const char *id,
                              ScLanguage *language);
ScLanguage sc_language_get_default (void);

G_END_DECLS
