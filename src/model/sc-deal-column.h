/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain fields of a deal, described once: what a person or a file says of it and
 * nothing else depends on. The table, what is read of it and written to it, its check,
 * the deal's history and its words and the comparison of two deals read this. A new
 * field is a migration, a line here, a member of ScDeal, and what shows it. */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

/**
 * ScDealColumnKind:
 * @SC_DEAL_COLUMN_TEXT: a text, %NULL for none
 * @SC_DEAL_COLUMN_NAME: a text that is not empty
 * @SC_DEAL_COLUMN_NOTE: a text that may be empty
 * @SC_DEAL_COLUMN_DATE: a day
 * @SC_DEAL_COLUMN_INSTANT: a moment
 * @SC_DEAL_COLUMN_SHARE: a number from 0 to 1, negative for none
 */
typedef enum {
  SC_DEAL_COLUMN_TEXT,
  SC_DEAL_COLUMN_NAME,
  SC_DEAL_COLUMN_NOTE,
  SC_DEAL_COLUMN_DATE,
  SC_DEAL_COLUMN_INSTANT,
  SC_DEAL_COLUMN_SHARE,
} ScDealColumnKind;

/**
 * ScDealColumnHistory:
 * @SC_DEAL_COLUMN_UNTOLD: its changes are no part of the history
 * @SC_DEAL_COLUMN_TOLD: the history says what it was and became
 * @SC_DEAL_COLUMN_TOLD_FROM_START: also what a new deal had
 * @SC_DEAL_COLUMN_MENTIONED: the history says that it changed
 */
typedef enum {
  SC_DEAL_COLUMN_UNTOLD,
  SC_DEAL_COLUMN_TOLD,
  SC_DEAL_COLUMN_TOLD_FROM_START,
  SC_DEAL_COLUMN_MENTIONED,
} ScDealColumnHistory;

/* COLUMN (name, kind, history, title in the history). The name is that of the member,
 * of the column and of the field that the history tells of. */
#define SC_DEAL_PLAIN_COLUMNS(COLUMN) \
        COLUMN (external_id, TEXT, UNTOLD, NULL) \
        COLUMN (probability, SHARE, TOLD_FROM_START, NC_("history", "Win probability")) \
        COLUMN (expected_close, DATE, TOLD_FROM_START, NC_("history", "Expected close")) \
        COLUMN (started, DATE, TOLD, NC_("history", "Started")) \
        COLUMN (closed, DATE, UNTOLD, NULL) \
        COLUMN (entered_at, INSTANT, UNTOLD, NULL) \
        COLUMN (title, NAME, TOLD, NC_("history", "Title")) \
        COLUMN (source, TEXT, TOLD, NC_("history", "Source")) \
        COLUMN (label, TEXT, TOLD, NC_("history", "Label")) \
        COLUMN (loss_reason, TEXT, UNTOLD, NULL) \
        COLUMN (notes, NOTE, MENTIONED, NC_("history", "Notes changed"))

/* Where each stands in the list. */
#define SC_DEAL_PLACE_COLUMN(name, ...) SC_DEAL_PLAIN_ ## name,
enum {
  SC_DEAL_PLAIN_COLUMNS (SC_DEAL_PLACE_COLUMN)
  SC_N_DEAL_PLAIN_COLUMNS
};

/**
 * ScDealColumn:
 * @name: what it is called in the table and in the history
 * @kind: what it holds
 * @offset: where it stands in an ScDeal
 * @history: what the history tells of it
 * @title: (nullable): what the history calls it, to be translated in the context
 *   “history”
 */
typedef struct {
  const char *name;
  ScDealColumnKind kind;
  gsize offset;
  ScDealColumnHistory history;
  const char *title;
} ScDealColumn;

const ScDealColumn *sc_deal_columns_get_all (guint *n_columns);
const ScDealColumn *sc_deal_columns_find (const char *name);

const char *sc_deal_column_get_text (const ScDealColumn *self,
                                     const ScDeal       *deal);
ScDate sc_deal_column_get_date (const ScDealColumn *self,
                                const ScDeal       *deal);
ScInstant sc_deal_column_get_instant (const ScDealColumn *self,
                                      const ScDeal       *deal);
double sc_deal_column_get_share (const ScDealColumn *self,
                                 const ScDeal       *deal);
char *sc_deal_column_to_event (const ScDealColumn *self,
                               const ScDeal       *deal);
gboolean sc_deal_column_is_same (const ScDealColumn *self,
                                 const ScDeal       *a,
                                 const ScDeal       *b);
void sc_deal_column_take (const ScDealColumn *self,
                          ScDeal             *deal,
                          const ScDeal       *from);

G_END_DECLS
