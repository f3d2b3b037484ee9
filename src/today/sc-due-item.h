/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing that is due, as a row of Today shows it, or the row that opens more of its
 * group. */

#pragma once

#include <gio/gio.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_DUE_ITEM (sc_due_item_get_type ())
G_DECLARE_FINAL_TYPE (ScDueItem, sc_due_item, SC, DUE_ITEM, GObject)

ScDueItem *sc_due_item_new (ScDueRow *row);
ScDueItem *sc_due_item_new_more (ScDueGroup group,
                                 guint      n_more);
const ScDueRow *sc_due_item_get_row (ScDueItem *self);
ScDueGroup sc_due_item_get_group (ScDueItem *self);
const char *sc_due_item_get_what (ScDueItem *self);
const char *sc_due_item_get_where (ScDueItem *self);
const char *sc_due_item_get_amount (ScDueItem *self);
gboolean sc_due_item_can_be_done (ScDueItem *self);
const char *sc_due_group_get_title (ScDueGroup group);
gboolean sc_due_group_has_many (ScDueGroup group);
gboolean sc_due_item_is_about_same (ScDueItem *self,
                                    ScDueItem *other);
gboolean sc_due_item_is_same (ScDueItem *self,
                              ScDueItem *other);

G_END_DECLS
