/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each rule suggests for its findings: it is offered to the search
 * (sc-fix-search.c), which takes what keeps the promise that every fix gives. */

#include "method/sc-fix-private.h"

#include "method/sc-lint.h"
#include "method/sc-merge-private.h"
#include "method/sc-order.h"
#include "method/sc-proposal.h"
#include "method/sc-usual.h"

#define BIT SC_KIND_BIT

/* The stage as it stands now; findings may be of an earlier version. */
static const ScStage *
get_stage (const ScFixSearch *self,
           guint              index)
{
  const ScStage *stage = self->finding->stages->pdata[index];

  return sc_version_find_stage (self->version, stage->id, NULL);
}

static void
insert_before (ScFixSearch *self,
               ScKind       kind,
               ScKindSet    precedes)
{
  if (!sc_fix_insert_kinds (self, BIT (kind), (ScBounds) { .precedes = precedes }))
    sc_fix_cover_too (self, kind, precedes);
}

static void
move_before (ScFixSearch *self,
             ScKind       kind,
             ScKindSet    precedes)
{
  if (!sc_fix_move_kind (self, get_stage (self, 0)->id, kind, (ScBounds) { .precedes = precedes }))
    sc_fix_cover_too (self, kind, precedes);
}

static void
fix_request (ScFixSearch *self)
{
  /* Whatever there is comes behind it. */
  const ScBounds at_start = { .precedes = (BIT (SC_N_KINDS) - 1) };

  if (self->finding->kinds == 0)
    sc_fix_move_kind (self, get_stage (self, 0)->id, SC_KIND_INBOUND_REQUEST, at_start);
  else
    sc_fix_insert_kinds (self, BIT (SC_KIND_INBOUND_REQUEST), at_start);
}

static void
fix_search_missing (ScFixSearch *self)
{
  g_auto (ScSteps) steps = { NULL };
  ScKind kind = sc_kind_set_has (self->finding->kinds, SC_KIND_PROSPECTING) ? SC_KIND_PROSPECTING : SC_KIND_OUTREACH;

  if (self->finding->stages->len == 0)
    {
      sc_fix_insert_kinds (self, self->finding->kinds, (ScBounds) { 0 });
      return;
    }

  sc_steps_start (&steps, self->version);
  sc_steps_add_kinds (&steps, get_stage (self, 0)->id, self->finding->kinds);
  sc_fix_search_offer (self, &steps, SC_FIX_COVER_TOO, sc_lint_get_title (get_stage (self, 0)),
                       sc_kind_get_name (kind, sc_language_get_default ()));
}

static void
absorb (ScFixSearch *self,
        guint        from,
        guint        into)
{
  g_auto (ScSteps) steps = { NULL };
  const ScStage *stage = sc_version_get_stage (self->version, from);
  const ScStage *other = sc_version_get_stage (self->version, into);
  int mark = sc_version_get_mark_position (self->version);

  /* What was before the border between “no client” and “client” stays so. */
  if (((int) from <= mark) != ((int) into <= mark))
    return;

  sc_steps_start (&steps, self->version);
  sc_steps_absorb (&steps, stage->id, other->id);
  sc_fix_search_offer (self, &steps, SC_FIX_PUT_INTO, sc_lint_get_title (stage), sc_lint_get_title (other));
}

static void
take_off (ScFixSearch   *self,
          const ScStage *stage,
          ScKind         kind)
{
  g_auto (ScSteps) steps = { NULL };

  sc_steps_start (&steps, self->version);
  sc_steps_take_kinds (&steps, stage->id, BIT (kind));
  sc_fix_search_offer (self, &steps, SC_FIX_TAKE_OFF, sc_kind_get_name (kind, sc_language_get_default ()),
                       sc_lint_get_title (stage));
}

static void
fix_search_needless (ScFixSearch *self)
{
  const ScStage *stage = get_stage (self, 0);
  guint position;

  sc_version_find_stage (self->version, stage->id, &position);
  if (stage->kinds == BIT (SC_KIND_PROSPECTING))
    {
      for (guint i = 0; i < self->version->stages->len; i++)
        if (sc_kind_set_has (sc_version_get_stage (self->version, i)->kinds, SC_KIND_INBOUND_REQUEST))
          {
            absorb (self, position, i);
            break;
          }
      if (self->fixes->len == 0 && position + 1 < self->version->stages->len)
        absorb (self, position, position + 1);
      if (self->fixes->len == 0 && position > 0)
        absorb (self, position, position - 1);
    }

  take_off (self, stage, SC_KIND_PROSPECTING);
}

