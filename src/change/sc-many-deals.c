/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to several deals at once: all of them or none. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-gate-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  gint64 *deal_ids;
  guint n_deals;
  ScGateAnswers *answers;
} ManyDeals;

static ManyDeals *
many_deals_new (const gint64 *deal_ids,
                guint         n_deals)
{
  ManyDeals *self = g_new0 (ManyDeals, 1);

  self->deal_ids = g_memdup2 (deal_ids, n_deals * sizeof *deal_ids);
  self->n_deals = n_deals;

  return self;
}

static void
many_deals_free (gpointer data)
{
  ManyDeals *self = data;

  g_free (self->deal_ids);
  g_clear_pointer (&self->answers, sc_gate_answers_unref);
  g_free (self);
}

/* What is won has gone all the way. */
static gboolean
enter_last (ScWrite         *write,
            const ScVersion *version,
            ScDeal          *deal,
            GError         **error)
{
  const ScStage *last = version->stages->len > 0 ? sc_version_get_stage (version, version->stages->len - 1) : NULL;

  return last == NULL || sc_deal_change_enter_top (write, version, last, deal, error);
}

static gboolean
complete_one (const ManyDeals *self,
              ScWrite         *write,
              const ScDeal    *current,
              const ScVersion *version,
              GError         **error)
{
  g_autoptr (ScDeal) completed = NULL;

  if (!sc_deal_status_is_standing (current->status))
    return sc_deal_change_refuse_closed (current, error);

  completed = sc_deal_copy (current);
  if (current->status == SC_DEAL_OPEN && !enter_last (write, version, completed, error))
    return FALSE;
  sc_deal_change_set_status (completed, SC_DEAL_COMPLETED);
  if (!sc_gate_check (self->answers, version, current->id, NULL, error))
    return FALSE;
  sc_gate_fill (self->answers, version, completed);

  return sc_write_save_deal (write, current, completed, NULL, error) &&
         sc_deal_change_leave (write, current, completed, error) &&
         sc_gate_pass (self->answers, write, version, current, completed->stage_id, error);
}

static gboolean
run_complete (gpointer   data,
              ScWrite   *write,
              ScOutcome *outcome,
              GError   **error)
{
  const ManyDeals *self = data;
  g_autoptr (ScVersion) version = NULL;
  g_autofree char *process_id = NULL;

  for (guint i = 0; i < self->n_deals; i++)
    {
      g_autoptr (ScDeal) current = sc_deal_change_find_one_of (write, self->deal_ids[i], &process_id, error);

      if (current == NULL)
        return FALSE;
      if (version == NULL)
        version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
      if (version == NULL || !complete_one (self, write, current, version, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_complete_deals:
 * @deal_ids: (array length=n_deals): deals of one process that stand on the board
 * @n_deals: how many
 * @answers: (nullable): what is told of them
 *
 * Open ones are won on that day, in the last stage. They are held as
 * sc_command_move_deals() holds them.
 *
 * Returns: (transfer full): a command that completes the deals
 */
ScCommand *
sc_command_complete_deals (const gint64  *deal_ids,
                           guint          n_deals,
                           ScGateAnswers *answers)
{
  ManyDeals *self = many_deals_new (deal_ids, n_deals);

  self->answers = sc_gate_answers_ref (answers);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Complete %u deal", "Complete %u deals", n_deals), n_deals),
                         run_complete, self, many_deals_free);
}

static gboolean
run_delete (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  const ManyDeals *self = data;
  g_autofree char *process_id = NULL;

  for (guint i = 0; i < self->n_deals; i++)
    {
      g_autoptr (ScDeal) current = sc_deal_change_find_one_of (write, self->deal_ids[i], &process_id, error);

      if (current == NULL || !sc_write_delete (write, "deal", current->id, current->revision, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_delete_deals:
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 *
 * The deals leave tombstones, their history stays.
 *
 * Returns: (transfer full): a command that deletes the deals
 */
ScCommand *
sc_command_delete_deals (const gint64 *deal_ids,
                         guint         n_deals)
{
  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Delete %u deal", "Delete %u deals", n_deals), n_deals),
                         run_delete, many_deals_new (deal_ids, n_deals), many_deals_free);
}
