/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be brought back, the latest first, as others delete and restore. */

#pragma once

#include <adwaita.h>

#include "app/sc-deletion-item.h"
#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_DELETED_LIST (sc_deleted_list_get_type ())
G_DECLARE_FINAL_TYPE (ScDeletedList, sc_deleted_list, SC, DELETED_LIST, AdwBin)

void sc_deleted_list_set_store (ScDeletedList *self,
                                ScStore       *store,
                                gint64         change_id);
void sc_deleted_list_set_search (ScDeletedList *self,
                                 const char    *search);

G_END_DECLS