static void
fix_onboarding (ScFixSearch *self)
{
  const ScBounds behind_contract = { .follows = BIT (SC_KIND_CONTRACT) };

  if (self->finding->kinds != 0)
    sc_fix_insert_kinds (self, BIT (SC_KIND_ONBOARDING), behind_contract);
  else
    sc_fix_move_kind (self, get_stage (self, 0)->id, SC_KIND_ONBOARDING, behind_contract);
}

static void
move_into_order (ScFixSearch   *self,
                 const ScStage *stage)
{
  ScKind kind = sc_order_get_first_kind (stage->kinds, &self->version->aspects);

  sc_fix_move_stage (self, stage->id, kind, (ScBounds) { 0 });
}

static ScRole *
get_role (ScSteps   *steps,
          ScFunction function)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_role_unref);
  ScRole *role = sc_usual_role (steps->version, function, roles);

  sc_steps_insert_roles (steps, roles);

  return role;
}

/* Makes the role responsible; who was so far takes part. */
static void
hand_over (ScFixSearch *self,
           ScFunction   function)
{
  g_auto (ScSteps) steps = { NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  const ScStage *stage = get_stage (self, 0);
  ScStage *changed = sc_stage_copy (stage);
  const ScRole *role;

  sc_steps_start (&steps, self->version);
  role = get_role (&steps, function);

  if (sc_lint_get_responsible (self->version, stage) != NULL)
    g_ptr_array_add (ids, stage->responsible);
  for (guint i = 0; stage->participants[i] != NULL; i++)
    g_ptr_array_add (ids, stage->participants[i]);
  g_set_str (&changed->responsible, role->id);
  sc_stage_set_participants (changed, (const char *const *) ids->pdata);
  sc_steps_replace (&steps, changed);

  sc_fix_search_offer (self, &steps, SC_FIX_MAKE_RESPONSIBLE, role->name, sc_lint_get_title (stage));
}

static void
let_rep_take_part (ScFixSearch *self)
{
  g_auto (ScSteps) steps = { NULL };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  const ScStage *stage = get_stage (self, 0);
  ScStage *changed = sc_stage_copy (stage);
  const ScRole *role;

  sc_steps_start (&steps, self->version);
  role = get_role (&steps, SC_FUNCTION_SALES);

  for (guint i = 0; stage->participants[i] != NULL; i++)
    g_ptr_array_add (ids, stage->participants[i]);
  g_ptr_array_add (ids, role->id);
  sc_stage_set_participants (changed, (const char *const *) ids->pdata);
  sc_steps_replace (&steps, changed);

  sc_fix_search_offer (self, &steps, SC_FIX_TAKE_PART, role->name, sc_lint_get_title (stage));
}

static void
merge (ScFixSearch   *self,
       const ScStage *first,
       const ScStage *second)
{
  g_auto (ScSteps) steps = { NULL };

  sc_steps_start (&steps, self->version);
  sc_steps_merge (&steps, first->id, second->id, NULL);
  sc_fix_search_offer (self, &steps, SC_FIX_MERGE, sc_lint_get_title (first), sc_lint_get_title (second));
}

static void
merge_best (ScFixSearch *self)
{
  g_autoptr (GArray) candidates = sc_merge_rank (self->version, SC_MERGE_BY_METHOD, self->hours);

  for (guint i = 0; i < candidates->len && !sc_fix_search_is_done (self); i++)
    {
      guint position = g_array_index (candidates, ScMergeCandidate, i).position;

      merge (self, sc_version_get_stage (self->version, position), sc_version_get_stage (self->version, position + 1));
    }
}

static ScKindSet
get_covered (const ScVersion *version)
{
  ScKindSet covered = 0;

  for (guint i = 0; i < version->stages->len; i++)
    covered |= sc_version_get_stage (version, i)->kinds;

  return covered;
}

/* What the answers call for and what most sales have; a person may want it,
 * but too few stages are no fault that one mends by inventing some. */
static void
offer_kinds (ScFixSearch *self)
{
  static const ScKind usual[] = { SC_KIND_QUALIFICATION, SC_KIND_PRESENTATION, SC_KIND_PROPOSAL, SC_KIND_CONTRACT };
  g_autoptr (ScVersion) proposal = sc_proposal_new_by (self->version->calendar, &self->version->aspects, self->version->language);
  ScKindSet covered = get_covered (self->version);
  ScKindSet wanted = get_covered (proposal);

  if (self->wanted < SC_MAX_FIXES)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    wanted |= BIT (usual[i]);
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (wanted & ~covered, kind) && !sc_fix_search_is_done (self))
      sc_fix_insert_kinds (self, BIT (kind), (ScBounds) { 0 });

  for (guint i = 0; i < self->fixes->len; i++)
    ((ScFix *) self->fixes->pdata[i])->is_offer = TRUE;
}

