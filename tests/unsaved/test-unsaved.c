/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was entered is found, wherever it stands, and asked about before it is lost. */

#include "unsaved/sc-dialog-guard.h"
#include "unsaved/sc-unsaved.h"
#include "widget-test.h"
#include "widgets/sc-field-row.h"
#include "widgets/sc-widgets.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *list; /* two fields stand in it */
  GtkWidget *first;
  GtkWidget *second;
} Fixture;

static GtkWidget *
add_field (Fixture    *fixture,
           const char *title)
{
  GtkWidget *row = sc_field_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (fixture->list), row);

  return row;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  sc_widgets_init ();
  fixture->window = adw_window_new ();
  fixture->list = gtk_list_box_new ();
  fixture->first = add_field (fixture, "Name");
  fixture->second = add_field (fixture, "City");
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->list);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
finds_what_is_typed (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *what = NULL;

  g_assert_cmpint (sc_unsaved_get_state_in (fixture->window), ==, SC_SAVE_STATE_SAVED);

  gtk_editable_set_text (GTK_EDITABLE (fixture->second), "Kazan");
  g_assert_cmpint (sc_unsaved_get_state_in (fixture->window), ==, SC_SAVE_STATE_UNSAVED);
  g_assert_cmpint (sc_unsaved_get_state (SC_UNSAVED (fixture->first)), ==, SC_SAVE_STATE_SAVED);
  all = sc_unsaved_list (fixture->window);
  what = sc_unsaved_describe (SC_UNSAVED (fixture->second));
  g_assert_true (g_ptr_array_find (all, fixture->second, NULL));
  g_assert_cmpstr (what, ==, "City: Kazan");
  g_assert_true (sc_unsaved_find_owner (gtk_widget_get_first_child (fixture->second))
                 == SC_UNSAVED (fixture->second));

  sc_unsaved_give_up_in (fixture->window);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->second)), ==, "");
  g_assert_cmpint (sc_unsaved_get_state_in (fixture->window), ==, SC_SAVE_STATE_SAVED);
}

static void
leads_to_what_is_unsaved (Fixture      *fixture,
                          gconstpointer data)
{
  GtkWidget *stack = gtk_stack_new ();

  g_object_ref (fixture->list);
  adw_window_set_content (ADW_WINDOW (fixture->window), stack);
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Elsewhere"), "elsewhere");
  gtk_stack_add_named (GTK_STACK (stack), fixture->list, "fields");
  g_object_unref (fixture->list);

  sc_unsaved_reveal (SC_UNSAVED (fixture->second));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "fields");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), fixture->second));
}

static gboolean
is_asked (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  return ADW_IS_ALERT_DIALOG (dialog);
}

static gboolean
is_closed (gpointer window)
{
  return adw_window_get_visible_dialog (window) == NULL;
}

static void
asks_before_a_dialog_goes (Fixture      *fixture,
                           gconstpointer is_edited)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *entry = gtk_entry_new ();
  ScDialogGuard *guard;

  adw_dialog_set_title (dialog, "Rename");
  adw_dialog_set_child (dialog, entry);
  guard = sc_dialog_guard_add (dialog);
  adw_dialog_present (dialog, fixture->window);
  g_assert_false (sc_dialog_guard_is_edited (guard));
  if (is_edited)
    gtk_editable_set_text (GTK_EDITABLE (entry), "Half a name");
  g_assert_cmpint (sc_dialog_guard_is_edited (guard), ==, is_edited != NULL);

  adw_dialog_close (dialog);
  if (!is_edited)
    {
      widget_test_wait (is_closed, fixture->window, "the dialog to close");
      return;
    }

  widget_test_wait (is_asked, fixture->window, "the question");
  adw_dialog_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Half a name");
  g_assert_true (sc_dialog_guard_is_edited (guard));
  adw_dialog_force_close (dialog);
  widget_test_wait (is_closed, fixture->window, "the dialog to close");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, data, test) g_test_add ("/unsaved/" path, Fixture, data, set_up, test, tear_down)
  ADD ("finds-what-is-typed", NULL, finds_what_is_typed);
  ADD ("leads-to-what-is-unsaved", NULL, leads_to_what_is_unsaved);
  ADD ("asks-before-a-dialog-goes", GINT_TO_POINTER (TRUE), asks_before_a_dialog_goes);
  ADD ("lets-a-dialog-go-in-which-nothing-is", NULL, asks_before_a_dialog_goes);
#undef ADD

  return g_test_run ();
}
