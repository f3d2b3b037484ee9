/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/sc-command.h"

G_BEGIN_DECLS

/* Takes back, or makes again, the last change of this window: of one process's
 * design, or of deals. Rows that have changed since are left alone and named
 * in the outcome. */
ScCommand *sc_command_undo (ScScope     scope,
                            const char *process_id);
ScCommand *sc_command_redo (ScScope     scope,
                            const char *process_id);
ScCommand *sc_command_undo_change (gint64 change_id);

G_END_DECLS
