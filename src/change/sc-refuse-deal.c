/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes that a client has refused: the deal is lost, goes back, or is parked. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>

#include "model/sc-name.h"
#include "store/sc-deal-write.h"
#include "store/sc-park-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal; /* NULL where there are several */
  GArray *deal_ids;
  ScRefusalPlan *plan; /* NULL for what the stage says of each */
  char *reason;
  char *note;
} RefuseDeal;

static void
refuse_deal_free (gpointer data)
{
  RefuseDeal *self = data;

  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->deal_ids, g_array_unref);
  g_clear_pointer (&self->plan, sc_refusal_plan_free);
  g_free (self->reason);
  g_free (self->note);
  g_free (self);
}

/* The answers of a deal that goes back stay; what was ticked has to be looked at again. */
static gboolean
open_ticks (ScWrite         *write,
            gint64           deal_id,
            const ScVersion *version,
            guint            position,
            GError         **error)
{
  for (guint i = position; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          const ScCriterion *criterion = stage->criteria->pdata[j];

          if (!sc_gate_tick (write, deal_id, criterion, FALSE, "", error))
            return FALSE;
        }
      if (!sc_write_untick_actions (write, deal_id, stage->id, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
go_back (ScWrite             *write,
         const ScVersion     *version,
         const ScRefusalPlan *plan,
         ScDeal              *deal,
         GError             **error)
{
  guint here = 0, there = 0;
  const ScStage *stage = plan->stage_id != NULL ? sc_version_find_stage (version, plan->stage_id, &there) : NULL;

  sc_version_find_stage (version, deal->stage_id, &here);
  if (stage == NULL || there >= here)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("There is no stage to which “%s” could go back. Lose it, park it, or move it."), deal->title);
      return FALSE;
    }

  return sc_deal_change_enter_top (write, version, stage, deal, error)
         && open_ticks (write, deal->id, version, there, error);
}

/* A refusal changes the deal: by that its event is taken back with it. */
static gboolean
park (const ScRefusalPlan *plan,
      ScDeal              *deal,
      GError             **error)
{
  if (deal->parked_until != SC_DATE_NONE && deal->parked_until == plan->until)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is parked until that day already. Choose another day, or lose it."), deal->title);
      return FALSE;
    }

  return sc_deal_change_park (deal, plan->until, error);
}

static gboolean
change (const RefuseDeal    *self,
        ScWrite             *write,
        const ScVersion     *version,
        const ScRefusalPlan *plan,
        ScDeal              *deal,
        GError             **error)
{
  if (!sc_deal_status_is_standing (deal->status))
    return sc_deal_change_refuse_closed (deal, error);
  if (plan->kind == SC_REFUSAL_PARK)
    return park (plan, deal, error);
  if (plan->kind == SC_REFUSAL_BACK && deal->status == SC_DEAL_OPEN)
    return go_back (write, version, plan, deal, error);

  return sc_deal_change_lose (deal, self->reason, error);
}

/* Why, and what was agreed. */
static char *
make_note (const RefuseDeal *self)
{
  if (self->reason != NULL && self->note != NULL)
    /* Translators: why a client refused, and what was agreed: “Too expensive: call in May” */
    return g_strdup_printf (C_("refusal", "%1$s: %2$s"), self->reason, self->note);

  return g_strdup (self->reason != NULL ? self->reason : self->note);
}

/* What the person has chosen, or what the stage says of this deal. */
static ScRefusalPlan *
make_plan (const RefuseDeal *self,
           ScWrite          *write,
           const ScVersion  *version,
           const ScDeal     *current,
           GError          **error)
{
  guint n_refusals;

  if (self->plan != NULL)
    return sc_refusal_plan_copy (self->plan);
  if (!sc_write_count_refusals (write, version, current->id, current->stage_id, &n_refusals, error))
    return NULL;

  return sc_refusal_plan_choose (version, current, self->reason, n_refusals);
}

