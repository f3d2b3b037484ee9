/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Waiting in a test for something to be so. A wait that fails says for what, and
 * what was on show, instead of being ended without a word. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lets the main loop run until the condition holds, which is looked at anew after
 * each turn, at least some fifty times a second. */
#define wait_until(condition) \
        for (gint64 wait_end = 0; !(condition);) \
        patience_spend (&wait_end, #condition)

void patience_spend (gint64 *end,
                     const char *what);

/* Adds what is on show to the report. */
typedef void (*PatienceShow) (GString *report);

void patience_set_show (PatienceShow show);

G_END_DECLS
