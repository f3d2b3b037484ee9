/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells how much time a frame stands for, so that what moves by itself, such as a list that
 * scrolls under a dragged card, moves as fast on a slow screen as on a fast one. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* After a standstill it goes on from where it is. */
#define SC_FRAME_TIME_MAX_SECONDS 0.1

/**
 * sc_frame_time_pass:
 * @now: the frame's time, in microseconds
 * @last: (inout): when the frame before was, 0 for the first
 *
 * Returns: how many seconds have passed since the frame before; none at the
 *   first, and never so many that what moves would jump
 */
static inline double
sc_frame_time_pass (gint64  now,
                    gint64 *last)
{
  gint64 passed = *last != 0 ? now - *last : 0;

  *last = now;

  return CLAMP ((double) passed / G_USEC_PER_SEC, 0, SC_FRAME_TIME_MAX_SECONDS);
}

G_END_DECLS
