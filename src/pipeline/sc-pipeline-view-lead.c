/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Leads to a deal: to its card or its row, to its pane, or to an answer in that. */

#include "pipeline/sc-pipeline-view-private.h"

#include "toolkit/sc-split-sidebar.h"

static void
lead_to_place (ScPipelineView *self,
               const ScDeal   *deal)
{
  if (deal != NULL && self->shows_list)
    sc_pipeline_list_focus_deal (self->table, deal->id);
  else if (deal != NULL && sc_deal_is_at_work (deal))
    sc_board_focus_deal (self->board, deal->stage_id, deal->id);
}

/* Whether the pane stands over them. */
static gboolean
covers_deals (ScPipelineView *self)
{
  return self->pane != NULL && adw_overlay_split_view_get_show_sidebar (self->split_view)
         && adw_overlay_split_view_get_collapsed (self->split_view);
}

/* What is led to, as soon as the process is read. */
void
sc_pipeline_view_show_wanted (ScPipelineView *self)
{
  g_autoptr (ScDeal) deal = NULL;
  g_autofree char *criterion_id = g_steal_pointer (&self->wanted_criterion);
  gboolean is_on_show;

  if (self->wanted_id == 0)
    return;
  if (!self->wants_pane && self->pane != NULL && sc_deal_pane_has_focus (self->pane, self->wanted_id))
    {
      self->wanted_id = 0;
      return;
    }

  deal = sc_store_load_deal (self->store, self->wanted_id, NULL);
  is_on_show = deal != NULL && (self->shows_list ? sc_pipeline_list_has_row_for (self->table, deal)
                                                 : sc_deal_is_at_work (deal));
  if (self->wants_pane || !is_on_show || adw_overlay_split_view_get_show_sidebar (self->split_view))
    {
      sc_deal_pane_set_deal_id (sc_pipeline_view_need_pane (self), self->wanted_id);
      sc_split_sidebar_show (self->split_view);
    }
  if (criterion_id == NULL && covers_deals (self))
    sc_deal_pane_focus (self->pane);
  else if (criterion_id != NULL)
    sc_deal_pane_focus_answer (sc_pipeline_view_need_pane (self), criterion_id);
  else
    lead_to_place (self, deal);
  self->wanted_id = 0;
}

static void
want (ScPipelineView *self,
      gint64          deal_id,
      const char     *criterion_id,
      gboolean        wants_pane)
{
  self->wants_pane = wants_pane;
  self->wanted_id = deal_id;
  g_set_str (&self->wanted_criterion, criterion_id);
  if (self->version != NULL)
    sc_pipeline_view_show_wanted (self);
}

/**
 * sc_pipeline_view_select_deal:
 * @self: a view
 * @deal_id: one of its process's deals
 *
 * Shows a deal: its pane opens, and its card is scrolled to where it stands
 * on the board.
 */
void
sc_pipeline_view_select_deal (ScPipelineView *self,
                              gint64          deal_id)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  want (self, deal_id, NULL, TRUE);
}

/**
 * sc_pipeline_view_show_answer:
 * @self: a view
 * @deal_id: one of its process's deals
 * @criterion_id: what one of the process's stages asks
 *
 * Opens the deal's pane, and gives the focus to the answer.
 */
void
sc_pipeline_view_show_answer (ScPipelineView *self,
                              gint64          deal_id,
                              const char     *criterion_id)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  want (self, deal_id, criterion_id, TRUE);
}

/**
 * sc_pipeline_view_lead_to_deal:
 * @self: a view
 * @deal_id: one of its process's deals
 *
 * Leads to a deal that has come back: to its card on the board or its row in
 * the list, or else to its pane.
 */
void
sc_pipeline_view_lead_to_deal (ScPipelineView *self,
                               gint64          deal_id)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  want (self, deal_id, NULL, FALSE);
}
