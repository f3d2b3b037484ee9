/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The stages as a table: walked, edited in its cells, pasted into, several rows at once. */

#include "designer-fixture.h"

#include "config.h"
#include "designer/table/sc-stage-table.h"
#include "designer/table/sc-table-cell.h"
#include "designer/table/sc-table-choices.h"

static ScStageTable *
open_table (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();
  GtkWidget *table;

  designer_fixture_open (fixture, version);
  designer_fixture_do (fixture, "designer.scheme-layout", g_variant_new_string ("table"));
  table = designer_fixture_find (GTK_WIDGET (fixture->view), SC_TYPE_STAGE_TABLE, NULL);
  wait_until (gtk_widget_get_mapped (table));

  return SC_STAGE_TABLE (table);
}

static void
close_table (DesignerFixture *fixture)
{
  designer_fixture_do (fixture, "designer.scheme-layout", g_variant_new_string ("canvas"));
  designer_fixture_close (fixture);
}

static ScTableCell *
find_cell (GtkWidget    *from,
           const char   *stage_id,
           ScStageColumn column)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ScTableCell *found = NULL;

      if (SC_IS_TABLE_CELL (child) && sc_table_cell_get_row (SC_TABLE_CELL (child)) != NULL &&
          sc_table_cell_get_column (SC_TABLE_CELL (child)) == column &&
          g_str_equal (sc_stage_row_get_stage (sc_table_cell_get_row (SC_TABLE_CELL (child)))->id, stage_id))
        found = SC_TABLE_CELL (child);
      else
        found = find_cell (child, stage_id, column);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static ScTableCell *
get_cell (DesignerFixture *fixture,
          guint            position,
          ScStageColumn    column)
{
  return find_cell (GTK_WIDGET (fixture->view), designer_fixture_stage (fixture, position)->id, column);
}

static ScTableCell *
get_focus (DesignerFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  if (focus == NULL)
    return NULL;

  focus = gtk_widget_get_ancestor (focus, SC_TYPE_TABLE_CELL); /* or itself */

  return focus != NULL ? SC_TABLE_CELL (focus) : NULL;
}

static void
focus (DesignerFixture *fixture,
       guint            position,
       ScStageColumn    column)
{
  wait_until (get_cell (fixture, position, column) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_cell (fixture, position, column)));
  g_assert_true (get_focus (fixture) == get_cell (fixture, position, column));
}

static GtkWidget *
get_entry (ScTableCell *cell)
{
  return gtk_stack_get_visible_child (GTK_STACK (adw_bin_get_child (ADW_BIN (cell))));
}

static void
type (DesignerFixture *fixture,
      const char      *text)
{
  GtkWidget *entry;

  sc_table_cell_edit (get_focus (fixture), NULL);
  entry = get_entry (get_focus (fixture));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static GtkSelectionModel *
get_selection (DesignerFixture *fixture)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (designer_fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW, NULL)));
}

/* The same stage is worked on here, on the canvas and in the pane; the choice is remembered. */
static void
test_edited_in_the_cell (void)
{
  DesignerFixture fixture;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  ScStageTable *table = open_table (&fixture);
  g_autofree char *kept = g_settings_get_string (settings, "scheme-layout");

  g_assert_cmpstr (kept, ==, "table");
  focus (&fixture, 2, SC_STAGE_NAME);
  gtk_selection_model_select_item (get_selection (&fixture), 2, TRUE);
  g_assert_cmpstr (sc_stage_table_get_selected (table), ==, designer_fixture_stage (&fixture, 2)->id);
  g_assert_cmpstr (sc_canvas_get_selected (fixture.canvas), ==, designer_fixture_stage (&fixture, 2)->id);

  type (&fixture, "Show it");
  g_assert_cmpstr (designer_fixture_stage (&fixture, 2)->name, ==, "Show it");
  g_assert_true (get_focus (&fixture) == get_cell (&fixture, 2, SC_STAGE_NAME));

  focus (&fixture, 2, SC_STAGE_TIME);
  type (&fixture, "1.5");
  g_assert_true (sc_duration_equal (designer_fixture_stage (&fixture, 2)->duration, (ScDuration) { 12, SC_UNIT_WORKING_HOURS }));

  /* What can't be taken stays as it was typed, and is not written. */
  focus (&fixture, 2, SC_STAGE_PROBABILITY);
  type (&fixture, "150");
  g_assert_true (sc_table_cell_is_editing (get_cell (&fixture, 2, SC_STAGE_PROBABILITY)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (get_entry (get_cell (&fixture, 2, SC_STAGE_PROBABILITY))), ==,
                   "“150” is not understood. Possible are whole numbers from 0 to 100");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (get_cell (&fixture, 2, SC_STAGE_PROBABILITY))), "45 %");
  g_signal_emit_by_name (get_entry (get_cell (&fixture, 2, SC_STAGE_PROBABILITY)), "activate");
  g_assert_cmpfloat (designer_fixture_stage (&fixture, 2)->probability, ==, 0.45);

  designer_fixture_take_back (&fixture, FALSE);
  g_assert_cmpfloat (designer_fixture_stage (&fixture, 2)->probability, !=, 0.45);
  close_table (&fixture);
}

