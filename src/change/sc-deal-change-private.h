/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands on deals share. */

#pragma once

#include "change/sc-command-private.h"
#include "model/sc-contact.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

gboolean sc_deal_check (const ScDeal *deal,
                        GError      **error);

/* What belongs together: see sc-belonging.c. */
ScDeal *sc_deal_change_find (ScWrite    *write,
                             gint64      deal_id,
                             const char *process_id,
                             GError    **error);
ScDeal *sc_deal_change_find_one_of (ScWrite *write,
                                    gint64   deal_id,
                                    char   **process_id,
                                    GError **error);
gboolean sc_deal_change_check_place (ScWrite      *write,
                                     const ScDeal *deal,
                                     const char   *stage_id,
                                     gint64        before_id,
                                     GError      **error);
gboolean sc_deal_change_check_owner (ScWrite *write,
                                     gint64   owner_id,
                                     GError **error);
gboolean sc_deal_change_check_activity (ScWrite          *write,
                                        const ScActivity *activity,
                                        GError          **error);
gboolean sc_deal_change_check_payment (ScWrite         *write,
                                       const ScPayment *payment,
                                       GError         **error);

/* The contact as the deal's own person, and whether contacts can be kept: see
 * sc-edit-contacts.c. */
void sc_deal_change_take_person (ScDeal          *deal,
                                 const ScContact *contact);
gboolean sc_deal_change_check_contacts (const ScDeal *deal,
                                        GPtrArray    *contacts,
                                        GError      **error);

/* The deal as it is now; %SC_STORE_ERROR_CONFLICT where it has left the stage
 * or the status that @seen has it in. */
ScDeal *sc_deal_change_load (ScWrite      *write,
                             const ScDeal *seen,
                             GError      **error);

/* Into a stage: the status that this gives it, by the client mark, with the
 * days that go with it. The place is the caller's. */
void sc_deal_change_enter (ScDeal          *deal,
                           const ScVersion *version,
                           const char      *stage_id);
void sc_deal_change_set_status (ScDeal      *deal,
                                ScDealStatus status);
/* On top of a stage, where the deal does not stand there already. */
gboolean sc_deal_change_enter_top (ScWrite         *write,
                                   const ScVersion *version,
                                   const ScStage   *stage,
                                   ScDeal          *deal,
                                   GError         **error);
/* Lost, or ended early where it was won; refused where it is off the board. */
gboolean sc_deal_change_lose (ScDeal     *deal,
                              const char *reason,
                              GError    **error);
/* Takes along what was planned for a deal that leaves the board. */
gboolean sc_deal_change_leave (ScWrite      *write,
                               const ScDeal *before,
                               const ScDeal *after,
                               GError      **error);
/* Parked until a day to come, which is looked at; and at work again, the time between
 * left out of its stage's. */
gboolean sc_deal_change_park (ScDeal  *deal,
                              ScDate   until,
                              GError **error);
gboolean sc_deal_change_unpark (ScWrite         *write,
                                const ScVersion *version,
                                ScDeal          *deal,
                                GError         **error);
/* The next step that @deal tells of, for the deal of that number; TRUE where it tells of none. */
gboolean sc_deal_change_plan_next_step (ScWrite      *write,
                                        const ScDeal *deal,
                                        gint64        deal_id,
                                        GError      **error);
/* A step as it is, %NULL for a new one, and as it is to be. */
gboolean sc_deal_change_save_step (ScWrite          *write,
                                   const ScActivity *before,
                                   const ScActivity *after,
                                   GError          **error);
/* FALSE, with an error that says that the deal is closed. */
gboolean sc_deal_change_refuse_clash (const ScDeal *deal,
                                      GError      **error);
gboolean sc_deal_change_refuse_closed (const ScDeal *deal,
                                       GError      **error);
/* The stage right behind the client mark, %NULL where there is none. */
const ScStage *sc_deal_change_find_won_stage (const ScVersion *version);
/* Of deals that stand in the stage. */
ScDealStatus sc_deal_change_get_status (const ScVersion *version,
                                        const char      *stage_id);

G_END_DECLS
