/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands deals over to somebody, or has them lost, many at once and of whatever processes,
 * and notes that who got one has seen it. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"

typedef struct {
  GArray *deal_ids;
  gint64 owner_id;
  char *owner;
  char *reason;
} Many;

static Many *
many_new (const gint64 *deal_ids,
          guint         n_deals)
{
  Many *self = g_new0 (Many, 1);

  self->deal_ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_deals);
  g_array_append_vals (self->deal_ids, deal_ids, n_deals);

  return self;
}

static void
many_free (gpointer data)
{
  Many *self = data;

  g_array_unref (self->deal_ids);
  g_free (self->owner);
  g_free (self->reason);
  g_free (self);
}

static gboolean
hand_over (const Many *self,
           ScDeal     *deal,
           GError    **error)
{
  deal->owner_id = self->owner_id;
  g_set_str (&deal->owner, self->owner);

  return TRUE;
}

static gboolean
lose (const Many *self,
      ScDeal     *deal,
      GError    **error)
{
  return sc_deal_change_lose (deal, self->reason, error);
}

static gboolean
change_each (const Many *self,
             ScWrite    *write,
             gboolean ( *change ) (const Many *self,
                                   ScDeal     *deal,
                                   GError    **error),
             GError    **error)
{
  for (guint i = 0; i < self->deal_ids->len; i++)
    {
      g_autofree char *process_id = NULL;
      g_autoptr (ScDeal) before =
        sc_deal_change_find_one_of (write, g_array_index (self->deal_ids, gint64, i), &process_id, error);
      g_autoptr (ScDeal) after = before != NULL ? sc_deal_copy (before) : NULL;

      if (after == NULL || !change (self, after, error)
          || !sc_write_save_deal (write, before, after, self->reason, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_hand_over (gpointer   data,
               ScWrite   *write,
               ScOutcome *outcome,
               GError   **error)
{
  const Many *self = data;

  return sc_deal_change_check_owner (write, self->owner_id, error) && change_each (self, write, hand_over, error);
}

/**
 * sc_command_hand_over_deals:
 * @deal_ids: (array length=n_deals): deals, of one process or several
 * @n_deals: how many
 * @owner: who is responsible for them from now on
 *
 * Returns: (transfer full): a command that hands all of them over, or none
 */
ScCommand *
sc_command_hand_over_deals (const gint64 *deal_ids,
                            guint         n_deals,
                            const ScUser *owner)
{
  Many *self = many_new (deal_ids, n_deals);

  self->owner_id = owner->id;
  self->owner = g_strdup (owner->name);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         /* Translators: %2$s is a person */
                         g_strdup_printf (ngettext ("Hand %1$u deal over to %2$s", "Hand %1$u deals over to %2$s", n_deals),
                                          n_deals, owner->name),
                         run_hand_over, self, many_free);
}

static gboolean
run_lose (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  return change_each (data, write, lose, error);
}

/**
 * sc_command_lose_deals:
 * @deal_ids: (array length=n_deals): deals that stand on a board, of one process or several
 * @n_deals: how many
 * @reason: (nullable): why
 *
 * Those that were won end early, as with sc_command_lose_deal().
 *
 * Returns: (transfer full): a command that takes all of them off the board, or none
 */
ScCommand *
sc_command_lose_deals (const gint64 *deal_ids,
                       guint         n_deals,
                       const char   *reason)
{
  Many *self = many_new (deal_ids, n_deals);

  self->reason = g_strdup (reason);

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Lose %u deal", "Lose %u deals", n_deals), n_deals),
                         run_lose, self, many_free);
}

static gboolean
run_take_on (gpointer   data,
             ScWrite   *write,
             ScOutcome *outcome,
             GError   **error)
{
  const Many *self = data;
  g_autofree char *process_id = NULL;
  g_autoptr (ScDeal) deal = sc_deal_change_find_one_of (write, g_array_index (self->deal_ids, gint64, 0), &process_id, error);

  outcome->row_id = deal != NULL ? deal->id : 0;

  return deal != NULL && sc_write_mark_deal (write, deal, error)
         && sc_write_event (write, deal->id, 0, "taken-on", NULL, deal->owner, NULL, error);
}

/**
 * sc_command_take_on_deal:
 * @deal: a deal that somebody else has handed to the user
 *
 * Its history gets an event `taken-on`: as anything else that the user does with the
 * deal, it ends that Today shows it among those handed over.
 *
 * Returns: (transfer full): a command that notes that the user has seen it
 */
ScCommand *
sc_command_take_on_deal (const ScDeal *deal)
{
  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (C_("undo deal", "Take “%s” on"), deal->title),
                                                run_take_on, many_new (&deal->id, 1), many_free),
                                deal->id);
}
