/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal: a sale on its way through a process. */

#pragma once

#include "model/sc-day-time.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

typedef enum {
  SC_DEAL_OPEN,
  SC_DEAL_WON,
  SC_DEAL_COMPLETED,
  SC_DEAL_ENDED_EARLY,
  SC_DEAL_LOST,
} ScDealStatus;

#define SC_N_DEAL_STATUSES (SC_DEAL_LOST + 1)

/**
 * ScDeal:
 * @id: the number that people call it by
 * @external_id: (nullable): its id in the program that it was imported from
 * @process_id: its process
 * @stage_id: the stage that it stands in, or stood in last
 * @status: open; won, past the client mark and going on; completed; ended
 *   early after the mark; lost
 * @position: sortable key of its place in its column
 * @title: what it is called
 * @company: (nullable): the company's name
 * @person: (nullable): the contact's name
 * @person_id: the contact's number, 0 for none
 * @person_revision: counts the contact's changes
 * @phone: (nullable): the contact's phone
 * @email: (nullable): the contact's mail
 * @owner_id: who is responsible for it, 0 for nobody
 * @owner: (nullable): that user's name
 * @value: what it is worth
 * @probability: its own win probability, 0 to 1, or a negative number for
 *   its stage's
 * @source: (nullable): where it came from
 * @label: (nullable): priority or label
 * @started: when it began; none where nobody knows
 * @closed: when it was won, lost or ended; none while open, and where nobody knows
 * @won_on: when it passed the client mark; none in front of it, and where nobody knows
 * @parked_until: the day until which it is out of the board's columns; none where it
 *   is at work
 * @expected_close: when it should be won
 * @entered_at: when it came into its stage, %SC_INSTANT_NONE where nobody knows
 * @loss_reason: (nullable): why it was lost or ended early
 * @notes: free text
 * @next_step: (nullable): title of its first planned activity
 * @next_step_id: that activity, 0 for none
 * @next_step_due: when it is due; may be none
 * @next_step_time: at what time of that day; may be none
 * @revision: counts its changes
 * @deleted_at: when it was deleted by itself, 0 where it is there
 * @deleted_by: (nullable): who deleted it
 *
 * A deal. The strings are its own; a row that was read is not changed.
 */
typedef struct {
  gint64 id;
  char *external_id;
  char *process_id;
  char *stage_id;
  ScDealStatus status;
  char *position;
  char *title;
  char *company;
  char *person;
  gint64 person_id;
  gint64 person_revision;
  char *phone;
  char *email;
  gint64 owner_id;
  char *owner;
  ScMoney value;
  double probability;
  char *source;
  char *label;
  ScDate started;
  ScDate closed;
  ScDate won_on;
  ScDate parked_until;
  ScDate expected_close;
  ScInstant entered_at;
  char *loss_reason;
  char *notes;
  char *next_step;
  gint64 next_step_id;
  ScDate next_step_due;
  ScDayTime next_step_time;
  gint64 revision;
  ScInstant deleted_at;
  char *deleted_by;
} ScDeal;

const char *sc_deal_status_get_id (ScDealStatus status);
gboolean sc_deal_status_from_id (const char   *id,
                                 ScDealStatus *status);
const char *sc_deal_status_get_title (ScDealStatus status);
gboolean sc_deal_status_is_standing (ScDealStatus status);
gboolean sc_deal_status_is_client (ScDealStatus status);
gboolean sc_deal_is_at_work (const ScDeal *self);

char *sc_deal_make_company_name (const ScDeal *self);
char *sc_deal_make_person_name (const ScDeal *self);

ScDeal *sc_deal_new (void);
ScDeal *sc_deal_copy (const ScDeal *self);
ScDeal *sc_deal_ref (ScDeal *self);
void sc_deal_unref (ScDeal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDeal, sc_deal_unref)

G_END_DECLS
