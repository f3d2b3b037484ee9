/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thread that shows a window never waits: not for who has the database locked,
 * and not for the disk that something is written to. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sc_main_thread_set (gboolean is_main);
gboolean sc_main_thread_is_current (void);

G_END_DECLS
