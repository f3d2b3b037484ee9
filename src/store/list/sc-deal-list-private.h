/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a list of deals share. */

#pragma once

#include "store/list/sc-deal-items-private.h"
#include "store/list/sc-deal-job-private.h"
#include "store/list/sc-deal-list.h"

G_BEGIN_DECLS

/* Where rows go and come at once, GTK looks for what it shows among all those
 * that come; with more than these it would ask for them for seconds. */
#define SC_DEAL_LIST_MAX_COMPARED 1000

struct _ScDealList {
  GObject parent_instance;

  ScStore *store;
  ScDealQuery *query;
  /* Ends what is read for this query. */
  GCancellable *cancellable;

  guint n_items;
  GArray *ids;
  gboolean is_reading;
  gboolean is_waiting;
  gboolean has_found;

  ScDealItems *items;
  /* By place, those that were asked for before their ids were known. */
  GHashTable *waiting;

  GHashTable *loading;
  GArray *wanted;
  gboolean is_loading_rows;
  /* The page around which rows were last wanted. */
  guint page;

  /* What has changed since the ids were read: which deals, or that it may be
   * any. */
  GArray *changed;
  gboolean has_changed;
  gboolean has_many_changed;
};

gint64 sc_deal_list_get_id (ScDealList *self,
                            guint       position);
void sc_deal_list_set_reading (ScDealList *self,
                               gboolean    is_reading);

/* sc-deal-list-rows.c */
void sc_deal_list_want_around (ScDealList *self,
                               guint       position,
                               gboolean    is_missing);

/* sc-deal-list-changes.c */
void sc_deal_list_read_changes (ScDealList *self);
void sc_deal_list_store_changed_cb (ScDealList        *self,
                                    const ScChangeSet *set,
                                    ScStore           *store);

G_END_DECLS
