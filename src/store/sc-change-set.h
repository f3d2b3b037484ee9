/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells a view whether a change concerns what it shows. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScChangeSet:
 * @process_ids: (nullable): processes of which something changed, a deal or the scheme
 * @design_ids: (nullable): those of which the process itself changed: its scheme, its
 *   name, its settings, or that it is there
 * @deal_ids: (element-type gint64) (nullable): deals that changed
 * @has_many_deals: whether more deals changed than are named
 * @has_names: whether users are called otherwise, which stands with all their deals
 * @has_calendar: whether the working calendar is another one, by which days are counted
 * @has_all: whether anything may be otherwise: another database is in the place
 * @is_own: whether all of it was changed by this window
 *
 * What changed, of what came together. Who follows the store asks it for what it has
 * on show, and reads only that anew.
 */
typedef struct {
  GStrv process_ids;
  GStrv design_ids;
  GArray *deal_ids;
  gboolean has_many_deals;
  gboolean has_names;
  gboolean has_calendar;
  gboolean has_all;
  gboolean is_own;
} ScChangeSet;

gboolean sc_change_set_has_process (const ScChangeSet *self,
                                    const char        *process_id);
gboolean sc_change_set_has_figures (const ScChangeSet *self,
                                    const char        *process_id);
gboolean sc_change_set_has_design (const ScChangeSet *self,
                                   const char        *process_id);
gboolean sc_change_set_has_deal (const ScChangeSet *self,
                                 const char        *process_id,
                                 gint64             deal_id);

G_END_DECLS
