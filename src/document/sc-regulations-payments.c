/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How payment is followed, where a stage of the process covers it. What becomes of arrears
 * only the manager says. */

#include "document/sc-regulations-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"

static gboolean
covers (const ScRegulations *self,
        guint                position,
        ScKind               kind)
{
  return sc_kind_set_has (sc_version_get_stage (self->version, position)->kinds, kind);
}

/* The positions of the stages that cover payment. */
static GArray *
list_stages (const ScRegulations *self)
{
  GArray *positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->version->stages->len; i++)
    if (covers (self, i, SC_KIND_PAYMENT))
      g_array_append_val (positions, i);

  return positions;
}

static void
add_several (ScRegulations *self,
             const GArray  *positions)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < positions->len; i++)
    g_strv_builder_add (builder, sc_stage_facts_get_name (self->version, g_array_index (positions, guint, i), self->language));
  names = g_strv_builder_end (builder);
  joined = sc_grammar_join_quoted ((const char *const *) names, self->language);
  sc_writing_say (self->writing, "payments.stage.several", (ScField[]) { { "stages", joined }, SC_FIELD_END });
}

static void
add_single (ScRegulations *self,
            guint          position)
{
  static const char *const sentences[] = { "payments.stage", "payments.stage.one", "payments.stage.more" };
  const ScStage *stage = sc_version_get_stage (self->version, position);
  const char *role = sc_stage_facts_get_role (self->version, stage->responsible);
  g_auto (GStrv) names = sc_stage_facts_list_participants (self->version, stage);
  g_autofree char *name = sc_stage_facts_quote (self->version, position, self->language);
  g_autofree char *responsible = role != NULL ? sc_grammar_quote (role, self->language) : NULL;
  g_autofree char *participants = sc_grammar_join_quoted ((const char *const *) names, self->language);
  const ScField fields[] = {
    { "stage", name }, { "responsible", responsible }, { "participants", participants }, SC_FIELD_END
  };

  sc_writing_say (self->writing, role == NULL ? "payments.stage.nobody" : sentences[MIN (g_strv_length (names), 2)], fields);
}

static const ScCriterion *
find_money (const ScStage *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (criterion->purpose == SC_PURPOSE_PAYMENTS)
        return criterion;
    }

  return NULL;
}

/* That of the last stage keeps its id when another stage of payment comes before it. */
static void
add_criterion (ScRegulations *self,
               guint          position,
               gboolean       is_last)
{
  const ScStage *stage = sc_version_get_stage (self->version, position);
  const ScCriterion *criterion = find_money (stage);
  g_autofree char *id = g_strdup_printf ("payments.criterion%s%s", is_last ? "" : ".", is_last ? "" : stage->id);
  g_autofree char *text = NULL;

  if (criterion == NULL || !sc_writing_begin (self->writing, id, SC_NUMBERING_NUMBER))
    return;

  text = sc_grammar_quote (criterion->text, self->language);
  sc_writing_say (self->writing, is_last ? "payments.criterion.last" : "payments.criterion",
                  (ScField[]) { { "criterion", text }, SC_FIELD_END });
}

/* The last stage of onboarding in front of the last one of payment. */
static int
find_onboarding (const ScRegulations *self,
                 guint                payment)
{
  for (guint i = payment; i > 0; i--)
    if (covers (self, i - 1, SC_KIND_ONBOARDING))
      return (int) i - 1;

  return -1;
}

static gboolean
is_required (const ScCriterion *criterion)
{
  return criterion->is_required && !criterion->is_asked_at_entry;
}

static void
add_condition (ScRegulations *self,
               guint          payment)
{
  int position = find_onboarding (self, payment);
  const ScStage *stage = position >= 0 ? sc_version_get_stage (self->version, (guint) position) : NULL;
  g_auto (GStrv) required = NULL;
  g_autofree char *name = NULL;
  g_autofree char *criterion = NULL;
  guint n_required;

  if (!sc_aspects_is_paid_after_onboarding (&self->version->aspects) || stage == NULL
      || !sc_writing_begin (self->writing, "payments.condition", SC_NUMBERING_NUMBER))
    return;

  required = sc_stage_facts_list (stage, is_required);
  n_required = g_strv_length (required);
  name = sc_stage_facts_quote (self->version, (guint) position, self->language);
  criterion = sc_grammar_quote (n_required > 0 ? required[0] : "", self->language);
  sc_writing_say (self->writing,
                  n_required == 0 ? "payments.condition.after"
                                  : n_required == 1 ? "payments.condition" : "payments.condition.stage",
                  (ScField[]) { { "stage", name }, { "criterion", criterion }, SC_FIELD_END });
}

static gboolean
has_letter (const ScStage *stage)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    {
      ScTacticKind kind = ((ScTactic *) stage->tactics->pdata[i])->kind;

      if (kind == SC_TACTIC_LETTER || kind == SC_TACTIC_SCRIPT)
        return TRUE;
    }

  return FALSE;
}

static void
add_letters (ScRegulations *self,
             guint          payment)
{
  g_autofree char *name = sc_stage_facts_quote (self->version, payment, self->language);

  if (has_letter (sc_version_get_stage (self->version, payment)))
    sc_writing_state (self->writing, "payments.letters", (ScField[]) { { "stage", name }, SC_FIELD_END });
}

static void
add_all (ScRegulations *self,
         const GArray  *positions)
{
  guint last = g_array_index (positions, guint, positions->len - 1);

  if (sc_writing_begin (self->writing, "payments.stage", SC_NUMBERING_NUMBER))
    {
      if (positions->len == 1)
        add_single (self, last);
      else
        add_several (self, positions);
    }
  sc_writing_state (self->writing, "payments.entries", NULL);
  for (guint i = 0; i < positions->len; i++)
    add_criterion (self, g_array_index (positions, guint, i), i + 1 == positions->len);
  sc_writing_state (self->writing, "payments.overdue", NULL);
  add_condition (self, last);
  add_letters (self, last);
}

/**
 * sc_regulations_add_payments:
 * @self: the sales regulations
 *
 * Adds how payment is followed.
 */
void
sc_regulations_add_payments (ScRegulations *self)
{
  g_autoptr (GArray) positions = list_stages (self);

  if (sc_writing_open (self->writing, "payments", sc_sentence_get ("payments", self->language), SC_NUMBERING_NUMBER))
    {
      if (positions->len > 0)
        add_all (self, positions);
      sc_writing_offer (self->writing, "payments.arrears");
    }
  sc_writing_close (self->writing);
}
