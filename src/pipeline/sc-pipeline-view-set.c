/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the deals behind a number, and no others, with what they are, until that is taken
 * away. */

#include "pipeline/sc-pipeline-view-private.h"

static void
show_bar (ScPipelineView *self)
{
  GAction *back = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "back");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (back), self->set != NULL);
  gtk_widget_set_visible (self->set_bar, self->set != NULL);
  gtk_widget_set_visible (self->mine_button, self->set == NULL);
  gtk_widget_set_visible (self->filter_button, self->set == NULL);
}

/* Shows all deals again, as they were shown before. */
void
sc_pipeline_view_leave_set (ScPipelineView *self)
{
  g_autofree char *layout = NULL;

  if (self->set == NULL)
    return;

  layout = g_settings_get_string (self->settings, "deals-layout");
  g_clear_pointer (&self->set, g_array_unref);
  show_bar (self);
  sc_pipeline_view_set_layout (self, layout);
  sc_pipeline_view_load (self);
}

/**
 * sc_pipeline_view_show_set:
 * @self: a view
 * @name: what the deals are, such as “Over target in “Proposal”: 4 deals”
 * @deal_ids: (element-type gint64): deals of its process, in ascending order; it is not
 *   changed any more
 *
 * Lists these deals and no others, until that is taken away.
 */
void
sc_pipeline_view_show_set (ScPipelineView *self,
                           const char     *name,
                           GArray         *deal_ids)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_clear_pointer (&self->set, g_array_unref);
  self->set = g_array_ref (deal_ids);
  gtk_label_set_label (self->set_label, name);
  show_bar (self);
  sc_pipeline_view_set_layout (self, "list");
  sc_pipeline_view_load (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), name, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
