/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ticks exit criteria of a deal, or takes the ticks off. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

typedef struct {
  ScDeal *deal;
  GStrv criterion_ids;
  gboolean is_ticked;
} Tick;

static void
tick_free (gpointer data)
{
  Tick *self = data;

  sc_deal_unref (self->deal);
  g_strfreev (self->criterion_ids);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  Tick *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->deal->id, self->deal->process_id, error);
  g_autoptr (ScVersion) version = NULL;

  if (current == NULL)
    return FALSE;

  version = sc_write_load_version (write, current->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (version == NULL
      || !sc_deal_change_check_criteria (version, NULL, (const char *const *) self->criterion_ids, error))
    return FALSE;

  outcome->row_id = current->id;
  for (guint i = 0; self->criterion_ids[i] != NULL; i++)
    if (!sc_deal_change_tick (write, current->id, version, self->criterion_ids[i], self->is_ticked, error))
      return FALSE;

  return TRUE;
}

/**
 * sc_command_tick:
 * @deal: a deal
 * @criterion_ids: exit criteria
 * @is_ticked: whether they hold
 *
 * Returns: (transfer full): a command that ticks the criteria for the deal, or
 *   unticks them
 */
ScCommand *
sc_command_tick (const ScDeal      *deal,
                 const char *const *criterion_ids,
                 gboolean           is_ticked)
{
  Tick *self = g_new0 (Tick, 1);
  char *name;

  self->deal = sc_deal_copy (deal);
  self->criterion_ids = g_strdupv ((GStrv) criterion_ids);
  self->is_ticked = is_ticked;
  name = is_ticked ? g_strdup_printf (_("Tick exit criteria of “%s”"), deal->title)
                   : g_strdup_printf (_("Untick exit criteria of “%s”"), deal->title);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id, name, run, self, tick_free),
                                deal->id);
}
