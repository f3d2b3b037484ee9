/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts that a rep took a tactic to work with for a deal. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  ScTactic *tactic;
} Use;

static void
use_free (gpointer data)
{
  Use *self = data;

  sc_deal_unref (self->deal);
  sc_tactic_free (self->tactic);
  g_free (self);
}

static gboolean
has_tactic (const ScVersion *version,
            const char      *id)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->tactics->len; j++)
        if (g_str_equal (((ScTactic *) stage->tactics->pdata[j])->id, id))
          return TRUE;
    }

  return FALSE;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const Use *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->deal->id, self->deal->process_id, error);
  g_autoptr (ScVersion) version = NULL;

  if (current == NULL)
    return FALSE;

  version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (version == NULL)
    return FALSE;
  if (!has_tactic (version, self->tactic->id))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                   _("The process does not have the tactic “%s” any more."), self->tactic->title);
      return FALSE;
    }

  outcome->row_id = current->id;

  return sc_write_use_tactic (write, current->id, self->tactic->id, error);
}

/**
 * sc_command_use_tactic:
 * @deal: a deal
 * @tactic: a tactic of a stage of its published process
 *
 * Returns: (transfer full): a command that counts that the tactic is used for the deal
 */
ScCommand *
sc_command_use_tactic (const ScDeal   *deal,
                       const ScTactic *tactic)
{
  Use *self = g_new0 (Use, 1);
  /* Translators: %1$s is the title of a tactic, %2$s that of a deal. */
  char *name = g_strdup_printf (C_("undo deal", "Use “%1$s” for “%2$s”"), tactic->title, deal->title);

  self->deal = sc_deal_copy (deal);
  self->tactic = sc_tactic_copy (tactic);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id, name, run, self, use_free),
                                deal->id);
}
