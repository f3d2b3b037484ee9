/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic of a stage: a text that a rep works with, and when it fits. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SC_TACTIC_QUESTION,
  SC_TACTIC_ARGUMENT,
  SC_TACTIC_OBJECTION,
  SC_TACTIC_LETTER,
  SC_TACTIC_SCRIPT,
  SC_TACTIC_CHECKLIST,
  SC_TACTIC_OTHER,
} ScTacticKind;

#define SC_N_TACTIC_KINDS (SC_TACTIC_OTHER + 1)

/**
 * ScTactic:
 * @id: UUID, the same through all versions
 * @kind: what it is
 * @title: what it is for
 * @text: the text a rep works with; what stands in braces is filled in from the deal
 * @loss_reasons: the reasons for which a client hesitates, where it fits; empty for any
 * @sources: the sources of a deal, where it fits; empty for any
 * @labels: the labels of a deal, where it fits; empty for any
 *
 * What a rep works with in a stage, and the conditions under which it fits.
 */
typedef struct {
  char *id;
  ScTacticKind kind;
  char *title;
  char *text;
  GStrv loss_reasons;
  GStrv sources;
  GStrv labels;
} ScTactic;

const char *sc_tactic_kind_get_id (ScTacticKind kind);
const char *sc_tactic_kind_get_title (ScTacticKind kind);
gboolean sc_tactic_kind_from_id (const char   *id,
                                 ScTacticKind *kind);

ScTactic *sc_tactic_new (const char *title,
                         const char *text);
ScTactic *sc_tactic_copy (const ScTactic *self);
void sc_tactic_free (ScTactic *self);
gboolean sc_tactic_equal (const ScTactic *a,
                          const ScTactic *b);
gboolean sc_tactic_says_same (const ScTactic *a,
                              const ScTactic *b);
gboolean sc_tactic_has_conditions (const ScTactic *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTactic, sc_tactic_free)

G_END_DECLS
