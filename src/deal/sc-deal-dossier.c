/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads everything about a deal at once, in a thread. */

#include "deal/sc-deal-dossier.h"

#include "store/sc-contacts.h"
#include "store/sc-deal-criteria.h"
#include "store/sc-deal-query.h"
#include "store/sc-store-read.h"

/* As many as one looks through; those that are open come first. */
#define N_COMPANY_DEALS 20

static void
clear (gpointer data)
{
  ScDealDossier *self = data;

  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->process_name, g_free);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->action_ticks, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->company_deals, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->currencies, g_strfreev);
}

/**
 * sc_deal_dossier_load:
 * @store: the store
 * @deal_id: a deal
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is gone
 *
 * Returns: (transfer full): everything about it, or %NULL with @error set
 */
ScDealDossier *
sc_deal_dossier_load (ScStore *store,
                      gint64   deal_id,
                      GError **error)
{
  g_autoptr (ScDealDossier) self = g_atomic_rc_box_new0 (ScDealDossier);
  g_autoptr (ScProcess) process = NULL;

  if ((self->deal = sc_store_load_deal (store, deal_id, error)) == NULL
      || (process = sc_store_load_process (store, self->deal->process_id, error)) == NULL
      || (self->version = sc_store_load_readable_version (store, self->deal->process_id, SC_VERSION_WANTED_PUBLISHED, error)) == NULL
      || (self->events = sc_store_list_events (store, deal_id, error)) == NULL
      || (self->payments = sc_store_list_payments (store, deal_id, error)) == NULL
      || (self->activities = sc_store_list_activities (store, deal_id, error)) == NULL
      || (self->criteria = sc_store_list_deal_criteria (store, self->version, self->version->stages, &deal_id, 1, error)) == NULL
      || (self->action_ticks = sc_store_list_action_ticks (store, deal_id, error)) == NULL
      || (self->offered = sc_store_list_offered_answers (store, deal_id, error)) == NULL
      || (self->contacts = sc_store_list_contacts (store, self->deal, error)) == NULL
      || (self->company_deals = sc_store_list_company_deals (store, self->deal->company, deal_id, N_COMPANY_DEALS, error)) == NULL
      || (self->users = sc_store_list_users (store, error)) == NULL
      || (self->currencies = sc_store_list_currencies (store, self->deal->process_id, error)) == NULL)
    return NULL;

  self->process_name = g_strdup (process->name);

  return g_steal_pointer (&self);
}

static gpointer
load (ScStore      *store,
      gpointer      deal_id,
      GCancellable *cancellable,
      GError      **error)
{
  return sc_deal_dossier_load (store, *(gint64 *) deal_id, error);
}

static void
unref (gpointer self)
{
  sc_deal_dossier_unref (self);
}

/**
 * sc_deal_dossier_load_async:
 * @store: the store
 * @deal_id: a deal
 * @cancellable: (nullable): stops it
 * @callback: called when it is there
 * @user_data: for @callback
 */
void
sc_deal_dossier_load_async (ScStore            *store,
                            gint64              deal_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  sc_store_read_async (store, load, g_memdup2 (&deal_id, sizeof deal_id), g_free, unref, cancellable, callback, user_data);
}

/**
 * sc_deal_dossier_load_finish:
 * @store: the store
 * @result: the callback's result
 * @error: as for sc_deal_dossier_load()
 *
 * Returns: (transfer full): everything about it, or %NULL with @error set
 */
ScDealDossier *
sc_deal_dossier_load_finish (ScStore      *store,
                             GAsyncResult *result,
                             GError      **error)
{
  return sc_store_read_finish (store, result, error);
}

/**
 * sc_deal_dossier_ref:
 * @self: a dossier
 *
 * Returns: (transfer full): @self
 */
ScDealDossier *
sc_deal_dossier_ref (ScDealDossier *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * sc_deal_dossier_unref:
 * @self: (transfer full): a dossier
 */
void
sc_deal_dossier_unref (ScDealDossier *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * sc_deal_dossier_find_offer:
 * @self: a dossier
 * @criterion_id: an exit criterion
 *
 * Returns: (transfer none) (nullable): what the company's last deal has answered to it
 */
const ScAnswerRow *
sc_deal_dossier_find_offer (const ScDealDossier *self,
                            const char          *criterion_id)
{
  for (guint i = 0; i < self->offered->len; i++)
    if (g_str_equal (((ScAnswerRow *) self->offered->pdata[i])->criterion_id, criterion_id))
      return self->offered->pdata[i];

  return NULL;
}
