/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that was deleted, as a list shows it: what, from where, by whom and when. */

#pragma once

#include <glib-object.h>

#include "store/sc-deleted.h"

G_BEGIN_DECLS

#define SC_TYPE_DELETION_ITEM (sc_deletion_item_get_type ())
G_DECLARE_FINAL_TYPE (ScDeletionItem, sc_deletion_item, SC, DELETION_ITEM, GObject)

ScDeletionItem *sc_deletion_item_new (ScDeletion *deletion);
const ScDeletion *sc_deletion_item_get_deletion (ScDeletionItem *self);
gboolean sc_deletion_item_equal (ScDeletionItem *self,
                                 ScDeletionItem *other);
gboolean sc_deletion_item_is_several (ScDeletionItem *self);
char *sc_deletion_item_make_title (ScDeletionItem *self);
char *sc_deletion_item_make_source (ScDeletionItem *self);
char *sc_deletion_item_make_when (ScDeletionItem *self);

G_END_DECLS
