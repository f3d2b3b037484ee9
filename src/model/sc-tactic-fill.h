/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic's text as a rep uses it: the fields that it names filled in from a deal. */

#pragma once

#include "model/sc-deal.h"

G_BEGIN_DECLS

/* What stands where something is still to be written. */
#define SC_TACTIC_BLANK "____"

/* Gives the new name of an answer that a text asks for, %NULL where there is none. */
typedef char *(*ScTacticRename) (const char *criterion_id,
                                 gpointer    data);

/* Gives what stands in place of a field, %NULL for a line to write on. */
typedef char *(*ScTacticField) (const char *field,
                                gpointer    data);

char *sc_tactic_replace_fields (const char   *text,
                                ScTacticField make,
                                gpointer      data);
char *sc_tactic_rename_answers (const char    *text,
                                ScTacticRename rename,
                                gpointer       data);
char *sc_tactic_fill (const char   *text,
                      const ScDeal *deal,
                      GHashTable   *answers);

G_END_DECLS
