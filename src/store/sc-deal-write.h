/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to deals. Whatever changes of a deal's fields goes into
 * its history as an event:
 *
 *   stage                      UUIDs of stages
 *   status                     ids of statuses, with the reason as its note
 *   value                      minor units and currency, “105400 USD”
 *   parked                     the day until which it is parked, with what was agreed
 *                              as its note; none when it is at work again
 *   refused                    the client did: the UUID of the stage, and what came of
 *                              it, “lost”, “ended-early”, “back” or “park”; the note is
 *                              why, and what was agreed
 *   probability                0 to 1, with a point; none is the stage's
 *   expected_close started closed   dates, YYYY-MM-DD
 *   title company person owner source label   texts
 *   notes                      that they changed
 *   criterion                  an exit criterion was ticked (new) or unticked
 *                              (old); the note is its text
 *   overridden                 one was left open on purpose; as above, or, where it is a
 *                              required one, the reason as its note
 *   answer                     a question's answer, as it is kept; `not-told` with why
 *   payment received           amounts, as value has them
 *   activity done              titles
 *   taken-on                   its owner has seen that somebody else has handed it over
 */

#pragma once

#include "model/sc-deal.h"
#include "model/sc-money.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* The top of a column, as a place to put a deal in front of. */
#define SC_PLACE_TOP ((gint64) - 1)
#define SC_PLACE_END ((gint64) 0)

/* The deal as this write sees it. */
ScDeal *sc_write_load_deal (ScWrite *self,
                            gint64   deal_id,
                            GError **error);
/* A key for the deal's place in a stage. */
char *sc_write_make_place (ScWrite    *self,
                           const char *stage_id,
                           gint64      before_id,
                           gint64      deal_id,
                           GError    **error);
/* At the top of its stage, unless it has a position; companies, people and
 * users that are not known yet are made. */
gint64 sc_write_add_deal (ScWrite      *self,
                          const ScDeal *deal,
                          GError      **error);
/* What differs is written, with its events; @note goes with a new stage or
 * status. */
gboolean sc_write_save_deal (ScWrite      *self,
                             const ScDeal *before,
                             const ScDeal *after,
                             const char   *note,
                             GError      **error);
/* Nothing of it differs, but that its history tells of the change. */
gboolean sc_write_mark_deal (ScWrite      *self,
                             const ScDeal *deal,
                             GError      **error);
/* A deal that can be brought back, and bringing it back as it was; without its
 * id in another program where a deal of the process has that by now. */
ScDeal *sc_write_load_deleted_deal (ScWrite *self,
                                    gint64   deal_id,
                                    GError **error);
gboolean sc_write_undelete_deal (ScWrite      *self,
                                 const ScDeal *deal,
                                 gint64       *other_id,
                                 GError      **error);
/* The same for a deal's place on the board alone, as one of many: it is taken
 * back with the whole bulk change. */
gboolean sc_write_move_in_bulk (ScWrite      *self,
                                const ScDeal *before,
                                const ScDeal *after,
                                GError      **error);
/* The deals that stand in a stage go to another, before or behind those that
 * stand there, keeping their order and the day that they came. */
gboolean sc_write_move_stage (ScWrite    *self,
                              const char *from_id,
                              const char *to_id,
                              gboolean    is_before,
                              GError    **error);
/* Deals behind the published version's client mark are won, others open. */
gboolean sc_write_fit_deals (ScWrite    *self,
                             const char *process_id,
                             GError    **error);
gboolean sc_write_tick (ScWrite    *self,
                        gint64      deal_id,
                        const char *criterion_id,
                        gboolean    is_ticked,
                        const char *note,
                        gboolean   *has_changed,
                        gboolean   *is_noted,
                        GError    **error);
gboolean sc_write_use_tactic (ScWrite    *self,
                              gint64      deal_id,
                              const char *tactic_id,
                              GError    **error);
/* What was used as the one counts for the other. */
gboolean sc_write_move_tactic_uses (ScWrite    *self,
                                    const char *was_id,
                                    const char *now_id,
                                    GError    **error);
gboolean sc_write_tick_action (ScWrite    *self,
                               gint64      deal_id,
                               const char *stage_id,
                               const char *action,
                               gboolean    is_ticked,
                               GError    **error);
gboolean sc_write_untick_actions (ScWrite    *self,
                                  gint64      deal_id,
                                  const char *stage_id,
                                  GError    **error);
/* What is ticked of the one is ticked of the other. */
gboolean sc_write_move_action_ticks (ScWrite    *self,
                                     const char *was_stage_id,
                                     const char *was_action,
                                     const char *now_stage_id,
                                     const char *now_action,
                                     GError    **error);
char *sc_money_to_event (ScMoney money);

G_END_DECLS
