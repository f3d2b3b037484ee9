/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether what a command is told belongs together: a deal is of the process, a
 * criterion of the stage, a payment of the deal. Looked at in the command's
 * transaction, whoever calls it; what does not is refused, and nothing is
 * written. */

#include "change/sc-deal-change-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

/**
 * sc_deal_change_find:
 * @write: a write
 * @deal_id: a deal
 * @process_id: (nullable): the process that it is said to be of, %NULL for
 *   whichever it is
 * @error: %SC_STORE_ERROR_NOT_FOUND where the deal or its process is deleted,
 *   %SC_STORE_ERROR_INVALID where it is of another process
 *
 * Returns: (transfer full): the deal as it is
 */
ScDeal *
sc_deal_change_find (ScWrite    *write,
                     gint64      deal_id,
                     const char *process_id,
                     GError    **error)
{
  g_autoptr (ScDeal) deal = sc_write_load_deal (write, deal_id, error);

  if (deal == NULL || !sc_write_has_process (write, deal->process_id, error))
    return NULL;
  if (process_id == NULL || g_strcmp0 (deal->process_id, process_id) == 0)
    return g_steal_pointer (&deal);

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is a deal of another process."), deal->title);

  return NULL;
}

/**
 * sc_deal_change_find_one_of:
 * @write: a write
 * @deal_id: one of several deals that are changed together
 * @process_id: (inout) (transfer full): their process; %NULL at the first, whose
 *   process it becomes
 * @error: as of sc_deal_change_find()
 *
 * Returns: (transfer full): the deal as it is
 */
ScDeal *
sc_deal_change_find_one_of (ScWrite *write,
                            gint64   deal_id,
                            char   **process_id,
                            GError **error)
{
  ScDeal *deal = sc_deal_change_find (write, deal_id, *process_id, error);

  if (deal != NULL && *process_id == NULL)
    *process_id = g_strdup (deal->process_id);

  return deal;
}

/**
 * sc_deal_change_check_place:
 * @write: a write
 * @deal: a deal that is moved
 * @stage_id: where to
 * @before_id: the deal that it is to stand in front of, or %SC_PLACE_TOP,
 *   %SC_PLACE_END
 * @error: %SC_STORE_ERROR_CONFLICT where that deal does not stand there
 *
 * Returns: whether there is such a place
 */
gboolean
sc_deal_change_check_place (ScWrite      *write,
                            const ScDeal *deal,
                            const char   *stage_id,
                            gint64        before_id,
                            GError      **error)
{
  g_autoptr (ScDeal) before = NULL;

  if (before_id == SC_PLACE_TOP || before_id == SC_PLACE_END)
    return TRUE;

  if (before_id != deal->id)
    before = sc_write_load_deal (write, before_id, NULL);
  if (before != NULL && sc_deal_status_is_standing (before->status) && g_strcmp0 (before->stage_id, stage_id) == 0)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
               _("The deal that “%s” was to stand in front of is not in the stage any more. "
                 "Look where it is to go now, then move it again."),
               deal->title);

  return FALSE;
}

/**
 * sc_deal_change_check_owner:
 * @write: a write
 * @owner_id: who is to be responsible for a deal, 0 for nobody or for one who
 *   is known by name alone
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is no such user
 *
 * Returns: whether there is
 */
gboolean
sc_deal_change_check_owner (ScWrite *write,
                            gint64   owner_id,
                            GError **error)
{
  g_autoptr (GPtrArray) users = owner_id != 0 ? sc_store_list_users (sc_write_get_store (write), error) : NULL;

  if (owner_id == 0)
    return TRUE;

  for (guint i = 0; users != NULL && i < users->len; i++)
    if (((ScUser *) users->pdata[i])->id == owner_id)
      return TRUE;

  return users != NULL && sc_command_refuse (error, SC_STORE_ERROR_NOT_FOUND, _("The deal’s owner is not known. Choose another."));
}

/**
 * sc_deal_change_check_activity:
 * @write: a write
 * @activity: an activity as it was read
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is not one of its deal, or that is
 *   deleted
 *
 * Returns: whether it is
 */
gboolean
sc_deal_change_check_activity (ScWrite          *write,
                               const ScActivity *activity,
                               GError          **error)
{
  g_autoptr (ScDeal) deal = sc_deal_change_find (write, activity->deal_id, NULL, error);
  g_autoptr (GPtrArray) list = NULL;

  /* Nobody else writes meanwhile, so what is read beside the write holds. */
  list = deal != NULL ? sc_store_list_activities (sc_write_get_store (write), deal->id, error) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (((ScActivity *) list->pdata[i])->id == activity->id)
      return TRUE;

  if (list != NULL)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                 /* Translators: what was to be done, then a deal */
                 _("“%1$s” is not planned for “%2$s” any more."), activity->title, deal->title);

  return FALSE;
}

/**
 * sc_deal_change_check_payment:
 * @write: a write
 * @payment: a payment as it was read
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is not one of its deal, or that is
 *   deleted
 *
 * Returns: whether it is
 */
gboolean
sc_deal_change_check_payment (ScWrite         *write,
                              const ScPayment *payment,
                              GError         **error)
{
  g_autoptr (ScDeal) deal = sc_deal_change_find (write, payment->deal_id, NULL, error);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *amount = sc_money_to_text (payment->amount);

  list = deal != NULL ? sc_store_list_payments (sc_write_get_store (write), deal->id, error) : NULL;
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (((ScPayment *) list->pdata[i])->id == payment->id)
      return TRUE;

  if (list != NULL)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                 /* Translators: an amount of money, then a deal */
                 _("The payment of %1$s is not one of “%2$s” any more."), amount, deal->title);

  return FALSE;
}
