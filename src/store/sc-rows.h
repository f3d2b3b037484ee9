/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that the store hands out beside processes, versions and deals. They
 * are plain values; each has a free function, and lists are GPtrArrays that
 * own their rows. */

#pragma once

#include "model/sc-answer.h"
#include "model/sc-deal.h"
#include "model/sc-duration.h"
#include "model/sc-stage.h"

G_BEGIN_DECLS

/* Which processes, and which version of one, are asked for. */
typedef enum {
  SC_PROCESSES_IN_USE,
  SC_PROCESSES_ARCHIVED,
  SC_PROCESSES_ALL,
} ScProcessesWanted;

typedef enum {
  SC_VERSION_WANTED_CURRENT,
  SC_VERSION_WANTED_DRAFT,
  SC_VERSION_WANTED_PUBLISHED,
} ScVersionWanted;

/* Whose undo a change belongs to. */
typedef enum {
  SC_SCOPE_DESIGN,
  SC_SCOPE_DEALS,
} ScScope;

/* Of what undo is asked: of one window's changes, or of all of this user's. */
typedef enum {
  SC_CHANGES_OF_WINDOW,
  SC_CHANGES_OF_USER,
} ScChangesOf;

/* Who uses the program. As the owner of deals that are looked for, a user whom
 * the database doesn't know yet has none; as the owner of one that is written,
 * they are made with it. */
#define SC_USER_UNKNOWN (-1)

/* A user: an owner of deals, an author of changes. */
typedef struct {
  gint64 id;
  char *name;
} ScUser;

/* How many deals a stage has, and what they are worth together; a row for
 * each currency (empty for deals without a value), of parked deals and of others. */
typedef struct {
  char *stage_id;
  ScDealStatus status;
  gboolean is_parked;
  char currency[4];
  guint n_deals;
  gint64 sum_minor;
} ScStageTotal;

/* Something that happened to a deal, as its history shows it; @is_inferred where
 * nobody has told when, or what, and it was worked out. @criterion_id is the criterion
 * that it is about; @criterion its text as it was then, where the note is not that, and
 * @answer_type of which type its answers were. */
typedef struct {
  gint64 id;
  ScInstant happened_at;
  ScInstant recorded_at;
  char *user;
  char *change;
  char *field;
  char *old_value;
  char *new_value;
  char *note;
  gboolean is_voided;
  gboolean is_inferred;
  char *criterion_id;
  char *criterion;
  ScAnswerType answer_type;
} ScDealEvent;

/* A payment expected, and received once it has a day on which it was paid. */
typedef struct {
  gint64 id;
  gint64 deal_id;
  ScMoney amount;
  ScDate due;
  ScDate paid_on;
  char *note;
  gint64 revision;
} ScPayment;

/* A thing to do for a deal; the first planned one is its next step. @result is what came
 * of it, where it is done and that was told. */
typedef struct {
  gint64 id;
  gint64 deal_id;
  char *title;
  ScDate due;
  ScDayTime due_time;
  ScInstant done_at;
  char *result;
  gint64 revision;
} ScActivity;

/* Something planned at a time, with the names of its deal. */
typedef struct {
  ScActivity activity;
  char *process_id;
  char *deal_title;
  char *company;
} ScTimedStep;

/* An exit criterion of a deal that is ticked; @note says why where nobody can see it. */
typedef struct {
  char *criterion_id;
  ScInstant ticked_at;
  char *user;
  char *note;
  gint64 revision;
} ScTick;

/* That somebody took a tactic to work with for a deal. */
typedef struct {
  char *tactic_id;
  ScInstant used_at;
  char *user;
} ScTacticUse;

/* That an action of a stage is done for a deal: the stage's id and the action's text. */
typedef struct {
  char *stage_id;
  char *action;
  ScInstant ticked_at;
  char *user;
} ScActionTick;

/* What a question was answered with for a deal, or that the client did not tell, with
 * @note why (@answer is NULL then). @from_deal_id is the deal that it was taken over from
 * where nobody has confirmed it yet, else 0. */
typedef struct {
  gint64 id;
  gint64 deal_id;
  char *criterion_id;
  ScAnswerState state;
  ScAnswerType type;
  ScAnswer *answer;
  char *note;
  gint64 from_deal_id;
  ScInstant answered_at;
  char *user;
  gint64 revision;
} ScAnswerRow;

/**
 * ScDealCriterion:
 * @deal_id: the deal
 * @stage: the stage that asks
 * @criterion: (transfer none): what it asks, of @stage
 * @state: answered, also where it has no question and is ticked; not told; or open
 * @is_met: whether it holds the deal no more: by its answer, by a tick, or by itself
 * @answer: (nullable): the answer, `yes` for a tick; also one that was taken over and
 *   nobody has confirmed, which leaves it open
 * @note: why the client did not tell, or why a tick holds; may be empty
 * @from_deal_id: the deal that @answer was taken over from and for which it waits to be
 *   confirmed, 0 for none
 * @answered_at: when it was answered or ticked, 0 where it is open
 * @answered_by: (nullable): by whom
 * @revision: counts the changes of the answer, 0 where there is none
 * @n_extensions: how often the trial that it ends was extended
 *
 * Where an exit criterion stands for a deal.
 */
