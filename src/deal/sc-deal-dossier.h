/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads everything about a deal at once, in a thread. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScDealDossier:
 * @deal: the deal
 * @version: (nullable): the published version of its process
 * @process_name: its process's name
 * @events: (element-type ScDealEvent): its history
 * @payments: (element-type ScPayment): payments expected and received
 * @activities: (element-type ScActivity): what is to be done and was done
 * @criteria: (element-type ScDealCriterion): where the exit criteria of all stages stand,
 *   in the order of the scheme
 * @action_ticks: (element-type ScActionTick): what is ticked of what its stages say to do
 * @offered: (element-type ScAnswerRow): what the company's last deal has answered
 * @contacts: (element-type ScContact): whom it is about, its own person first
 * @company_deals: (element-type ScPlacedDeal): other deals of its company
 * @users: (element-type ScUser): everybody who can own a deal
 * @currencies: those that deals of its process are in, of most deals first
 *
 * Everything about a deal, read at once.
 */
typedef struct {
  ScDeal *deal;
  ScVersion *version;
  char *process_name;
  GPtrArray *events;
  GPtrArray *payments;
  GPtrArray *activities;
  GPtrArray *criteria;
  GPtrArray *action_ticks;
  GPtrArray *offered;
  GPtrArray *contacts;
  GPtrArray *company_deals;
  GPtrArray *users;
  GStrv currencies;
} ScDealDossier;

ScDealDossier *sc_deal_dossier_load (ScStore *store,
                                     gint64   deal_id,
                                     GError **error);
void sc_deal_dossier_load_async (ScStore            *store,
                                 gint64              deal_id,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
ScDealDossier *sc_deal_dossier_load_finish (ScStore      *store,
                                            GAsyncResult *result,
                                            GError      **error);
ScDealDossier *sc_deal_dossier_ref (ScDealDossier *self);
void sc_deal_dossier_unref (ScDealDossier *self);
const ScAnswerRow *sc_deal_dossier_find_offer (const ScDealDossier *self,
                                               const char          *criterion_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealDossier, sc_deal_dossier_unref)

G_END_DECLS
