/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves one deal or several to a stage. What stages ask of a deal that goes on is worked
 * out in the change: what is told is written, what is required holds it, and what else is
 * open goes into the history. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

/* So many deals are not remembered one by one in the log. */
#define N_BULK 500

typedef struct {
  ScDeal *seen; /* the only one, as it was on show; NULL where several are moved */
  gint64 *deal_ids;
  guint n_deals;
  char *stage_id;
  gint64 before_id;
  ScGateAnswers *answers;
} MoveDeals;

static void
move_deals_free (gpointer data)
{
  MoveDeals *self = data;

  g_clear_pointer (&self->seen, sc_deal_unref);
  g_free (self->deal_ids);
  g_free (self->stage_id);
  g_clear_pointer (&self->answers, sc_gate_answers_unref);
  g_free (self);
}

static gboolean
can_enter (const ScDeal    *deal,
           const ScVersion *version,
           const char      *stage_id,
           GError         **error)
{
  if (!sc_deal_status_is_standing (deal->status))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” has left the board. Reopen it to move it."), deal->title);
      return FALSE;
    }
  if (sc_version_find_stage (version, stage_id, NULL) == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                           _("The stage is not in the published process any more. Choose another."));
      return FALSE;
    }

  return TRUE;
}

static void
name_move (ScOutcome       *outcome,
           const ScDeal    *before,
           const ScDeal    *after,
           const ScVersion *version)
{
  const ScStage *stage = sc_version_find_stage (version, after->stage_id, NULL);

  g_free (outcome->name);
  if (g_strcmp0 (before->stage_id, after->stage_id) == 0)
    /* Translators: a deal's title, then a stage's name */
    outcome->name = g_strdup_printf (C_("undo deal", "Move “%1$s” within “%2$s”"), after->title, stage->name);
  else
    /* Translators: a deal's title, then a stage's name */
    outcome->name = g_strdup_printf (C_("undo deal", "Move “%1$s” to “%2$s”"), after->title, stage->name);
}

static void
name_moves (ScOutcome       *outcome,
            const MoveDeals *self,
            const ScVersion *version)
{
  const ScStage *stage = version != NULL ? sc_version_find_stage (version, self->stage_id, NULL) : NULL;

  if (stage == NULL)
    return;

  g_free (outcome->name);
  outcome->name = g_strdup_printf (ngettext ("Move %1$u deal to “%2$s”", "Move %1$u deals to “%2$s”", self->n_deals),
                                   self->n_deals, stage->name);
}

/* What is open of what stages ask is worked out here, as it is now. */
static gboolean
move_one (const MoveDeals *self,
          ScWrite         *write,
          const ScDeal    *current,
          ScDeal          *moved,
          const ScVersion *version,
          GError         **error)
{
  gboolean is_bulk = self->n_deals >= N_BULK;
  gboolean goes_on = sc_version_is_forward (version, current->stage_id, self->stage_id);

  sc_deal_change_enter (moved, version, self->stage_id);
  if (goes_on)
    sc_gate_fill (self->answers, version, moved);
  g_free (moved->position);
  moved->position = sc_write_make_place (write, self->stage_id, self->before_id, current->id, error);
  if (moved->position == NULL)
    return FALSE;

  return (is_bulk ? sc_write_move_in_bulk (write, current, moved, error)
                  : sc_write_save_deal (write, current, moved, NULL, error))
         && (!goes_on || sc_gate_pass (self->answers, write, version, current, self->stage_id, error));
}

