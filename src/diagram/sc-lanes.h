/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts lines that run side by side into lanes, so that none lies on another. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScSpan:
 * @track: which track it is on, from 0
 * @low: where it begins
 * @high: where it ends
 * @apart: how far from its end the next one on its lane begins, at the least
 * @lane: its lane, from 0
 *
 * A part of a track that one line takes.
 */
typedef struct {
  guint track;
  double low;
  double high;
  double apart;
  guint lane;
} ScSpan;

void sc_lanes_choose (GArray *spans,
                      guint  *n_lanes);

G_END_DECLS
