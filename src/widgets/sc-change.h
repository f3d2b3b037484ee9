/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes made from a widget: carried out without waiting, told of in a toast with
 * Undo, and by a dialog where they fail. */

#pragma once

#include <adwaita.h>

#include "change/sc-deal-commands.h"
#include "change/sc-undo.h"

G_BEGIN_DECLS

/**
 * ScChangeDone:
 * @origin: the widget that the change was made from
 * @outcome: (nullable): what came of it, %NULL where it failed and the user
 *   was told
 * @user_data: the caller's
 */
typedef void (*ScChangeDone) (GtkWidget       *origin,
                              const ScOutcome *outcome,
                              gpointer         user_data);

void sc_change_run (GtkWidget   *origin,
                    ScStore     *store,
                    ScCommand   *command,
                    const char  *message,
                    ScChangeDone done,
                    gpointer     user_data);
void sc_change_tell_taken_back (GtkWidget       *origin,
                                const ScOutcome *outcome,
                                gboolean         is_redo);
void sc_toast_show (GtkWidget  *origin,
                    const char *message);
void sc_toast_show_action (GtkWidget  *origin,
                           const char *message,
                           const char *label,
                           const char *action_name,
                           GVariant   *target);
void sc_toast_show_undo (GtkWidget  *origin,
                         const char *message,
                         ScStore    *store,
                         gint64      change_id);

G_END_DECLS
