/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The processes as the sidebar shows them: a short list, read whole, that follows the
 * store and says of each item only whether it changed. */

#pragma once

#include <gio/gio.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_PROCESS_ITEM (sc_process_item_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessItem, sc_process_item, SC, PROCESS_ITEM, GObject)

ScProcessItem *sc_process_item_new (ScProcess *process);
ScProcess *sc_process_item_get_process (ScProcessItem *self);

#define SC_TYPE_PROCESS_LIST (sc_process_list_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessList, sc_process_list, SC, PROCESS_LIST, GObject)

ScProcessList *sc_process_list_new (ScStore *store,
                                    gboolean show_archived);
void sc_process_list_set_show_archived (ScProcessList *self,
                                        gboolean       show_archived);
ScProcess *sc_process_list_find (ScProcessList *self,
                                 const char    *process_id,
                                 guint         *position);
ScProcess *sc_process_list_load (ScProcessList *self,
                                 const char    *process_id);

G_END_DECLS
