/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how much time a frame stands for, so that what moves by itself moves as fast
 * on a slow screen as on a fast one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double sc_frame_time_pass (gint64  now,
                           gint64 *last);

G_END_DECLS