static gboolean
refuse (const RefuseDeal *self,
        ScWrite          *write,
        const ScVersion  *version,
        const ScDeal     *current,
        GError          **error)
{
  g_autoptr (ScRefusalPlan) plan = make_plan (self, write, version, current, error);
  g_autoptr (ScDeal) changed = NULL;
  g_autofree char *note = make_note (self);

  if (plan == NULL)
    return FALSE;

  changed = sc_deal_copy (current);

  return change (self, write, version, plan, changed, error)
         && sc_write_event (write, current->id, 0, "refused", current->stage_id, sc_refusal_plan_get_outcome (plan),
                            note, error)
         && sc_write_save_deal (write, current, changed, self->reason, error)
         && sc_deal_change_leave (write, current, changed, error);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const RefuseDeal *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_load (write, self->deal, error);
  g_autoptr (ScVersion) version = NULL;

  if (current == NULL)
    return FALSE;

  outcome->row_id = current->id;
  version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);

  return version != NULL && refuse (self, write, version, current, error);
}

/* Each that goes back stands on top: the first one in the end. */
static gboolean
run_many (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  const RefuseDeal *self = data;
  g_autoptr (ScVersion) version = NULL;
  g_autofree char *process_id = NULL;

  for (guint i = self->deal_ids->len; i > 0; i--)
    {
      gint64 deal_id = g_array_index (self->deal_ids, gint64, i - 1);
      g_autoptr (ScDeal) current = sc_deal_change_find_one_of (write, deal_id, &process_id, error);

      if (current == NULL)
        return FALSE;
      if (version == NULL)
        version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
      if (version == NULL || !refuse (self, write, version, current, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
none_if_blank (char *text)
{
  return text == NULL || sc_text_is_blank (text) ? NULL : sc_text_strip (text);
}

static RefuseDeal *
refuse_deal_new (const ScRefusalPlan *plan,
                 const char          *reason,
                 const char          *note)
{
  RefuseDeal *self = g_new0 (RefuseDeal, 1);
  g_autofree char *bare_reason = g_strdup (reason);
  g_autofree char *bare_note = g_strdup (note);

  self->plan = plan != NULL ? sc_refusal_plan_copy (plan) : NULL;
  self->reason = g_strdup (none_if_blank (bare_reason));
  self->note = g_strdup (none_if_blank (bare_note));

  return self;
}

/**
 * sc_command_refuse_deal:
 * @deal: a deal that stands on the board, as the person saw it
 * @plan: what is to become of it, of sc_refusal_plan_load(), with what the person has
 *   chosen
 * @reason: (nullable): why the client refused
 * @note: (nullable): what was agreed
 *
 * A lost deal has the reason as its loss reason. One that goes back keeps its answers,
 * and its exit criteria from that stage on are open again. A parked one keeps its stage.
 *
 * Returns: (transfer full): a command that writes it
 */
ScCommand *
sc_command_refuse_deal (const ScDeal        *deal,
                        const ScRefusalPlan *plan,
                        const char          *reason,
                        const char          *note)
{
  RefuseDeal *self = refuse_deal_new (plan, reason, note);

  self->deal = sc_deal_copy (deal);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (C_("undo deal", "Refusal of “%s”"), deal->title), run, self,
                                                refuse_deal_free),
                                deal->id);
}

/**
 * sc_command_refuse_deals:
 * @deal_ids: (array length=n_deals): deals of one process that stand on the board
 * @n_deals: how many
 * @plan: (nullable): what is to become of all of them; %NULL for what the stage says where
 *   each of them stands, as sc_refusal_plan_choose() has it
 * @reason: (nullable): why the clients refused
 * @note: (nullable): what was agreed
 *
 * As sc_command_refuse_deal(), all of them or none.
 *
 * Returns: (transfer full): a command that writes it
 */
ScCommand *
sc_command_refuse_deals (const gint64        *deal_ids,
                         guint                n_deals,
                         const ScRefusalPlan *plan,
                         const char          *reason,
                         const char          *note)
{
  RefuseDeal *self = refuse_deal_new (plan, reason, note);

  self->deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->deal_ids, deal_ids, n_deals);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Refusal of %u deal", "Refusals of %u deals", n_deals), n_deals),
                         run_many, self, refuse_deal_free);
}
