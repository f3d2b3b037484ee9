/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns the list of deals has, and in which order: chosen at their titles or in the
 * view's menu, dragged, and there again the next morning. */

#include "pipeline/sc-pipeline-list-private.h"

#include <glib/gi18n-lib.h>

#define KEY "deals-columns"

static gboolean
find_kind (const char *id,
           ScCellKind *kind)
{
  for (guint i = 0; i < SC_N_CELLS; i++)
    if (g_str_equal (sc_cell_kind_get_id (i), id))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

static ScCellKind
get_kind (ScPipelineList      *self,
          GtkColumnViewColumn *column)
{
  for (guint i = 0; i < SC_N_CELLS; i++)
    if (self->columns[i] == column)
      return i;

  g_return_val_if_reached (SC_CELL_TITLE);
}

static void
save (ScPipelineList *self)
{
  g_auto (GStrv) kept = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  GListModel *columns;

  if (self->is_arranging)
    return;

  kept = g_settings_get_strv (self->settings, KEY);
  columns = gtk_column_view_get_columns (self->column_view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_strv_builder_add (ids, sc_cell_kind_get_id (get_kind (self, column)));
    }
  all = g_strv_builder_end (ids);

  /* Some backends tell of what is written again, and a column that is being switched says so
   * only when all are arranged. */
  if (!g_strv_equal ((const char *const *) kept, (const char *const *) all))
    g_settings_set_strv (self->settings, KEY, (const char *const *) all);
}

/* As they were left; those that are not shown stand behind. */
static void
arrange (ScPipelineList *self)
{
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, KEY);
  guint place = 0;

  self->is_arranging = TRUE;
  for (guint i = 0; i < SC_N_CELLS; i++)
    gtk_column_view_column_set_visible (self->columns[i], i == SC_CELL_TITLE);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      ScCellKind kind;

      if (!find_kind (ids[i], &kind))
        continue;

      gtk_column_view_column_set_visible (self->columns[kind], TRUE);
      gtk_column_view_insert_column (self->column_view, place++, self->columns[kind]);
    }
  self->is_arranging = FALSE;
}

static void
arrange_cb (ScPipelineList *self)
{
  arrange (self);
  sc_pipeline_list_align_titles (self);
}

/* The title stays: by it a deal is known. */
static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < SC_N_CELLS; i++)
    if (i != SC_CELL_TITLE)
      {
        g_autofree char *action = g_strdup_printf ("columns.%s", sc_cell_kind_get_id (i));

        g_menu_append (menu, sc_cell_kind_get_title (i), action);
      }

  return G_MENU_MODEL (menu);
}

/* Lets the columns be chosen and put in order. */
void
sc_pipeline_list_install_columns (ScPipelineList *self)
{
  self->columns_menu = create_menu ();
  self->columns_group = g_simple_action_group_new ();
  for (guint i = 0; i < SC_N_CELLS; i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (sc_cell_kind_get_id (i), self->columns[i], "visible");

      g_action_map_add_action (G_ACTION_MAP (self->columns_group), G_ACTION (action));
      gtk_column_view_column_set_header_menu (self->columns[i], self->columns_menu);
      g_signal_connect_object (self->columns[i], "notify::visible", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->columns_group));
  arrange (self);
  g_signal_connect_object (gtk_column_view_get_columns (self->column_view), "items-changed", G_CALLBACK (save), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::" KEY, G_CALLBACK (arrange_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sc_pipeline_list_get_columns_menu:
 * @self: a list
 *
 * Returns: (transfer none): which columns there are, by the actions “columns.…”
 */
GMenuModel *
sc_pipeline_list_get_columns_menu (ScPipelineList *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_LIST (self), NULL);

  return self->columns_menu;
}

/**
 * sc_pipeline_list_get_columns_group:
 * @self: a list
 *
 * Returns: (transfer none): the actions that show and hide columns
 */
GActionGroup *
sc_pipeline_list_get_columns_group (ScPipelineList *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_LIST (self), NULL);

  return G_ACTION_GROUP (self->columns_group);
}
