/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-board, and what they have in common. */

#pragma once

#include "pipeline/pipeline-fixture.h"

G_BEGIN_DECLS

/* A move on asks for the exit criterion of the stage and for a next step. */
void board_tests_let_it_move (PipelineFixture *self);

void board_tests_add_asks (void);
void board_tests_add_many (void);

G_END_DECLS
