/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ticks for oneself what a deal's stage says to do. It holds nothing up, and the history
 * does not tell of it. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  char *stage_id;
  char *action;
  gboolean is_ticked;
} TickAction;

static void
tick_action_free (gpointer data)
{
  TickAction *self = data;

  sc_deal_unref (self->deal);
  g_free (self->stage_id);
  g_free (self->action);
  g_free (self);
}

static gboolean
has_action (const TickAction *self,
            const ScVersion  *version)
{
  const ScStage *stage = sc_version_find_stage (version, self->stage_id, NULL);

  return stage != NULL && g_strv_contains ((const char *const *) stage->actions, self->action);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const TickAction *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->deal->id, self->deal->process_id, error);
  g_autoptr (ScVersion) version = NULL;

  if (current == NULL)
    return FALSE;

  version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (version == NULL)
    return FALSE;
  if (!has_action (self, version))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                   _("The stage does not say “%s” any more. Look at it as it is now."), self->action);
      return FALSE;
    }

  outcome->row_id = current->id;

  return sc_write_tick_action (write, current->id, self->stage_id, self->action, self->is_ticked, error);
}

/**
 * sc_command_tick_action:
 * @deal: a deal
 * @stage_id: a stage of its published process
 * @action: one of the stage's actions
 * @is_ticked: whether it is done
 *
 * Returns: (transfer full): a command that ticks the action for the deal, or takes the
 *   tick off
 */
ScCommand *
sc_command_tick_action (const ScDeal *deal,
                        const char   *stage_id,
                        const char   *action,
                        gboolean      is_ticked)
{
  TickAction *self = g_new0 (TickAction, 1);
  /* Translators: %1$s is what is to be done, such as Call back, %2$s a deal */
  char *name = is_ticked ? g_strdup_printf (C_("undo deal", "Tick “%1$s” of “%2$s”"), action, deal->title)
               /* Translators: %1$s is what is to be done, such as Call back, %2$s a deal */
                         : g_strdup_printf (C_("undo deal", "Untick “%1$s” of “%2$s”"), action, deal->title);

  self->deal = sc_deal_copy (deal);
  self->stage_id = g_strdup (stage_id);
  self->action = g_strdup (action);
  self->is_ticked = is_ticked;

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id, name, run, self, tick_action_free),
                                deal->id);
}
