/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can change about deals, each as a command. */

#pragma once

#include "change/sc-command.h"
#include "change/sc-gate-answers.h"
#include "change/sc-refusal-plan.h"
#include "model/sc-deal-column.h"

G_BEGIN_DECLS

/* What of a deal a person changes, a bit for each plain field and for others; #ScDeal
 * has the values. A person's phone and mail are changed by sc_command_edit_person(). */
typedef enum {
  SC_DEAL_FIELD_TITLE = 1 << SC_DEAL_PLAIN_title,
  SC_DEAL_FIELD_PROBABILITY = 1 << SC_DEAL_PLAIN_probability,
  SC_DEAL_FIELD_SOURCE = 1 << SC_DEAL_PLAIN_source,
  SC_DEAL_FIELD_LABEL = 1 << SC_DEAL_PLAIN_label,
  SC_DEAL_FIELD_STARTED = 1 << SC_DEAL_PLAIN_started,
  SC_DEAL_FIELD_EXPECTED_CLOSE = 1 << SC_DEAL_PLAIN_expected_close,
  SC_DEAL_FIELD_NOTES = 1 << SC_DEAL_PLAIN_notes,
  SC_DEAL_FIELD_COMPANY = 1 << SC_N_DEAL_PLAIN_COLUMNS,
  SC_DEAL_FIELD_PERSON = 1 << (SC_N_DEAL_PLAIN_COLUMNS + 1),
  SC_DEAL_FIELD_OWNER = 1 << (SC_N_DEAL_PLAIN_COLUMNS + 2),
  SC_DEAL_FIELD_VALUE = 1 << (SC_N_DEAL_PLAIN_COLUMNS + 3),
  SC_DEAL_FIELD_PHONE = 1 << (SC_N_DEAL_PLAIN_COLUMNS + 4),
  SC_DEAL_FIELD_EMAIL = 1 << (SC_N_DEAL_PLAIN_COLUMNS + 5),
} ScDealFields;

/* @command, refused where one of the deals, which stood in the stage and with
 * the status of @seen, has left it by then. */
ScCommand *sc_command_require_deals (ScCommand    *command,
                                     const ScDeal *seen,
                                     const gint64 *deal_ids,
                                     guint         n_deals);
/* @command, refused where one of @stages, which deals leave by it, has other
 * exit criteria by then. */
ScCommand *sc_command_require_criteria (ScCommand  *command,
                                        const char *process_id,
                                        GPtrArray  *stages);

/* Goes to the top of its stage (the first, where @deal names none). */
ScCommand *sc_command_add_deal (const ScDeal *deal);

/* Refused with %SC_STORE_ERROR_CONFLICT where one of @fields was changed
 * since @deal was read; other fields that others changed stay. */
ScCommand *sc_command_edit_deal (const ScDeal *before,
                                 const ScDeal *after,
                                 ScDealFields  fields);
/* The same for each of them, whatever it was. */
ScCommand *sc_command_edit_deals (const gint64 *deal_ids,
                                  guint         n_deals,
                                  const ScDeal *after,
                                  ScDealFields  fields);
/* The phone and the mail of a deal's person, for all its deals; refused likewise. */
ScCommand *sc_command_edit_person (const ScDeal *before,
                                   const ScDeal *after,
                                   ScDealFields  fields);
ScCommand *sc_command_delete_deal (const ScDeal *deal);
ScCommand *sc_command_delete_deals (const gint64 *deal_ids,
                                    guint         n_deals);

/* @stage_id: (nullable): where those go whose own stage is gone; where it is
 * not said, they are refused with %SC_STORE_ERROR_NO_PLACE. */
ScCommand *sc_command_undelete_deal (const ScDeal *deal,
                                     const char   *stage_id);
ScCommand *sc_command_undelete_deals (const gint64 *deal_ids,
                                      guint         n_deals,
                                      const char   *stage_id);

/* All that are still deleted of those that one change deleted. */
ScCommand *sc_command_undelete_deals_of (gint64      change_id,
                                         const char *stage_id);

/* To a stage, between two deals of its column; @before_id is the deal that
 * the moved one is to stand in front of, 0 for the end of the column, -1 for
 * its top. Passing the client mark makes an open deal won, going back over
 * it a won one open again. On its way on what is required and open holds it, with
 * %SC_STORE_ERROR_GATE, unless @answers (nullable), which are written with the move, say
 * why it goes on without. */
ScCommand *sc_command_move_deal (const ScDeal  *deal,
                                 const char    *stage_id,
                                 gint64         before_id,
                                 ScGateAnswers *answers);
