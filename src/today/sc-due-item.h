/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing that is due, as a row of Today shows it, and the section that it stands in. */

#pragma once

#include <gio/gio.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

/* The sections of the view, in their order. */
typedef enum {
  SC_DUE_SECTION_OVERDUE,
  SC_DUE_SECTION_TODAY,
  SC_DUE_SECTION_TRIALS,
  SC_DUE_SECTION_PAYMENTS,
  SC_DUE_SECTION_STAGES,
} ScDueSection;

#define SC_TYPE_DUE_ITEM (sc_due_item_get_type ())
G_DECLARE_FINAL_TYPE (ScDueItem, sc_due_item, SC, DUE_ITEM, GObject)

ScDueItem *sc_due_item_new (ScDueRow *row,
                            ScDate    today);
const ScDueRow *sc_due_item_get_row (ScDueItem *self);
const char *sc_due_item_get_what (ScDueItem *self);
const char *sc_due_item_get_where (ScDueItem *self);
gboolean sc_due_item_can_be_done (ScDueItem *self);
ScDueSection sc_due_item_get_section (ScDueItem *self);
const char *sc_due_section_get_title (ScDueSection section);
gboolean sc_due_item_is_about_same (ScDueItem *self,
                                    ScDueItem *other);
gboolean sc_due_item_is_same (ScDueItem *self,
                              ScDueItem *other);

G_END_DECLS
