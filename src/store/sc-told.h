/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals' clients have told, and when the deals went on, one after the other: what
 * the figures of needs discovery are made of. */

#pragma once

#include "model/sc-answer.h"
#include "model/sc-date.h"

G_BEGIN_DECLS

typedef enum {
  SC_TOLD_MOVE,
  SC_TOLD_ANSWER,
  SC_TOLD_TICK,
} ScToldKind;

/**
 * ScTold:
 * @kind: a move to a stage, an answer to a question, or a tick
 * @change_id: the change that it was written with
 * @at: when it happened
 * @version: the number of the version that was published then, 0 where there was none
 * @is_inferred: whether it was worked out that it happened, or when
 * @what: (transfer none): of a move the stage that the deal came into; else the criterion;
 *   the same pointer for the same one
 * @from: (transfer none) (nullable): of a move the stage that it left
 * @was: what it was before: whether it was answered or ticked, or not told
 * @is: what it is from then on
 * @is_other: whether an answer took the place of a different one
 *
 * Something that happened to a deal.
 */
typedef struct {
  ScToldKind kind;
  gint64 change_id;
  ScInstant at;
  guint version;
  gboolean is_inferred;
  const char *what;
  const char *from;
  ScAnswerState was;
  ScAnswerState is;
  gboolean is_other;
} ScTold;

/* Called with all that happened to a deal, in order. */
typedef void (*ScToldFound)(gint64        deal_id,
                            const GArray *told,
                            gpointer      user_data);

G_END_DECLS