static void
fill_in (ScFixSearch *self)
{
  g_auto (ScSteps) steps = { NULL };
  const ScAspects *aspects = &self->version->aspects;
  const ScStage *stage = get_stage (self, 0);
  ScStage *changed = sc_stage_copy (stage);
  g_autofree char *time = NULL;
  ScFixDeed deed;

  if (self->finding->rule == SC_RULE_NO_GOAL)
    {
      g_free (changed->goal);
      changed->goal = sc_usual_goal (stage->kinds, aspects, self->version->language);
      deed = SC_FIX_GOAL;
    }
  else if (self->finding->rule == SC_RULE_NO_EXIT_CRITERION)
    {
      g_ptr_array_set_size (changed->criteria, 0);
      sc_usual_add_criteria (changed, stage->kinds, aspects, self->version->language);
      deed = SC_FIX_CRITERIA;
    }
  else
    {
      changed->duration = sc_usual_duration (stage->kinds, aspects, self->version->calendar);
      time = sc_duration_to_text (changed->duration, self->version->calendar);
      deed = SC_FIX_TIME;
    }

  sc_steps_start (&steps, self->version);
  sc_steps_replace (&steps, changed);
  sc_fix_search_offer (self, &steps, deed, sc_lint_get_title (stage), time);
}

static void
fix_repeated (ScFixSearch *self)
{
  const ScStage *first = get_stage (self, 0);
  const ScStage *second = get_stage (self, 1);
  ScKind kind = 0;

  while (kind < SC_KIND_OTHER && !sc_kind_set_has (self->finding->kinds, kind))
    kind++;

  if (sc_can_merge (self->version, first->id, second->id) &&
      !sc_merge_crosses_mark (self->version, first->id, second->id))
    merge (self, first, second);
  take_off (self, second, kind);
  take_off (self, first, kind);
}

static void
offer_refusal (ScFixSearch   *self,
               const ScStage *stage,
               const ScStage *back_to)
{
  g_auto (ScSteps) steps = { NULL };
  ScStage *changed = sc_stage_copy (stage);

  changed->refusal.kind = back_to != NULL ? SC_REFUSAL_BACK : SC_REFUSAL_LOST;
  g_set_str (&changed->refusal.stage_id, back_to != NULL ? back_to->id : NULL);
  sc_steps_start (&steps, self->version);
  sc_steps_replace (&steps, changed);
  sc_fix_search_offer (self, &steps, back_to != NULL ? SC_FIX_SEND_BACK : SC_FIX_SEND_NOWHERE,
                       sc_lint_get_title (stage), back_to != NULL ? sc_lint_get_title (back_to) : NULL);
}

static void
fix_refusal (ScFixSearch *self)
{
  const ScStage *stage = get_stage (self, 0);
  const ScStage *discovery;
  guint position;

  sc_version_find_stage (self->version, stage->id, &position);
  discovery = sc_lint_find_discovery_in_front (self->version, position);
  if (discovery != NULL)
    offer_refusal (self, stage, discovery);
  offer_refusal (self, stage, NULL);
}

static void
let_mark_follow (ScFixSearch *self)
{
  g_auto (ScSteps) steps = { NULL };

  sc_steps_start (&steps, self->version);
  sc_steps_do (&steps, sc_edit_set_mark (self->version, NULL));
  sc_fix_search_offer (self, &steps, SC_FIX_FOLLOW_PAYMENT, NULL, NULL);
}