/* @answers: (nullable): what is told of each, or of all. */
ScCommand *sc_command_move_deals (const gint64  *deal_ids,
                                  guint          n_deals,
                                  const char    *stage_id,
                                  ScGateAnswers *answers);

/* Won: behind the client mark. Lost, completed, ended early: leaves the
 * board where it stands. Won and completed are held as a move is. Reopen: back
 * into its stage. */
ScCommand *sc_command_win_deal (const ScDeal  *deal,
                                ScGateAnswers *answers);
ScCommand *sc_command_lose_deal (const ScDeal *deal,
                                 const char   *reason);
ScCommand *sc_command_complete_deals (const gint64  *deal_ids,
                                      guint          n_deals,
                                      ScGateAnswers *answers);
ScCommand *sc_command_complete_deal (const ScDeal  *deal,
                                     ScGateAnswers *answers);
ScCommand *sc_command_reopen_deal (const ScDeal *deal);

/* Of several processes, too; all of them or none. */
ScCommand *sc_command_lose_deals (const gint64 *deal_ids,
                                  guint         n_deals,
                                  const char   *reason);
/* That the user has seen what somebody else has handed over. */
ScCommand *sc_command_take_on_deal (const ScDeal *deal);

/* Parked: out of the board's columns until a day after today; stage and status stay. */
ScCommand *sc_command_park_deal (const ScDeal *deal,
                                 ScDate        until,
                                 const char   *note);
ScCommand *sc_command_unpark_deal (const ScDeal *deal);

/* The client has refused, or went silent: lost, back in an earlier stage where its ticks
 * are open again, or parked, as @plan says. */
ScCommand *sc_command_refuse_deal (const ScDeal        *deal,
                                   const ScRefusalPlan *plan,
                                   const char          *reason,
                                   const char          *note);
/* All of them or none; what the stage says of each where @plan is %NULL. */
ScCommand *sc_command_refuse_deals (const gint64        *deal_ids,
                                    guint                n_deals,
                                    const ScRefusalPlan *plan,
                                    const char          *reason,
                                    const char          *note);

/* What stages ask, where the deal stands. What is taken over from the company's last deal
 * counts once it is confirmed. */
ScCommand *sc_command_answer (const ScDeal  *deal,
                              ScGateAnswers *answers);
ScCommand *sc_command_take_over_answers (const ScDeal      *deal,
                                         const char *const *criterion_ids);
ScCommand *sc_command_confirm_answers (const ScDeal      *deal,
                                       const char *const *criterion_ids);
ScCommand *sc_command_tick (const ScDeal      *deal,
                            const char *const *criterion_ids,
                            gboolean           is_ticked);
/* What the deal's stage says to do: ticked for oneself, and no gate looks at it. */
ScCommand *sc_command_tick_action (const ScDeal *deal,
                                   const char   *stage_id,
                                   const char   *action,
                                   gboolean      is_ticked);
/* Counts that somebody has taken it to work with; refused where the published process
 * has it no more. */
ScCommand *sc_command_use_tactic (const ScDeal   *deal,
                                  const ScTactic *tactic);

ScCommand *sc_command_add_payment (const ScDeal    *deal,
                                   const ScPayment *payment);
ScCommand *sc_command_edit_payment (const ScPayment *before,
                                    const ScPayment *after);
ScCommand *sc_command_remove_payment (const ScPayment *payment);

ScCommand *sc_command_add_activity (const ScDeal *deal,
                                    const char   *title,
                                    ScDate        due);
/* The same step for each of them, in one change. */
ScCommand *sc_command_add_activity_at (const ScDeal *deal,
                                       const char   *title,
                                       ScDate        due,
                                       ScDayTime     due_time);
ScCommand *sc_command_add_activities (const gint64 *deal_ids,
                                      guint         n_deals,
                                      const char   *title,
                                      ScDate        due);
ScCommand *sc_command_add_activities_at (const gint64 *deal_ids,
                                         guint         n_deals,
                                         const char   *title,
                                         ScDate        due,
                                         ScDayTime     due_time);
ScCommand *sc_command_edit_activity (const ScActivity *before,
                                     const ScActivity *after);
ScCommand *sc_command_complete_activity (const ScActivity *activity);
/* With what came of it and what is next, in one change. */
ScCommand *sc_command_finish_activity (const ScActivity *activity,
                                       const char       *result,
                                       const ScActivity *next);
/* Each as it was read, in one change. */
ScCommand *sc_command_complete_activities (GPtrArray *activities);
ScCommand *sc_command_remove_activity (const ScActivity *activity);

G_END_DECLS
