/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to become of a deal whose client has refused, or went silent: what a dialog
 * preselects, and what the command line does where nobody says it. */

#include "change/sc-refusal-plan.h"

#include "model/sc-loss-reason.h"
#include "store/sc-park-write.h"

static gboolean
is_behind_mark (const ScVersion *version,
                guint            position)
{
  return (int) position > sc_version_get_mark_position (version);
}

/* Whether a deal that stands in a stage goes back into one in front of it without
 * crossing the client mark. */
static gboolean
leads_back (const ScVersion *version,
            guint            from,
            guint            to)
{
  return to < from && is_behind_mark (version, from) == is_behind_mark (version, to);
}

/* Where the stage says, or, where that is nowhere, where needs are discovered. */
static const char *
find_way_back (const ScVersion *version,
               const ScStage   *stage,
               guint            position)
{
  guint there;

  if (stage->refusal.kind == SC_REFUSAL_BACK && stage->refusal.stage_id != NULL
      && sc_version_find_stage (version, stage->refusal.stage_id, &there) != NULL && leads_back (version, position, there))
    return stage->refusal.stage_id;

  for (guint i = position; i > 0; i--)
    if (leads_back (version, position, i - 1)
        && sc_kind_set_has (sc_version_get_stage (version, i - 1)->kinds, SC_KIND_NEEDS_DISCOVERY))
      return sc_version_get_stage (version, i - 1)->id;

  return NULL;
}

/* A part of a day is a day. */
static guint
count_days (const ScStage    *stage,
            const ScCalendar *calendar)
{
  guint day = sc_calendar_get_hours (calendar);
  guint hours =
    stage != NULL && stage->refusal.kind == SC_REFUSAL_PARK ? sc_duration_get_hours (stage->refusal.after, calendar) : 0;

  if (hours == 0)
    return SC_REFUSAL_PARKED_DAYS;

  return MIN ((hours + day - 1) / day, SC_PARKED_WORKING_DAYS_MAX);
}

/* The second “no” of a stage is one, or the board fills with deals that are none. */
static ScRefusalKind
choose_kind (const ScRefusalPlan *self,
             const ScStage       *stage,
             const char          *reason,
             guint                n_refusals)
{
  ScRefusalKind kind = stage != NULL ? stage->refusal.kind : SC_REFUSAL_LOST;

  sc_loss_reason_decides (reason, &kind);
  if (n_refusals > 0)
    return SC_REFUSAL_LOST;
  if (kind == SC_REFUSAL_BACK && (self->ends_early || self->stage_id == NULL))
    return SC_REFUSAL_LOST;

  return kind;
}

/**
 * sc_refusal_plan_choose:
 * @version: the published version of the deal's process
 * @deal: a deal that stands on its board
 * @reason: (nullable): why the client refuses, as the process has it
 * @n_refusals: how often clients have refused before while it stood in its stage
 *
 * The reason goes before the stage where it says of itself that the deal is lost, or
 * that it is parked; a second refusal from the same stage before both. Else it is what
 * the stage says; behind the client mark what is not parked ends early.
 *
 * Returns: (transfer full): what is preselected, and where the deal would go and until
 *   when it would be parked where a person selects something else
 */
ScRefusalPlan *
sc_refusal_plan_choose (const ScVersion *version,
                        const ScDeal    *deal,
                        const char      *reason,
                        guint            n_refusals)
{
  ScRefusalPlan *self = g_new0 (ScRefusalPlan, 1);
  guint position = 0;
  const ScStage *stage = sc_version_find_stage (version, deal->stage_id, &position);

  self->ends_early = deal->status == SC_DEAL_WON;
  self->stage_id = stage != NULL ? g_strdup (find_way_back (version, stage, position)) : NULL;
  self->until = sc_calendar_add_working_days (version->calendar, sc_clock_today (), count_days (stage, version->calendar));
  self->kind = choose_kind (self, stage, reason, n_refusals);

  return self;
}

/**
 * sc_refusal_plan_load:
 * @store: a store
 * @deal: a deal that stands on the board
 * @reason: (nullable): why the client refuses
 * @error: why it can't be read
 *
 * As sc_refusal_plan_choose(), with what the store has of the deal.
 *
 * Returns: (transfer full): what is preselected
 */
ScRefusalPlan *
sc_refusal_plan_load (ScStore      *store,
                      const ScDeal *deal,
                      const char   *reason,
                      GError      **error)
{
  g_autoptr (ScVersion) version =
    sc_store_load_readable_version (store, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  guint n_refusals;

  if (version == NULL || !sc_store_count_refusals (store, version, deal->id, deal->stage_id, &n_refusals, error))
    return NULL;

  return sc_refusal_plan_choose (version, deal, reason, n_refusals);
}

/**
 * sc_refusal_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): the same plan
 */
ScRefusalPlan *
sc_refusal_plan_copy (const ScRefusalPlan *self)
{
  ScRefusalPlan *copy = g_memdup2 (self, sizeof *self);

  copy->stage_id = g_strdup (self->stage_id);

  return copy;
}

/**
 * sc_refusal_plan_free:
 * @self: (transfer full): a plan
 */
void
sc_refusal_plan_free (ScRefusalPlan *self)
{
  g_free (self->stage_id);
  g_free (self);
}

/**
 * sc_refusal_plan_get_outcome:
 * @self: a plan
 *
 * Returns: (transfer none): what comes of it, as the deal's history and the command line
 *   have it: `lost`, `ended-early`, `back` or `park`
 */
const char *
sc_refusal_plan_get_outcome (const ScRefusalPlan *self)
{
  if (self->ends_early && self->kind != SC_REFUSAL_PARK)
    return sc_deal_status_get_id (SC_DEAL_ENDED_EARLY);

  return sc_refusal_kind_get_id (self->kind);
}