/* What is typed goes into all rows that are selected, as one change; they are deleted together. */
static void
test_several_rows (void)
{
  DesignerFixture fixture;
  guint n;

  open_table (&fixture);
  n = designer_fixture_version (&fixture)->stages->len;
  focus (&fixture, 1, SC_STAGE_TIME);
  gtk_selection_model_select_range (get_selection (&fixture), 1, 3, TRUE);
  type (&fixture, "4 hours");
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (sc_duration_equal (designer_fixture_stage (&fixture, i)->duration, (ScDuration) { 4, SC_UNIT_WORKING_HOURS }),
                     ==, i >= 1 && i <= 3);
  designer_fixture_take_back (&fixture, FALSE);
  for (guint i = 0; i < n; i++)
    g_assert_false (sc_duration_equal (designer_fixture_stage (&fixture, i)->duration, (ScDuration) { 4, SC_UNIT_WORKING_HOURS }));

  focus (&fixture, 2, SC_STAGE_NAME);
  gtk_selection_model_select_range (get_selection (&fixture), 1, 3, TRUE);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (designer_fixture_version (&fixture)->stages->len, ==, n - 3);
  wait_until (get_focus (&fixture) != NULL);
  designer_fixture_take_back (&fixture, FALSE);
  g_assert_cmpuint (designer_fixture_version (&fixture)->stages->len, ==, n);
  close_table (&fixture);
}

/* A role that the process has by a shorter name is taken for it, and that is said. */
static void
test_a_role_by_another_name (void)
{
  DesignerFixture fixture;
  guint n_roles;

  open_table (&fixture);
  n_roles = designer_fixture_version (&fixture)->roles->len;
  focus (&fixture, 1, SC_STAGE_RESPONSIBLE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.window), "Presales\nPresales");
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  wait_until (designer_fixture_find (GTK_WIDGET (fixture.view), GTK_TYPE_LABEL, "Pasted into the table") != NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.window), "Rep\nsales  REPS");
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  wait_until (designer_fixture_find (GTK_WIDGET (fixture.view), GTK_TYPE_LABEL, "Pasted. “Rep” is taken for “Sales rep”") != NULL);
  g_assert_cmpuint (designer_fixture_version (&fixture)->roles->len, ==, n_roles);
  for (guint i = 1; i <= 2; i++)
    g_assert_cmpstr (sc_version_find_role (designer_fixture_version (&fixture), designer_fixture_stage (&fixture, i)->responsible, NULL)->name,
                     ==, "Sales rep");
  close_table (&fixture);
}

static GtkPopover *
find_popover (DesignerFixture *fixture)
{
  GtkWidget *table = designer_fixture_find (GTK_WIDGET (fixture->view), SC_TYPE_STAGE_TABLE, NULL);
  GtkWidget *found = gtk_widget_get_last_child (table);

  return GTK_IS_POPOVER (found) && gtk_widget_get_mapped (found) ? GTK_POPOVER (found) : NULL;
}

static GtkWidget *
open_menu (DesignerFixture *fixture)
{
  g_assert_true (designer_fixture_press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK));
  wait_until (find_popover (fixture) != NULL);

  return GTK_WIDGET (find_popover (fixture));
}

/* Activates what a menu has under this action, or else fails. */
static void
choose (GtkWidget  *menu,
        const char *action)
{
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));

  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *name = NULL;
          g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (section, j, G_MENU_ATTRIBUTE_TARGET, NULL);

          if (g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_ACTION, "s", &name) && g_str_equal (name, action))
            {
              gtk_popover_popdown (GTK_POPOVER (menu));
              gtk_widget_activate_action_variant (menu, action, target);
              return;
            }
        }
    }

  g_error ("The menu has no %s", action);
}

static void
assert_selected (DesignerFixture *fixture,
                 guint            first,
                 guint            last)
{
  for (guint i = 0; i < designer_fixture_version (fixture)->stages->len; i++)
    g_assert_cmpint (gtk_selection_model_is_selected (get_selection (fixture), i), ==, i >= first && i <= last);
}

