/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that take changes back share. */

#pragma once

#include "store/engine/sc-scratch-private.h"
#include "store/tables/sc-write-struct-private.h"

G_BEGIN_DECLS

/* Where deals may stand: the stages of what is published. */
#define SC_PLACES \
        "(SELECT version_stage.stage_id FROM version_stage" \
        " JOIN version ON version.id = version_stage.version_id" \
        " WHERE version.status = 'published' AND version.deleted_by IS NULL AND version_stage.deleted_by IS NULL)"

/* @id: the change that is taken back; @root: what was done at first, which it
 * did, took back or made again; @is_undo: it is an undo, so that this is a
 * redo. */
typedef struct {
  gint64 id;
  gint64 root;
  gboolean is_undo;
  ScInverse *inverse;
} ScTaken;

void sc_taken_free (ScTaken *self);
gboolean sc_revert_run (ScWrite       *write,
                        const ScTaken *taken,
                        const char    *sql,
                        GError       **error);
gboolean sc_revert_run_on_back (ScWrite       *write,
                                const ScTaken *taken,
                                const char    *sql,
                                GError       **error);
gboolean sc_revert_bulk (ScWrite       *write,
                         const ScTaken *taken,
                         GPtrArray     *left_alone,
                         GError       **error);
gboolean sc_revert_unfit_deals (ScWrite       *write,
                                const ScTaken *taken,
                                GError       **error);
gboolean sc_revert_fit_deals (ScWrite       *write,
                              const ScTaken *taken,
                              GError       **error);
int sc_revert_must_keep (ScWrite            *write,
                         const ScTaken      *taken,
                         const ScInverseRow *row,
                         GError            **error);
int sc_revert_has_followers (ScWrite            *write,
                             const ScTaken      *taken,
                             const ScInverseRow *row,
                             GError            **error);
void sc_revert_leave_alone (GPtrArray *left_alone,
                            char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScTaken, sc_taken_free)

G_END_DECLS
