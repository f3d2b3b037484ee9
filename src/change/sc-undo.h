/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes back a change, or makes again what was taken back. */

#pragma once

#include "change/sc-command.h"

G_BEGIN_DECLS

/* Takes back, or makes again, the last change of this window or of this user,
 * be it of a design or of deals. Rows that have changed since are left alone
 * and named in the outcome, which says what came back, too. */
ScCommand *sc_command_undo (ScChangesOf whose,
                            const char *process_id);
ScCommand *sc_command_redo (ScChangesOf whose,
                            const char *process_id);
ScCommand *sc_command_undo_change (gint64 change_id);

/* A publication is not taken back, but told of in the outcome, so that a person
 * is asked first; @change_id is 0 for the last change of this window. */
ScCommand *sc_command_undo_or_ask (gint64 change_id);

G_END_DECLS