/* A menu on rows that are selected is about all of them, and leaves them so. */
static void
test_menu_of_several_rows (void)
{
  DesignerFixture fixture;
  guint n;

  open_table (&fixture);
  n = designer_fixture_version (&fixture)->stages->len;
  focus (&fixture, 2, SC_STAGE_NAME);
  gtk_selection_model_select_range (get_selection (&fixture), 1, 3, TRUE);
  gtk_popover_popdown (GTK_POPOVER (open_menu (&fixture)));
  wait_until (find_popover (&fixture) == NULL);
  assert_selected (&fixture, 1, 3);

  choose (open_menu (&fixture), "table.change");
  wait_until (find_popover (&fixture) != NULL && SC_IS_TABLE_CHOICES (find_popover (&fixture)));
  g_signal_emit_by_name (find_popover (&fixture), "chosen", "Other");
  gtk_popover_popdown (find_popover (&fixture));
  wait_until (find_popover (&fixture) == NULL);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (designer_fixture_stage (&fixture, i)->kinds == SC_KIND_BIT (SC_KIND_OTHER), ==, i >= 1 && i <= 3);
  assert_selected (&fixture, 1, 3);
  designer_fixture_take_back (&fixture, FALSE);

  choose (open_menu (&fixture), "designer.delete-all");
  g_assert_cmpuint (designer_fixture_version (&fixture)->stages->len, ==, n - 3);
  designer_fixture_take_back (&fixture, FALSE);
  g_assert_cmpuint (designer_fixture_version (&fixture)->stages->len, ==, n);
  close_table (&fixture);
}

/* A stage that is added is named at once; one that is moved keeps the keyboard. */
static void
test_rows_come_and_move (void)
{
  DesignerFixture fixture;
  const char *id;

  open_table (&fixture);
  focus (&fixture, 1, SC_STAGE_RESPONSIBLE);
  gtk_selection_model_select_item (get_selection (&fixture), 1, TRUE);
  id = designer_fixture_stage (&fixture, 1)->id;
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpstr (designer_fixture_stage (&fixture, 2)->id, ==, id);
  wait_until (get_focus (&fixture) != NULL && sc_stage_row_get_position (sc_table_cell_get_row (get_focus (&fixture))) == 2);

  designer_fixture_do (&fixture, "designer.add", NULL);
  wait_until (get_focus (&fixture) != NULL && sc_table_cell_is_editing (get_focus (&fixture)));
  g_assert_cmpuint (sc_stage_row_get_position (sc_table_cell_get_row (get_focus (&fixture))), ==, 3);
  close_table (&fixture);
}

static GtkWidget *
find_toggle (GtkWidget  *from,
             const char *tooltip)
{
  if (GTK_IS_TOGGLE_BUTTON (from) && g_strcmp0 (gtk_widget_get_tooltip_text (from), tooltip) == 0)
    return from;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What is chosen below the scheme has the keyboard, at the stage that is worked on: a paste goes
 * there. */
static void
test_chosen_by_its_button (void)
{
  DesignerFixture fixture;
  g_autoptr (ScVersion) version = designer_fixture_proposal ();
  GtkWidget *toggle;

  designer_fixture_open (&fixture, version);
  sc_canvas_set_selected (fixture.canvas, designer_fixture_stage (&fixture, 2)->id);
  toggle = find_toggle (GTK_WIDGET (fixture.view), "Stages as a Table");
  gtk_widget_grab_focus (toggle);
  g_signal_emit_by_name (toggle, "clicked");
  wait_until (get_focus (&fixture) != NULL);
  g_assert_cmpuint (sc_stage_row_get_position (sc_table_cell_get_row (get_focus (&fixture))), ==, 2);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture.window), "Responsible\nBDR team\nPresales");
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_v, GDK_CONTROL_MASK));
  wait_until (sc_version_find_role_by_name (designer_fixture_version (&fixture), "Presales") != NULL);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 3)->responsible, ==,
                   sc_version_find_role_by_name (designer_fixture_version (&fixture), "Presales")->id);

  toggle = find_toggle (GTK_WIDGET (fixture.view), "Stages as a Scheme");
  gtk_widget_grab_focus (toggle);
  g_signal_emit_by_name (toggle, "clicked");
  wait_until (gtk_widget_get_focus_child (GTK_WIDGET (fixture.canvas)) != NULL);
  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/table/edited-in-the-cell", test_edited_in_the_cell);
  g_test_add_func ("/designer/table/several-rows", test_several_rows);
  g_test_add_func ("/designer/table/menu-of-several-rows", test_menu_of_several_rows);
  g_test_add_func ("/designer/table/a-role-by-another-name", test_a_role_by_another_name);
  g_test_add_func ("/designer/table/rows-come-and-move", test_rows_come_and_move);
  g_test_add_func ("/designer/table/chosen-by-its-button", test_chosen_by_its_button);

  return designer_fixture_run ();
}
