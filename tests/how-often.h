/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often a test with random input goes through it: as often as fits into the
 * short suite, or forty times that in the long one (-m slow); fewer where a test says so
 * before it includes this. */

#pragma once

#include <glib.h>

#ifndef HOW_OFTEN_MORE
#define HOW_OFTEN_MORE 40
#endif

static inline guint
how_often (guint n)
{
  return g_test_slow () ? HOW_OFTEN_MORE * n : n;
}
