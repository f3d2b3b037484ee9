/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a harness is: one of the program's readers, given bytes. fuzz-driver.c
 * makes them up and calls it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that the reader knows, to be put in; ends with NULL. */
extern const char *const fuzz_words[];

void fuzz_begin (const char *folder);
void fuzz_one (GBytes *input);
void fuzz_end (void);

G_END_DECLS
