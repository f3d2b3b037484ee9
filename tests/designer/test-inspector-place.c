/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the inspector is scrolled to and what is open in it: what is added is seen, another
 * stage begins with its name. */

#include "designer/inspector-fixture.h"
#include "designer/inspector/sc-criterion-dialog.h"
#include "designer/inspector/sc-stage-inspector.h"
#include "designer/inspector/sc-tactic-row.h"
#include "widgets/sc-text-row.h"

/* All of it. */
static gboolean
is_seen (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t place;

  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0
         && gtk_widget_compute_bounds (widget, gtk_widget_get_parent (viewport), &place) && place.origin.y >= 0
         && place.origin.y + place.size.height <= (float) gtk_widget_get_height (viewport);
}

static GtkWidget *
find_button (GtkWidget  *from,
             const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (from) && g_strcmp0 (gtk_widget_get_tooltip_text (from), tooltip) == 0)
    return from;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, tooltip);

  return found;
}

static void
give (DesignerFixture *fixture,
      guint            position,
      guint            n_tactics)
{
  g_autoptr (ScStage) stage = sc_stage_copy (designer_fixture_stage (fixture, position));
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_set_size (stage->tactics, 0);
  for (guint i = 1; i <= n_tactics; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tactic %u", i);

      sc_stage_add_tactic (stage, title, "Too dear?");
    }
  g_ptr_array_add (edits, sc_edit_replace_stage (designer_fixture_version (fixture), stage));
  g_assert_true (sc_design_edit (fixture->design, "Give", edits));
  designer_fixture_settle (fixture);
}

static GtkWidget *
show (DesignerFixture *fixture,
      guint            position)
{
  sc_designer_view_select_stage (fixture->view, designer_fixture_stage (fixture, position)->id);
  designer_fixture_settle (fixture);

  return designer_fixture_find (fixture->window, SC_TYPE_STAGE_INSPECTOR, NULL);
}

static GtkWidget *
get_title (GtkWidget *row)
{
  return designer_fixture_find (row, ADW_TYPE_ENTRY_ROW, "Title");
}

/* With what a person writes in it. */
static void
test_a_new_tactic_is_seen (void)
{
  DesignerFixture fixture;
  GtkWidget *inspector;
  GtkWidget *row = NULL;

  inspector_fixture_open_proposal (&fixture);
  give (&fixture, 2, 6);
  inspector = show (&fixture, 2);
  wait_until (is_seen (designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Name")));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  g_signal_emit_by_name (find_button (inspector, "Add a Tactic"), "clicked");
  wait_until ((row = designer_fixture_find (inspector, SC_TYPE_TACTIC_ROW, "New tactic")) != NULL);
  wait_until (is_seen (get_title (row)) && is_seen (designer_fixture_find (row, SC_TYPE_TEXT_ROW, NULL)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture.window)), get_title (row)));
  designer_fixture_picture (&fixture, "new-tactic");
  wait_until (is_seen (get_title (row)) && is_seen (designer_fixture_find (row, SC_TYPE_TEXT_ROW, NULL)));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  designer_fixture_close (&fixture);
}

static void
test_a_new_criterion_is_seen (void)
{
  DesignerFixture fixture;
  ScListEditor *list;
  guint n_criteria;

  inspector_fixture_open_proposal (&fixture);
  list = SC_LIST_EDITOR (designer_fixture_find (show (&fixture, 2), SC_TYPE_LIST_EDITOR, NULL));
  n_criteria = designer_fixture_stage (&fixture, 2)->criteria->len;
  for (guint i = 0; i < 12; i++)
    {
      GtkWidget *added;

      designer_fixture_enter (&fixture, inspector_fixture_find_line (list, n_criteria + i), "One more");
      added = inspector_fixture_find_line (list, n_criteria + i);
      wait_until (is_seen (added) && is_seen (inspector_fixture_find_line (list, n_criteria + i + 1)));
    }
  designer_fixture_picture (&fixture, "new-criterion");
  designer_fixture_close (&fixture);
}

