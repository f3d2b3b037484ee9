/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plain fields of a deal, described once: what a person or a file says of it and
 * nothing else depends on. The table, what is read of it and written to it, its check,
 * the deal's history and its words, the comparison of two deals, a deal's JSON and
 * tables that come in and go out read this. A new field is a migration, a line here, a
 * member of ScDeal, and what shows it. */

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

/* COLUMN (name, kind, history, title in the history, name in files, title). The name is
 * that of the member, of the column and of the field that the history tells of; the
 * name in files that in a deal's JSON, in tables and on the command line. */

/* Those that tables have which come in and go out; first what a deal is called by. */
#define SC_DEAL_TABLE_COLUMNS(COLUMN) \
        COLUMN (external_id, TEXT, UNTOLD, NULL, "external_id", N_("Id in the other program")) \
        COLUMN (title, NAME, TOLD, NC_("history", "Title"), "title", N_("Title")) \
        COLUMN (source, TEXT, TOLD, NC_("history", "Source"), "source", N_("Source")) \
        COLUMN (label, TEXT, TOLD, NC_("history", "Label"), "label", N_("Label")) \
        COLUMN (started, DATE, TOLD, NC_("history", "Started"), "started", N_("Started")) \
        COLUMN (closed, DATE, UNTOLD, NULL, "closed", N_("Closed")) \
        COLUMN (expected_close, DATE, TOLD_FROM_START, NC_("history", "Expected close"), "expected_close", \
                N_("Expected close")) \
        COLUMN (loss_reason, TEXT, UNTOLD, NULL, "loss_reason", N_("Loss reason")) \
        COLUMN (notes, NOTE, MENTIONED, NC_("history", "Notes changed"), "note", N_("Note"))

#define SC_DEAL_PLAIN_COLUMNS(COLUMN) \
        SC_DEAL_TABLE_COLUMNS (COLUMN) \
        COLUMN (probability, SHARE, TOLD_FROM_START, NC_("history", "Win probability"), "probability", \
                N_("Win probability")) \
        COLUMN (won_on, DATE, UNTOLD, NULL, "won_on", N_("Won on")) \
        COLUMN (parked_until, DATE, UNTOLD, NULL, "parked_until", N_("Parked until")) \
        COLUMN (entered_at, INSTANT, UNTOLD, NULL, NULL, NULL)

/* Where each stands in the list. */
#define SC_DEAL_PLACE_COLUMN(name, ...) SC_DEAL_PLAIN_ ## name,
enum {
  SC_DEAL_PLAIN_COLUMNS (SC_DEAL_PLACE_COLUMN)
  SC_N_DEAL_PLAIN_COLUMNS
};

#define SC_DEAL_COUNT_COLUMN(...) + 1
#define SC_N_DEAL_TABLE_COLUMNS (0 SC_DEAL_TABLE_COLUMNS (SC_DEAL_COUNT_COLUMN))

/**
 * ScDealColumn:
 * @name: what it is called in the table and in the history
 * @kind: what it holds
 * @offset: where it stands in an ScDeal
 * @history: what the history tells of it
 * @history_title: (nullable): what the history calls it, to be translated in the
 *   context “history”
 * @member: (nullable): what files call it, %NULL where they don't have it
 * @title: (nullable): what people call it, to be translated
 */
typedef struct {
  const char *name;
  ScDealColumnKind kind;
  gsize offset;
  ScDealColumnHistory history;
  const char *history_title;
  const char *member;
  const char *title;
} ScDealColumn;

const ScDealColumn *sc_deal_columns_get_all (guint *n_columns);
const ScDealColumn *sc_deal_columns_find (const char *name);

gboolean sc_deal_column_is_text (const ScDealColumn *self);
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
void sc_deal_column_lend_text (const ScDealColumn *self,
                               ScDeal             *deal,
                               const char         *text);
void sc_deal_column_set_date (const ScDealColumn *self,
                              ScDeal             *deal,
                              ScDate              date);
void sc_deal_column_take (const ScDealColumn *self,
                          ScDeal             *deal,
                          const ScDeal       *from);

G_END_DECLS
