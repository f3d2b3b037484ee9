/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-window, and what they have in common. */

#pragma once

#include "app/app-fixture.h"

G_BEGIN_DECLS

gboolean window_tests_shows_process (gpointer data);
gboolean window_tests_shows_today (gpointer data);
void window_tests_make_process (AppFixture *fixture);

void window_tests_add_processes (void);
void window_tests_add_deals (void);
void window_tests_add_search (void);
void window_tests_add_start (void);

G_END_DECLS
