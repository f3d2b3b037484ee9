/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of deals is sorted by: chosen in the menu or at a title, told by the
 * titles. */

#include "pipeline/sc-pipeline-list-private.h"

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

void
sc_pipeline_list_set_order (ScPipelineList *self,
                            ScDealQuery    *query)
{
  query->order = (ScDealOrder) g_settings_get_enum (self->settings, "deals-order");
  query->is_descending = sc_deal_query_is_sorted (query) && g_settings_get_boolean (self->settings, "deals-descending");
}

/* The title of the column that deals are sorted by has an arrow. */
void
sc_pipeline_list_show_order (ScPipelineList *self)
{
  GtkColumnViewColumn *column = NULL;

  for (guint i = 0; i < SC_N_CELLS; i++)
    if (sc_cell_kind_get_order (i) == self->query->order)
      column = self->columns[i];

  self->is_showing_order = TRUE;
  gtk_column_view_sort_by_column (self->column_view, column,
                                  self->query->is_descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->is_showing_order = FALSE;
}

/* Shows other deals, or the same in another order, from the first on. */
void
sc_pipeline_list_set_query (ScPipelineList    *self,
                            const ScDealQuery *query)
{
  g_autoptr (ScDealQuery) old = self->query;

  self->query = sc_deal_query_copy (query);
  self->wants_top = TRUE;
  self->wanted_id = 0;
  sc_deal_list_set_query (self->deals, query);
}

void
sc_pipeline_list_order_changed_cb (ScPipelineList *self)
{
  g_autoptr (ScDealQuery) query = self->query != NULL ? sc_deal_query_copy (self->query) : NULL;

  if (query == NULL)
    return;

  sc_pipeline_list_set_order (self, query);
  if (sc_deal_query_equal (self->query, query))
    return;

  sc_pipeline_list_set_query (self, query);
  sc_pipeline_list_show_order (self);
}

/* A title was clicked: once for the order, again for the other way around. */
void
sc_pipeline_list_title_clicked_cb (ScPipelineList      *self,
                                   GtkSorterChange      change,
                                   GtkColumnViewSorter *sorter)
{
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (self->is_showing_order || column == NULL)
    return;

  g_settings_set_boolean (self->settings, "deals-descending",
                          gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING);
  for (guint i = 0; i < SC_N_CELLS; i++)
    if (self->columns[i] == column)
      g_settings_set_enum (self->settings, "deals-order", (int) sc_cell_kind_get_order (i));
}

/* A column has no say in where its title stands: over the start of it, though
 * numbers stand at the right. */
void
sc_pipeline_list_align_titles (ScPipelineList *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < SC_N_CELLS; i++)
    {
      GtkWidget *title = sc_cell_kind_is_number (i)
                         ? find_label (GTK_WIDGET (self->column_view), sc_cell_kind_get_title (i)) : NULL;

      if (title == NULL)
        continue;

      gtk_widget_set_hexpand (title, TRUE);
      gtk_widget_set_halign (title, is_rtl ? GTK_ALIGN_START : GTK_ALIGN_END);
    }
}