static void
rename_stage (ScFixSearch *self)
{
  g_auto (ScSteps) steps = { NULL };
  gboolean is_unnamed = self->finding->rule == SC_RULE_UNNAMED_STAGE;
  const ScStage *stage = get_stage (self, is_unnamed ? 0 : 1);
  ScStage *changed = sc_stage_copy (stage);
  g_autofree char *wanted = NULL;

  wanted = is_unnamed ? sc_usual_name (stage->kinds, &self->version->aspects, self->version->language)
                      : g_strstrip (g_strdup (stage->name));
  g_free (changed->name);
  changed->name = is_unnamed ? sc_version_make_stage_name (self->version, wanted, stage->id)
                             : sc_version_make_stage_name (self->version, wanted, NULL);

  sc_steps_start (&steps, self->version);
  sc_steps_replace (&steps, sc_stage_ref (changed));
  sc_fix_search_offer (self, &steps, is_unnamed ? SC_FIX_CALL : SC_FIX_CALL_SECOND, changed->name, NULL);
  sc_stage_unref (changed);
}

static void
search_steps (ScFixSearch *self)
{
  switch ((int) self->finding->rule)
    {
    case SC_RULE_NEEDS_DISCOVERY_MISSING:
      insert_before (self, SC_KIND_NEEDS_DISCOVERY, BIT (SC_KIND_CONTRACT) | BIT (SC_KIND_PAYMENT));
      break;

    case SC_RULE_DISCOVERY_TOO_LATE:
      move_before (self, SC_KIND_NEEDS_DISCOVERY, BIT (SC_KIND_CONTRACT) | BIT (SC_KIND_PAYMENT));
      break;

    case SC_RULE_TRIAL_MISSING:
      insert_before (self, SC_KIND_TRIAL, BIT (SC_KIND_PAYMENT));
      break;

    case SC_RULE_TRIAL_AFTER_PAYMENT:
      move_before (self, SC_KIND_TRIAL, BIT (SC_KIND_PAYMENT));
      break;

    case SC_RULE_REQUEST_NOT_FIRST:
      fix_request (self);
      break;

    case SC_RULE_SEARCH_MISSING:
      fix_search_missing (self);
      break;

    case SC_RULE_SEARCH_NEEDLESS:
      fix_search_needless (self);
      break;

    case SC_RULE_PAYMENT_MISSING:
      sc_fix_insert_kinds (self, BIT (SC_KIND_PAYMENT), (ScBounds) { 0 });
      break;

    case SC_RULE_ONBOARDING_MISSING:
      fix_onboarding (self);
      break;

    case SC_RULE_DELIVERY_MISSING:
      sc_fix_insert_kinds (self, BIT (SC_KIND_DELIVERY), (ScBounds) { .follows = BIT (SC_KIND_PAYMENT) });
      break;

    case SC_RULE_PAYMENT_BEFORE_ONBOARDING:
      sc_fix_move_kind (self, get_stage (self, 0)->id, SC_KIND_PAYMENT,
                        (ScBounds) { .follows = BIT (SC_KIND_ONBOARDING) });
      break;

    case SC_RULE_OUT_OF_ORDER:
      move_into_order (self, get_stage (self, 1));
      move_into_order (self, get_stage (self, 0));
      break;

    default:
      break;
    }
}

/* Offers what can be done about the finding that is searched for. */
void
sc_fix_search_for_rule (ScFixSearch *self)
{
  switch ((int) self->finding->rule)
    {
    case SC_RULE_ONBOARDING_OWNER:
      hand_over (self, SC_FUNCTION_SALES);
      break;

    case SC_RULE_NO_RESPONSIBLE:
      hand_over (self, sc_usual_responsible (get_stage (self, 0)->kinds, &self->version->aspects));
      break;

    case SC_RULE_DELIVERY_WITHOUT_REP:
      let_rep_take_part (self);
      break;

    case SC_RULE_TOO_MANY_STAGES:
      merge_best (self);
      break;

    case SC_RULE_NOT_OPTIMAL_LENGTH:
      if (self->version->stages->len > SC_BEST_MAX_STAGES)
        merge_best (self);
      else
        offer_kinds (self);
      break;

    case SC_RULE_MERGEABLE:
      merge (self, get_stage (self, 0), get_stage (self, 1));
      break;

    case SC_RULE_NO_GOAL:
    case SC_RULE_NO_EXIT_CRITERION:
    case SC_RULE_NO_DURATION:
      fill_in (self);
      break;

    case SC_RULE_REPEATED_STEP:
      fix_repeated (self);
      break;

    case SC_RULE_MARK_BEFORE_PAYMENT:
      let_mark_follow (self);
      break;

    case SC_RULE_REFUSAL_NOWHERE:
      fix_refusal (self);
      break;

    case SC_RULE_UNNAMED_STAGE:
    case SC_RULE_SAME_NAME:
      rename_stage (self);
      break;

    default:
      search_steps (self);
      break;
    }
}
