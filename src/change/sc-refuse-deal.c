/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes that a client has refused: the deal is lost, goes back, or is parked. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>

#include "model/sc-name.h"
#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  ScRefusalPlan *plan;
  char *reason;
  char *note;
} RefuseDeal;

static void
refuse_deal_free (gpointer data)
{
  RefuseDeal *self = data;

  sc_deal_unref (self->deal);
  sc_refusal_plan_free (self->plan);
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
go_back (const RefuseDeal *self,
         ScWrite          *write,
         ScDeal           *deal,
         GError          **error)
{
  g_autoptr (ScVersion) version = sc_write_load_version (write, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  guint here = 0, there = 0;
  const ScStage *stage;

  if (version == NULL)
    return FALSE;

  stage = self->plan->stage_id != NULL ? sc_version_find_stage (version, self->plan->stage_id, &there) : NULL;
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
park (const RefuseDeal *self,
      ScDeal           *deal,
      GError          **error)
{
  if (deal->parked_until != SC_DATE_NONE && deal->parked_until == self->plan->until)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is parked until that day already. Choose another day, or lose it."), deal->title);
      return FALSE;
    }

  return sc_deal_change_park (deal, self->plan->until, error);
}

static gboolean
change (const RefuseDeal *self,
        ScWrite          *write,
        ScDeal           *deal,
        GError          **error)
{
  if (!sc_deal_status_is_standing (deal->status))
    return sc_deal_change_refuse_closed (deal, error);
  if (self->plan->kind == SC_REFUSAL_PARK)
    return park (self, deal, error);
  if (self->plan->kind == SC_REFUSAL_BACK && deal->status == SC_DEAL_OPEN)
    return go_back (self, write, deal, error);

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

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const RefuseDeal *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_load (write, self->deal, error);
  g_autoptr (ScDeal) changed = NULL;
  g_autofree char *note = make_note (self);

  if (current == NULL)
    return FALSE;

  outcome->row_id = current->id;
  changed = sc_deal_copy (current);

  return change (self, write, changed, error)
         && sc_write_event (write, current->id, 0, "refused", current->stage_id, sc_refusal_plan_get_outcome (self->plan),
                            note, error)
         && sc_write_save_deal (write, current, changed, self->reason, error);
}

static const char *
none_if_blank (char *text)
{
  return text == NULL || sc_text_is_blank (text) ? NULL : sc_text_strip (text);
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
  RefuseDeal *self = g_new0 (RefuseDeal, 1);
  g_autofree char *bare_reason = g_strdup (reason);
  g_autofree char *bare_note = g_strdup (note);

  self->deal = sc_deal_copy (deal);
  self->plan = sc_refusal_plan_copy (plan);
  self->reason = g_strdup (none_if_blank (bare_reason));
  self->note = g_strdup (none_if_blank (bare_note));

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (_("Refusal of “%s”"), deal->title), run, self,
                                                refuse_deal_free),
                                deal->id);
}
