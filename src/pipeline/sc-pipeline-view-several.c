/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pane while several deals are selected: it says how many, and what can be done with them,
 * in the place of one of them that nothing more would be about. */

#include "pipeline/sc-pipeline-view-private.h"

#include <glib/gi18n-lib.h>

static AdwStatusPage *
need_page (ScPipelineView *self)
{
  if (self->several_page != NULL)
    return self->several_page;

  self->several_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->several_page, "edit-select-all-symbolic");
  adw_status_page_set_description (self->several_page,
                                   _("The menu of one of them moves, labels, hands over, completes or deletes them all."));
  gtk_widget_add_css_class (GTK_WIDGET (self->several_page), "compact");
  gtk_stack_add_child (self->pane_stack, GTK_WIDGET (self->several_page));

  return self->several_page;
}

/* Shows the deal, or how many are selected. */
void
sc_pipeline_view_update_several (ScPipelineView *self)
{
  g_autofree char *title = NULL;

  if (self->pane == NULL)
    return;

  if (self->n_selected < 2)
    {
      gtk_stack_set_visible_child (self->pane_stack, GTK_WIDGET (self->pane));
      return;
    }

  title = g_strdup_printf (ngettext ("%u deal selected", "%u deals selected", self->n_selected), self->n_selected);
  adw_status_page_set_title (need_page (self), title);
  gtk_stack_set_visible_child (self->pane_stack, GTK_WIDGET (self->several_page));
}

static void
several_cb (ScPipelineView *self,
            guint           n_selected)
{
  self->n_selected = n_selected;
  sc_pipeline_view_update_several (self);
}

void
sc_pipeline_view_bind_several (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, several_cb);
}
