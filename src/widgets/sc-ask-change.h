/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change that is entered in a dialog. */

#pragma once

#include <adwaita.h>

#include "change/sc-command.h"

G_BEGIN_DECLS

/**
 * ScAskChange:
 * @response: the response that makes the change
 * @create_command: the change as it is entered in a dialog, with the caller's
 *   data
 * @ask_again: another dialog, with what is entered in this one
 * @take_theirs: (nullable): has the change start from what others have made of
 *   it meanwhile; %FALSE where it is gone
 * @message: (nullable): what to say in a toast with Undo when it is done
 * @free_data: (nullable): for the caller's data
 * @create_message: (nullable): the message, where it depends on what is entered
 * @tell_refusal: (nullable): has the dialog say itself, at what is wrong in it,
 *   why the change was refused; %FALSE where it can't
 * @done: (nullable): called when the change is made, with the widget that asked
 *
 * A change that a dialog asks for.
 */
typedef struct {
  const char *response;
  ScCommand *(*create_command) (AdwAlertDialog *dialog,
                                gpointer        data);
  AdwDialog *(*ask_again)      (AdwAlertDialog *dialog);
  gboolean (*take_theirs)      (ScStore *store,
                                gpointer data);
  const char *message;
  GDestroyNotify free_data;
  char *(*create_message)      (AdwAlertDialog *dialog);
  gboolean (*tell_refusal)     (AdwAlertDialog *dialog,
                                const GError   *error);
  void (*done)                 (GtkWidget *origin);
} ScAskChange;

void sc_ask_change (AdwDialog         *dialog,
                    GtkWidget         *origin,
                    ScStore           *store,
                    const ScAskChange *change,
                    gpointer           data);

G_END_DECLS
