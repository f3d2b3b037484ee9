/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often a test with random input goes through it: as often as fits into the
 * short suite, or forty times that in the long one (-m slow). */

#pragma once

#include <glib.h>

static inline guint
how_often (guint n)
{
  return g_test_slow () ? 40 * n : n;
}