static void
test_another_stage_begins_with_its_name (void)
{
  DesignerFixture fixture;
  GtkWidget *inspector;
  GtkWidget *row;
  GtkWidget *name;

  inspector_fixture_open_proposal (&fixture);
  give (&fixture, 1, 3);
  give (&fixture, 2, 3);
  inspector = show (&fixture, 1);
  name = designer_fixture_row (&fixture, SC_TYPE_STAGE_INSPECTOR, "Name");
  row = designer_fixture_find (inspector, SC_TYPE_TACTIC_ROW, "Tactic 2");
  sc_tactic_row_start (SC_TACTIC_ROW (row));
  wait_until (is_seen (get_title (row)) && !is_seen (name));

  /* What is done to the stage, and taken back, leaves it open. */
  give (&fixture, 1, 4);
  designer_fixture_take_back (&fixture, FALSE);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_false (is_seen (name));

  gtk_widget_grab_focus (GTK_WIDGET (fixture.canvas));
  show (&fixture, 2);
  wait_until (is_seen (name));
  row = designer_fixture_find (inspector, SC_TYPE_TACTIC_ROW, "Tactic 2");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  designer_fixture_picture (&fixture, "another-stage");
  g_assert_true (is_seen (name));
  designer_fixture_close (&fixture);
}

/* As a person does, in what pops up. */
static void
choose (GtkWidget *row,
        guint      position)
{
  GtkWidget *popover = designer_fixture_find (row, GTK_TYPE_POPOVER, NULL);
  GtkWidget *list = designer_fixture_find (popover, GTK_TYPE_LIST_VIEW, NULL);

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "activate");
  wait_until (gtk_widget_get_mapped (popover));
  gtk_widget_grab_focus (list);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), position, TRUE);
  g_signal_emit_by_name (list, "activate", position);
  wait_until (!gtk_widget_get_mapped (popover));
}

/* Somebody who chooses that there are choices is led to where they are written. */
static void
test_choices_are_seen (void)
{
  DesignerFixture fixture;
  GtkWidget *inspector;
  GtkWidget *dialog;
  GtkWidget *line;

  inspector_fixture_open_proposal (&fixture);
  inspector = show (&fixture, 2);
  g_signal_emit_by_name (designer_fixture_find (designer_fixture_find (inspector, SC_TYPE_LIST_EDITOR, NULL),
                                                GTK_TYPE_BUTTON, NULL), "clicked");
  dialog = designer_fixture_find (fixture.window, SC_TYPE_CRITERION_DIALOG, NULL);
  wait_until (gtk_widget_get_mapped (dialog) && gtk_widget_get_height (dialog) > 0);
  designer_fixture_picture (&fixture, "criterion");
  choose (designer_fixture_find (dialog, ADW_TYPE_COMBO_ROW, "Answered With"), SC_ANSWER_CHOICE);
  designer_fixture_settle (&fixture);
  line = inspector_fixture_find_line (SC_LIST_EDITOR (designer_fixture_find (dialog, SC_TYPE_LIST_EDITOR, NULL)), 0);
  designer_fixture_picture (&fixture, "criterion-choices");
  wait_until (is_seen (line) && gtk_widget_has_focus (line));
  /* There is room for all of it. */
  wait_until (is_seen (designer_fixture_find (dialog, ADW_TYPE_SWITCH_ROW, "Required")));
  g_assert_true (is_seen (line));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/inspector/a-new-tactic-is-seen", test_a_new_tactic_is_seen);
  g_test_add_func ("/designer/inspector/a-new-criterion-is-seen", test_a_new_criterion_is_seen);
  g_test_add_func ("/designer/inspector/another-stage-begins-with-its-name", test_another_stage_begins_with_its_name);
  g_test_add_func ("/designer/inspector/choices-are-seen", test_choices_are_seen);

  return designer_fixture_run ();
}
