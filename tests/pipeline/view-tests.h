/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-view, and what they have in common. */

#pragma once

#include "pipeline/pipeline-fixture.h"

G_BEGIN_DECLS

gboolean view_tests_shows_page (PipelineFixture *self,
                                gpointer         page);

void view_tests_add_list (void);

G_END_DECLS
