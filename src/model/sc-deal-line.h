/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a deal that is typed as one line: title, company, value, next step. */

#pragma once

#include "model/sc-day-time.h"
#include "model/sc-money.h"

G_BEGIN_DECLS

/**
 * ScDealLine:
 * @title: what the deal is called; empty where the line says nothing
 * @company: (nullable): the company's name
 * @company_start: where that stands in the line, in bytes
 * @company_end: where it ends
 * @value: what the deal is worth, if that is said
 * @next_step: (nullable): what is to be done next
 * @due: by when; none without a next step
 * @due_time: at what time of that day; may be none
 *
 * A line as it was read.
 */
typedef struct {
  char *title;
  char *company;
  gsize company_start;
  gsize company_end;
  ScMoney value;
  char *next_step;
  ScDate due;
  ScDayTime due_time;
} ScDealLine;

void sc_deal_line_read (ScDealLine        *self,
                        const char        *text,
                        const char        *currency,
                        const char *const *known);
void sc_deal_line_clear (ScDealLine *self);
gboolean sc_deal_line_read_step (const char *text,
                                 char      **step,
                                 ScDate     *due,
                                 ScDayTime  *time);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScDealLine, sc_deal_line_clear)

G_END_DECLS
