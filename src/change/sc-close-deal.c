/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wins, loses, completes and reopens one deal. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct _CloseDeal CloseDeal;

struct _CloseDeal {
  ScDeal *deal;
  char *reason;
  ScGateAnswers *answers;
  gboolean asks;
  gboolean (*close)(const CloseDeal *self,
                    ScWrite         *write,
                    const ScVersion *version,
                    ScDeal          *deal,
                    GError         **error);
};

static void
close_deal_free (gpointer data)
{
  CloseDeal *self = data;

  sc_deal_unref (self->deal);
  g_free (self->reason);
  g_clear_pointer (&self->answers, sc_gate_answers_unref);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  CloseDeal *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_load (write, self->deal, error);
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScDeal) closed = NULL;

  if (current == NULL)
    return FALSE;

  version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (version == NULL)
    return FALSE;

  outcome->row_id = current->id;
  closed = sc_deal_copy (current);

  if (!self->close (self, write, version, closed, error)
      || !sc_gate_check (self->answers, version, current->id, NULL, error))
    return FALSE;
  if (self->asks)
    sc_gate_fill (self->answers, version, closed);

  return sc_write_save_deal (write, current, closed, self->reason, error) &&
         sc_deal_change_leave (write, current, closed, error) &&
         (!self->asks || sc_gate_pass (self->answers, write, version, current, closed->stage_id, error));
}

static ScCommand *
new_command (const ScDeal  *deal,
             const char    *reason,
             ScGateAnswers *answers,
             char          *name,
             gboolean       asks,
             gboolean (    *close )(const CloseDeal *self,
                                    ScWrite         *write,
                                    const ScVersion *version,
                                    ScDeal          *closed,
                                    GError         **error))
{
  CloseDeal *self = g_new0 (CloseDeal, 1);

  self->deal = sc_deal_copy (deal);
  self->reason = g_strdup (reason);
  self->answers = sc_gate_answers_ref (answers);
  self->close = close;
  self->asks = asks;

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id, name, run, self, close_deal_free),
                                deal->id);
}

static gboolean
win (const CloseDeal *self,
     ScWrite         *write,
     const ScVersion *version,
     ScDeal          *deal,
     GError         **error)
{
  const ScStage *stage = sc_deal_change_find_won_stage (version);

  if (deal->status == SC_DEAL_WON)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is won already."), deal->title);
      return FALSE;
    }
  if (deal->status != SC_DEAL_OPEN)
    return sc_deal_change_refuse_closed (deal, error);
  if (stage != NULL)
    {
      if (!sc_deal_change_enter_top (write, version, stage, deal, error))
        return FALSE;
      sc_deal_change_set_status (deal, SC_DEAL_WON);
      return TRUE;
    }

  /* No stage stands behind the mark, so nothing is left to be done. */
  if (version->stages->len > 0 &&
      !sc_deal_change_enter_top (write, version, sc_version_get_stage (version, version->stages->len - 1), deal, error))
    return FALSE;
  sc_deal_change_set_status (deal, SC_DEAL_COMPLETED);

  return TRUE;
}

/**
 * sc_command_win_deal:
 * @deal: an open deal, as the person saw it
 * @answers: (nullable): what is told of what stages ask
 *
 * It is held as sc_command_move_deal() holds it.
 *
 * Returns: (transfer full): a command that puts the deal right behind the
 *   client mark; where no stage follows, it is completed at once
 */
ScCommand *
sc_command_win_deal (const ScDeal  *deal,
                     ScGateAnswers *answers)
{
  return new_command (deal, NULL, answers, g_strdup_printf (C_("undo deal", "Win “%s”"), deal->title), TRUE, win);
}

static gboolean
lose (const CloseDeal *self,
      ScWrite         *write,
      const ScVersion *version,
      ScDeal          *deal,
      GError         **error)
{
  return sc_deal_change_lose (deal, self->reason, error);
}

/**
 * sc_command_lose_deal:
 * @deal: a deal that stands on the board, as the person saw it
 * @reason: (nullable): why
 *
 * An open deal is lost. One that was won and breaks off ended early: it stays
 * won.
 *
 * Returns: (transfer full): a command that takes the deal off the board
 */
ScCommand *
sc_command_lose_deal (const ScDeal *deal,
                      const char   *reason)
{
  char *name = deal->status == SC_DEAL_WON ? g_strdup_printf (C_("undo deal", "End “%s” early"), deal->title)
                                           : g_strdup_printf (C_("undo deal", "Lose “%s”"), deal->title);

  return new_command (deal, reason, NULL, name, FALSE, lose);
}

static gboolean
complete (const CloseDeal *self,
          ScWrite         *write,
          const ScVersion *version,
          ScDeal          *deal,
          GError         **error)
{
  if (!sc_deal_status_is_standing (deal->status))
    return sc_deal_change_refuse_closed (deal, error);

  sc_deal_change_set_status (deal, SC_DEAL_COMPLETED);

  return TRUE;
}

/**
 * sc_command_complete_deal:
 * @deal: a deal that stands on the board, as the person saw it
 * @answers: (nullable): what is told of what its stage asks
 *
 * An open deal is won on that day, too. It is held by what its stage requires.
 *
 * Returns: (transfer full): a command that completes the deal where it stands
 */
ScCommand *
sc_command_complete_deal (const ScDeal  *deal,
                          ScGateAnswers *answers)
{
  return new_command (deal, NULL, answers,
                      g_strdup_printf (C_("undo deal", "Complete “%s”"), deal->title), TRUE, complete);
}

/* Where a deal stands again: where it stood, if the process has the stage
 * still; a lost one before the client mark, though a new version may have moved
 * it. */
static const ScStage *
find_stage (const ScVersion *version,
            const ScDeal    *deal)
{
  const ScStage *stage = sc_version_find_stage (version, deal->stage_id, NULL);
  const ScStage *won = sc_deal_change_find_won_stage (version);

  if (stage != NULL && deal->status == SC_DEAL_LOST
      && sc_deal_change_get_status (version, stage->id) == SC_DEAL_WON)
    return sc_version_get_stage (version, (guint) sc_version_get_mark_position (version));
  if (stage != NULL)
    return stage;
  if (deal->status != SC_DEAL_LOST && won != NULL)
    return won;

  return version->stages->len > 0 ? sc_version_get_stage (version, 0) : NULL;
}

static gboolean
reopen (const CloseDeal *self,
        ScWrite         *write,
        const ScVersion *version,
        ScDeal          *deal,
        GError         **error)
{
  const ScStage *stage = find_stage (version, deal);

  if (sc_deal_status_is_standing (deal->status))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is open."), deal->title);
      return FALSE;
    }
  if (stage == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                           _("The process has no stages. Add one and publish the process first."));
      return FALSE;
    }
  if (!sc_deal_change_enter_top (write, version, stage, deal, error))
    return FALSE;

  sc_deal_change_set_status (deal, sc_deal_change_get_status (version, stage->id));

  return TRUE;
}

/**
 * sc_command_reopen_deal:
 * @deal: a deal that has left the board, as the person saw it
 *
 * Returns: (transfer full): a command that puts the deal back into its stage,
 *   won behind the client mark and open before it
 */
ScCommand *
sc_command_reopen_deal (const ScDeal *deal)
{
  return new_command (deal, NULL, NULL, g_strdup_printf (C_("undo deal", "Reopen “%s”"), deal->title), FALSE, reopen);
}
