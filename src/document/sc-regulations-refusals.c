/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens when clients refuse: by stage, by reason, and what holds for deals that
 * went back, were parked, lost or ended early. */

#include "document/sc-regulations-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"
#include "model/sc-loss-reason.h"

static void
add_reasons (ScRegulations *self)
{
  const char *const *reasons = self->source->loss_reasons;
  g_autofree char *joined = NULL;

  if (!sc_writing_begin (self->writing, "refusals.reason", SC_NUMBERING_NUMBER))
    return;

  if (reasons == NULL || reasons[0] == NULL)
    {
      sc_writing_say (self->writing, "refusals.reason.any", NULL);
      return;
    }

  joined = sc_grammar_list_quoted (reasons, self->language);
  sc_writing_say (self->writing, "refusals.reason", (ScField[]) { { "reasons", joined }, SC_FIELD_END });
}

static const char *
get_outcome (const ScRegulations *self,
             ScOutcome            outcome)
{
  static const char *const sentences[] = {
    [SC_OUTCOME_LOST] = "refusals.is-lost",
    [SC_OUTCOME_BACK] = "refusals.is-back",
    [SC_OUTCOME_PARKED] = "refusals.is-parked",
    [SC_OUTCOME_ENDED] = "refusals.is-ended",
  };

  return sc_sentence_get (sentences[outcome], self->language);
}

/* Where a deal goes to, or for how long. */
static char *
tell_where (const ScRegulations *self,
            const ScStage       *stage,
            ScOutcome            outcome,
            guint                back_to)
{
  g_autofree char *name = NULL;

  if (outcome == SC_OUTCOME_PARKED && stage->refusal.after.value > 0)
    return sc_grammar_duration (stage->refusal.after, self->version->calendar, self->language, SC_CASE_NOMINATIVE);
  if (outcome == SC_OUTCOME_PARKED)
    return g_strdup (sc_sentence_get ("refusals.until-set", self->language));
  if (outcome != SC_OUTCOME_BACK)
    return g_strdup (sc_sentence_get ("none", self->language));

  name = sc_stage_facts_quote (self->version, back_to, self->language);

  return sc_sentence_fill ("refusals.to-stage", self->language, (ScField[]) { { "stage", name }, SC_FIELD_END });
}

static void
add_outcome (ScRegulations *self,
             ScTable       *table,
             guint          position)
{
  guint back_to = 0;
  ScOutcome outcome = sc_stage_facts_get_outcome (self->version, position, &back_to);
  g_autofree char *where = tell_where (self, sc_version_get_stage (self->version, position), outcome, back_to);
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, sc_stage_facts_get_name (self->version, position, self->language), TRUE);
  sc_row_add_cell (row, get_outcome (self, outcome), FALSE);
  sc_row_add_cell (row, where, FALSE);
}

static void
add_outcomes (ScRegulations *self)
{
  static const char *const header[] = { "refusals.stage", "refusals.outcome", "refusals.where", NULL };
  ScTable *table;

  if (self->version->stages->len == 0 || !sc_writing_begin (self->writing, "refusals.outcomes", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "refusals.outcomes", NULL);
  table = sc_writing_table (self->writing, "refusals.outcomes.caption", (const double[]) { 2, 2, 2 }, 3);
  sc_writing_header (self->writing, table, header);
  for (guint i = 0; i < self->version->stages->len; i++)
    add_outcome (self, table, i);
}

/* Reasons that say of themselves what becomes of a deal, whatever the stage. */
static gboolean
has_deciding_reason (const ScRegulations *self)
{
  const char *const *reasons = self->source->loss_reasons;
  ScRefusalKind kind;

  for (guint i = 0; reasons != NULL && reasons[i] != NULL; i++)
    if (sc_loss_reason_decides (reasons[i], &kind))
      return TRUE;

  return FALSE;
}

static void
add_by_reason (ScRegulations *self)
{
  static const char *const header[] = { "refusals.by-reason.reason", "refusals.outcome", NULL };
  const char *const *reasons = self->source->loss_reasons;
  ScTable *table;

  if (!has_deciding_reason (self) || !sc_writing_begin (self->writing, "refusals.by-reason", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "refusals.by-reason", NULL);
  table = sc_writing_table (self->writing, "refusals.by-reason.caption", (const double[]) { 1, 1 }, 2);
  sc_writing_header (self->writing, table, header);
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      ScRefusalKind kind;
      GPtrArray *row;

      if (!sc_loss_reason_decides (reasons[i], &kind))
        continue;

      row = sc_table_add_row (table);
      sc_row_add_cell (row, reasons[i], TRUE);
      sc_row_add_cell (row, get_outcome (self, kind == SC_REFUSAL_PARK ? SC_OUTCOME_PARKED : SC_OUTCOME_LOST), FALSE);
    }
}

static gboolean
has_return (const ScRegulations *self)
{
  guint back_to;

  for (guint i = 0; i < self->version->stages->len; i++)
    if (sc_stage_facts_get_outcome (self->version, i, &back_to) == SC_OUTCOME_BACK)
      return TRUE;

  return FALSE;
}

/**
 * sc_regulations_add_refusals:
 * @self: the sales regulations
 *
 * Adds what happens when clients refuse.
 */
void
sc_regulations_add_refusals (ScRegulations *self)
{
  gboolean has_more = self->mark >= 0 && self->mark + 1 < (int) self->version->stages->len;

  if (sc_writing_open (self->writing, "refusals", sc_sentence_get ("refusals", self->language), SC_NUMBERING_NUMBER))
    {
      sc_writing_state (self->writing, "refusals.meaning", NULL);
      add_reasons (self);
      add_outcomes (self);
      add_by_reason (self);
      sc_writing_state (self->writing, "refusals.choice", NULL);
      if (has_return (self))
        sc_writing_state (self->writing, "refusals.return", NULL);
      sc_writing_state (self->writing, "refusals.parked", NULL);
      sc_writing_state (self->writing, "refusals.lost", NULL);
      if (has_more)
        sc_writing_state (self->writing, "refusals.ended", NULL);
    }
  sc_writing_close (self->writing);
}
