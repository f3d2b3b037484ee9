/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a change that a person makes: checks it, writes it in one transaction with what
 * takes it back, and says what came of it. */

#pragma once

#include "store/sc-store.h"

G_BEGIN_DECLS

/**
 * ScCommand:
 *
 * A change that a person can make: made by the constructors of the files
 * beside this one, each with a name that people read, carried out in one
 * transaction and written to the log with its inverse. It owns copies of
 * what it needs and is carried out once.
 */
typedef struct _ScCommand ScCommand;

/* What came of a command: the change's number (0 where nothing had to
 * change), and what it made. Of an undo or a redo also the number of the change
 * that was done at first, the publication that waits for an answer, and what
 * came back: a deal, a stage, or the place of own words, and the process where it is
 * there. Of many things that it was given @n_made says how many are new. */
typedef struct {
  gint64 change_id;
  char *name;
  char *process_id;
  gint64 row_id;
  guint n_made;
  GPtrArray *left_alone;
  /* What came out otherwise than one would think, in whole sentences. */
  GPtrArray *notices;
  gint64 taken_id;
  gint64 publication_id;
  char *stage_id;
  char *place;
  gint64 deal_id;
} ScOutcome;

void sc_command_free (ScCommand *self);
ScCommand *sc_command_join (ScCommand *first,
                            ScCommand *second);

/* Both take the command over. */
ScOutcome *sc_command_run (ScCommand    *self,
                           ScStore      *store,
                           GCancellable *cancellable,
                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_command_run_async (ScCommand          *self,
                           ScStore            *store,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
ScOutcome *sc_command_run_finish (ScStore      *store,
                                  GAsyncResult *result,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_outcome_free (ScOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScCommand, sc_command_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOutcome, sc_outcome_free)

G_END_DECLS
