/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sc-kept-pages.h"

G_BEGIN_DECLS

#define SC_TYPE_CLOSING (sc_closing_get_type ())
G_DECLARE_FINAL_TYPE (ScClosing, sc_closing, SC, CLOSING, GObject)

ScClosing *sc_closing_new (AdwApplicationWindow   *window,
                           AdwNavigationSplitView *split_view,
                           ScKeptPages            *kept_pages);
gboolean sc_closing_may_close (ScClosing *self);
gboolean sc_closing_is_running (ScClosing *self);
void sc_closing_go_on (ScClosing *self);

G_END_DECLS
