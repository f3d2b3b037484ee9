/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may be on its way, or typed, when a window closes. */

#pragma once

#include "app/closing-fixture.h"

G_BEGIN_DECLS

/* Never, or at once. */
#define NEVER_MS (600 * 1000)

void closing_cases_show_today (ClosingFixture *self);
void closing_cases_do_step (ClosingFixture *self);
void closing_cases_enter (ClosingFixture *self,
                          const char     *text);
GtkWidget *closing_cases_find_button (ClosingFixture *self,
                                      const char     *response);
gboolean closing_cases_asks_for_step (gpointer data);
void closing_cases_begin_move (ClosingFixture *self);
ScDeal *closing_cases_load_deal (ClosingFixture *self,
                                 ScStore        *store);
gboolean closing_cases_has_moved (ClosingFixture *self,
                                  ScStore        *store);

G_END_DECLS
