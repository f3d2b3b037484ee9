/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of Today: what is due for which deal, with what can be done about it. */

#pragma once

#include <gtk/gtk.h>

#include "today/sc-due-item.h"

G_BEGIN_DECLS

/* What can be done about a row, as its actions “due.…” and its menu have it. */
typedef enum {
  SC_DUE_WORK_OPEN,
  SC_DUE_WORK_DONE,
  SC_DUE_WORK_POSTPONE,
  SC_DUE_WORK_TAKE_ON,
  SC_DUE_WORK_ADD_STEP,
  SC_DUE_WORK_MOVE_ON,
  SC_DUE_WORK_PARK,
  SC_DUE_WORK_MANY,
  SC_DUE_WORK_MORE,
} ScDueWork;

#define SC_TYPE_DUE_WIDGET (sc_due_widget_get_type ())
G_DECLARE_FINAL_TYPE (ScDueWidget, sc_due_widget, SC, DUE_WIDGET, GtkBox)

GtkWidget *sc_due_widget_new (void);
void sc_due_widget_set_item (ScDueWidget *self,
                             ScDueItem   *item);
ScDueItem *sc_due_widget_get_item (ScDueWidget *self);

G_END_DECLS