/* What is told is of the two stages, where it is only one deal. */
static gboolean
check_answers (const MoveDeals *self,
               const ScDeal    *current,
               const ScVersion *version,
               GError         **error)
{
  const char *const stage_ids[] = { current->stage_id, self->stage_id, NULL };

  return sc_gate_check (self->answers, version, current->id, self->seen != NULL ? stage_ids : NULL, error);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const MoveDeals *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_load (write, self->seen, error);
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScDeal) moved = NULL;

  if (current == NULL)
    return FALSE;

  version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (version == NULL
      || !can_enter (current, version, self->stage_id, error)
      || !check_answers (self, current, version, error)
      || !sc_deal_change_check_place (write, current, self->stage_id, self->before_id, error))
    return FALSE;

  moved = sc_deal_copy (current);
  outcome->row_id = current->id;

  if (!move_one (self, write, current, moved, version, error))
    return FALSE;

  name_move (outcome, current, moved, version);

  return TRUE;
}

static gboolean
run_many (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  const MoveDeals *self = data;
  g_autoptr (ScVersion) version = NULL;
  g_autofree char *process_id = NULL;

  /* The last first, so that they stand on top in the order given. */
  for (guint i = self->n_deals; i > 0; i--)
    {
      g_autoptr (ScDeal) current = sc_deal_change_find_one_of (write, self->deal_ids[i - 1], &process_id, error);
      g_autoptr (ScDeal) moved = NULL;

      if (current == NULL)
        return FALSE;
      if (version == NULL)
        version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
      if (version == NULL || !can_enter (current, version, self->stage_id, error)
          || !check_answers (self, current, version, error))
        return FALSE;
      if (g_strcmp0 (current->stage_id, self->stage_id) == 0)
        continue;

      moved = sc_deal_copy (current);
      if (!move_one (self, write, current, moved, version, error))
        return FALSE;
    }

  name_moves (outcome, self, version);

  return TRUE;
}

/**
 * sc_command_move_deal:
 * @deal: the deal as the person saw it
 * @stage_id: the stage that it goes to, which may be its own
 * @before_id: the deal that it is to stand in front of, 0 for the end of the
 *   column, -1 for its top
 * @answers: (nullable): what is told where it goes on: of the stage that it leaves, and
 *   of the one that it comes into
 *
 * On its way on it is held, with %SC_STORE_ERROR_GATE, by what is required and open,
 * unless @answers say why it goes on without. What else is open is recorded. Passing the client mark makes an open deal won, going back over it a
 * won one open again. Fails with %SC_STORE_ERROR_CONFLICT where somebody else has
 * moved the deal meanwhile.
 *
 * Returns: (transfer full): a command that moves the deal
 */
ScCommand *
sc_command_move_deal (const ScDeal  *deal,
                      const char    *stage_id,
                      gint64         before_id,
                      ScGateAnswers *answers)
{
  MoveDeals *self = g_new0 (MoveDeals, 1);

  self->seen = sc_deal_copy (deal);
  self->n_deals = 1;
  self->stage_id = g_strdup (stage_id);
  self->before_id = before_id;
  self->answers = sc_gate_answers_ref (answers);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (C_("undo deal", "Move “%s”"), deal->title),
                                                run, self, move_deals_free),
                                deal->id);
}

/**
 * sc_command_move_deals:
 * @deal_ids: (array length=n_deals): deals of one process
 * @n_deals: how many
 * @stage_id: the stage that they all go to
 * @answers: (nullable): what is told of those that go on
 *
 * As sc_command_move_deal(): where one of them is held, none is moved.
 *
 * Returns: (transfer full): a command that moves the deals to the top of the
 *   stage, in the order given
 */
ScCommand *
sc_command_move_deals (const gint64  *deal_ids,
                       guint          n_deals,
                       const char    *stage_id,
                       ScGateAnswers *answers)
{
  MoveDeals *self = g_new0 (MoveDeals, 1);

  self->deal_ids = g_memdup2 (deal_ids, n_deals * sizeof *deal_ids);
  self->n_deals = n_deals;
  self->stage_id = g_strdup (stage_id);
  self->before_id = SC_PLACE_TOP;
  self->answers = sc_gate_answers_ref (answers);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Move %u deal", "Move %u deals", n_deals), n_deals),
                         run_many, self, move_deals_free);
}
