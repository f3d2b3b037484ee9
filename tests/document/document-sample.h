/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

/* Documents to write: one with every kind of block, and one of own words. */

ScDocument *document_sample_new (ScLanguage language);
ScDocument *document_sample_of_words (const char *markdown);
ScDocument *document_sample_of_stages (guint n_stages);
char *document_sample_to_text (const GPtrArray *blocks);

/* What a person may write, or what may come with a process from elsewhere. */
#define HOSTILE_SCRIPT "<script>alert(\"1\")</script> & <b>not bold</b> ]]> --> <!-- %s %n"
#define HOSTILE_CONTROLS "before\001\002\033[31m\177after"
#define HOSTILE_ARABIC "مرحبا بالعالم (12) \u202eright to left\u202c"
#define HOSTILE_EMOJI "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301"

char *hostile_word (void);

G_END_DECLS
