/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closes a window once everything is saved that was entered in it, or a person lets it
 * go. */

#pragma once

#include "app/sc-kept-pages.h"

G_BEGIN_DECLS

#define SC_TYPE_CLOSING (sc_closing_get_type ())
G_DECLARE_FINAL_TYPE (ScClosing, sc_closing, SC, CLOSING, GObject)

ScClosing *sc_closing_new (AdwApplicationWindow *window,
                           AdwBanner            *banner,
                           ScKeptPages          *kept_pages);
void sc_closing_set_store (ScClosing *self,
                           ScStore   *store);

gboolean sc_closing_may_close (ScClosing *self);
void sc_closing_go_on (ScClosing *self);
gboolean sc_closing_can_leave (ScClosing *self);

/* For tests, which have less time than people. */
void sc_closing_set_delays (guint sign_ms,
                            guint question_ms);

G_END_DECLS