typedef struct {
  gint64 deal_id;
  ScStage *stage;
  const ScCriterion *criterion;
  ScAnswerState state;
  gboolean is_met;
  ScAnswer *answer;
  char *note;
  gint64 from_deal_id;
  ScInstant answered_at;
  char *answered_by;
  gint64 revision;
  guint n_extensions;
} ScDealCriterion;

/* An exit criterion of a stage that some deals have not met. */
typedef struct {
  ScStage *stage;
  const ScCriterion *criterion;
  guint n_deals;
} ScOpenCriterion;

typedef enum {
  SC_DUE_NEXT_STEP,
  SC_DUE_PAYMENT,
  SC_DUE_STAGE,
  SC_DUE_WOKEN,
  SC_DUE_TRIAL,
  SC_DUE_NO_STEP,
  SC_DUE_HANDED,
} ScDueKind;

/**
 * ScDueGroup:
 * @SC_DUE_GROUP_OVERDUE: next steps and payments that were due before today
 * @SC_DUE_GROUP_TODAY: next steps that are due today
 * @SC_DUE_GROUP_WEEK: next steps of the days behind today, until Sunday
 * @SC_DUE_GROUP_PAYMENTS: payments that should come in today or until Sunday
 * @SC_DUE_GROUP_NO_STEP: deals at work without a next step
 * @SC_DUE_GROUP_STAGES: deals past their stage's target time
 * @SC_DUE_GROUP_TRIALS: deals whose trial ends today or has ended
 * @SC_DUE_GROUP_WOKEN: deals that were parked until today or a day before, which nobody
 *   has taken up since
 * @SC_DUE_GROUP_HANDED: deals that somebody else has made the user responsible for, until
 *   the user does anything with them
 *
 * Where Today shows a thing, in the order of its groups.
 */
typedef enum {
  SC_DUE_GROUP_OVERDUE,
  SC_DUE_GROUP_TODAY,
  SC_DUE_GROUP_WEEK,
  SC_DUE_GROUP_PAYMENTS,
  SC_DUE_GROUP_NO_STEP,
  SC_DUE_GROUP_STAGES,
  SC_DUE_GROUP_TRIALS,
  SC_DUE_GROUP_WOKEN,
  SC_DUE_GROUP_HANDED,
} ScDueGroup;

#define SC_N_DUE_GROUPS (SC_DUE_GROUP_HANDED + 1)

/**
 * ScDueRow:
 * @due: when it is or was due, woke up, or ends; since when a deal stands in its stage
 * @activity: (nullable): the next step
 * @payment: (nullable): the payment
 * @criterion_id: (nullable): the exit criterion that says when a trial ends
 * @next_stage_id: (nullable): the stage that follows in the published version
 * @from: (nullable): who has handed the deal to the user
 * @target: a target time that is over, counted by @calendar
 *
 * Something that today asks for.
 */
typedef struct {
  ScDueKind kind;
  ScDueGroup group;
  ScDeal *deal;
  char *process_name;
  char *stage_name;
  char *next_stage_id;
  char *next_stage_name;
  char *from;
  ScActivity *activity;
  ScPayment *payment;
  char *criterion_id;
  ScDate due;
  ScDuration target;
  ScCalendar *calendar;
} ScDueRow;

/* A deal of whatever process, with the names of that and of its stage. */
typedef struct {
  ScDeal *deal;
  char *process_name;
  char *stage_name;
} ScPlacedDeal;

/* A change, as undo, redo and the feed know it. */
typedef struct {
  gint64 id;
  ScInstant made_at;
  char *user;
  char *name;
  char *process_id;
  gboolean is_design;
} ScChangeRow;

void sc_user_free (ScUser *self);
void sc_stage_total_free (ScStageTotal *self);
void sc_deal_event_free (ScDealEvent *self);
void sc_payment_free (ScPayment *self);
ScActivity *sc_activity_copy (const ScActivity *self);
void sc_activity_free (ScActivity *self);
void sc_timed_step_free (ScTimedStep *self);
void sc_tick_free (ScTick *self);
void sc_tactic_use_free (ScTacticUse *self);
void sc_action_tick_free (ScActionTick *self);
void sc_answer_row_free (ScAnswerRow *self);
void sc_deal_criterion_free (ScDealCriterion *self);
void sc_open_criterion_free (ScOpenCriterion *self);
void sc_due_row_free (ScDueRow *self);
void sc_placed_deal_free (ScPlacedDeal *self);
void sc_change_row_free (ScChangeRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScUser, sc_user_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStageTotal, sc_stage_total_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealEvent, sc_deal_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPayment, sc_payment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPlacedDeal, sc_placed_deal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScActivity, sc_activity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTick, sc_tick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTacticUse, sc_tactic_use_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScActionTick, sc_action_tick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScAnswerRow, sc_answer_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDealCriterion, sc_deal_criterion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOpenCriterion, sc_open_criterion_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScDueRow, sc_due_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScChangeRow, sc_change_row_free)

G_END_DECLS
