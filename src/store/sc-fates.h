/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of a process's deals as of a day: what figures are made of. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

typedef enum {
  SC_FATE_OPEN,
  SC_FATE_WON,
  SC_FATE_LOST,
} ScDecision;

/**
 * ScFate:
 * @deal_id: a deal
 * @value_minor: what it was worth, in minor units; -1 where nobody said
 * @started: when it began; none where nobody knows
 * @decided: when it was won or lost; none where it was open, and where nobody knows
 * @decision: what had been decided; one that was won and ended early stays won
 * @is_parked: whether it was out of the board's columns on that day
 * @owner: who was responsible for it, as a text of the fates
 * @source: where it came from, the same
 * @label: its label, the same
 * @currency: of what it was worth, the same
 * @loss_reason: why it was lost, the same
 * @stage: the id of the stage in which it stands, or was closed, the same; as of a past day
 *   it may be known better from its visits
 *
 * What became of a deal. Texts are numbers of sc_fates_get_text(), 0 for none.
 */
typedef struct {
  gint64 deal_id;
  gint64 value_minor;
  ScDate started;
  ScDate decided;
  guint32 owner;
  guint32 source;
  guint32 label;
  guint32 currency;
  guint32 loss_reason;
  guint32 stage;
  guint8 decision;
  guint8 is_parked;
} ScFate;

/**
 * ScFates:
 * @as_of: the day
 * @list: (element-type ScFate): the deals that had begun by then, and those of which
 *   nobody knows when they began; by number
 * @texts: (element-type utf8): the texts that they name
 *
 * What became of a process's deals as of a day.
 */
typedef struct {
  ScDate as_of;
  GArray *list;
  GPtrArray *texts;
} ScFates;

ScFates *sc_fates_new (ScDate as_of);
const char *sc_fates_get_text (const ScFates *self,
                               guint          number);
guint sc_fates_find (const ScFates *self,
                     gint64         deal_id);
ScDate sc_fates_find_first_start (const ScFates *self);
void sc_fates_free (ScFates *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScFates, sc_fates_free)

G_END_DECLS
