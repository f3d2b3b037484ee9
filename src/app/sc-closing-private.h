/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that close a window share. */

#pragma once

#include "app/sc-closing.h"

G_BEGIN_DECLS

struct _ScClosing
{
  GObject parent_instance;

  AdwApplicationWindow *window;
  AdwBanner *banner;
  ScKeptPages *kept_pages;
  ScStore *store;

  gboolean is_running; /* it closes as soon as everything is saved */
  gboolean has_failed; /* and something could not be, which the user was told */
  gboolean may_lose;
  GtkWidget *focus; /* where it was when the window was to close */
  AdwDialog *question;
  AdwDialog *asking; /* was to close, and has asked a person first */
  guint asking_idle;
  guint idle;
  guint sign_source;
  guint question_source;
};

/* sc-closing-dialogs.c */
void sc_closing_forget_asking (ScClosing *self);
void sc_closing_look_at_asking (ScClosing *self);
gboolean sc_closing_leave_dialogs (ScClosing *self);
void sc_closing_leave (ScClosing *self);
void sc_closing_close_front (ScClosing *self);
void sc_closing_let_dialog_close (AdwDialog *dialog);

G_END_DECLS
