/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-regulations, and what they have in common. */

#pragma once

#include "document/sc-regulations.h"

G_BEGIN_DECLS

extern const ScAspects regulations_tests_seven;

ScDocument *regulations_tests_make_document (ScVersion       *version,
                                             const GPtrArray *own_words);
void regulations_tests_assert_well_formed (const ScDocument *document);
/* Sections are counted without a gap. */
void regulations_tests_assert_counted (const ScDocument *document);

void regulations_tests_add_words (void);

G_END_DECLS
