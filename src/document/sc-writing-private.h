/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to be said when all else of a document is written, and what is done with it
 * section by section. */

#pragma once

#include "document/sc-writing.h"

G_BEGIN_DECLS

/* A sentence that speaks of other sections, filled when these have their numbers. */
typedef struct {
  GPtrArray *spans;
  char *sentence;
  GArray *fields;
} ScPending;

void sc_writing_leave_section (ScWriting *self);
void sc_writing_number_first (ScSection *section);
void sc_writing_fill_pending (ScWriting  *self,
                              GHashTable *numbers);

G_END_DECLS
