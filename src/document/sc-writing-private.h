/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to be said when all else of a document is written. */

#pragma once

#include "document/sc-writing.h"

G_BEGIN_DECLS

/* A sentence that speaks of other sections, filled when these have their numbers. */
typedef struct {
  GPtrArray *spans;
  char *sentence;
  GArray *fields;
} ScPending;

G_END_DECLS
