/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-deals, and what they have in common. */

#pragma once

#include "change/change-fixture.h"

G_BEGIN_DECLS

guint deals_tests_count_events (ChangeFixture *self,
                                gint64         id,
                                const char    *field);
guint deals_tests_count_ticks (ChangeFixture *self,
                               gint64         id);

void deals_tests_add_moved (void);

G_END_DECLS
