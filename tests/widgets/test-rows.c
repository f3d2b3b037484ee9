/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields: what is typed is taken as people write it, or kept as it is and refused in words. */

#include "widget-test.h"

#include "widgets/sc-date-row.h"
#include "widgets/sc-text-row.h"
#include "widgets/sc-widgets.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *row;
  guint n_commits;
} Fixture;

static void
commit_cb (Fixture *fixture)
{
  fixture->n_commits++;
}

static void
show_row (Fixture   *fixture,
          GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  sc_widgets_init ();
  fixture->row = row;
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), list);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_signal_connect_swapped (row, "commit", G_CALLBACK (commit_cb), fixture);
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
set_up_date (Fixture      *fixture,
             gconstpointer data)
{
  sc_widgets_init ();
  show_row (fixture, sc_date_row_new ());
}

static void
type_and_leave (Fixture    *fixture,
                const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->row), text);
  sc_field_row_commit (SC_FIELD_ROW (fixture->row));
}

static void
takes_days_as_people_write_them (Fixture      *fixture,
                                 gconstpointer data)
{
  ScDate today = sc_clock_today ();

  type_and_leave (fixture, "tomorrow");
  g_assert_cmpuint (fixture->n_commits, ==, 1);
  g_assert_cmpuint (sc_date_row_get_date (SC_DATE_ROW (fixture->row)), ==, today + 1);
  sc_field_row_finish_commit (SC_FIELD_ROW (fixture->row), sc_field_row_get_value (SC_FIELD_ROW (fixture->row)));

  type_and_leave (fixture, "in 3 days");
  g_assert_cmpuint (fixture->n_commits, ==, 2);
  g_assert_cmpuint (sc_date_row_get_date (SC_DATE_ROW (fixture->row)), ==, today + 3);
}

static void
refuses_what_is_no_day (Fixture      *fixture,
                        gconstpointer data)
{
  type_and_leave (fixture, "soon");
  g_assert_cmpuint (fixture->n_commits, ==, 0);
  g_assert_false (sc_field_row_is_valid (SC_FIELD_ROW (fixture->row)));
  g_assert_true (gtk_widget_has_css_class (fixture->row, "error"));
  /* What was typed stands there still, to be put right. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "soon");

  sc_field_row_revert (SC_FIELD_ROW (fixture->row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->row)), ==, "");
  g_assert_false (gtk_widget_has_css_class (fixture->row, "error"));
}

static void
set_up_text (Fixture      *fixture,
             gconstpointer data)
{
  sc_widgets_init ();
  show_row (fixture, sc_text_row_new ("Note"));
}

static void
keeps_what_was_typed_when_others_save (Fixture      *fixture,
                                       gconstpointer data)
{
  ScTextRow *row = SC_TEXT_ROW (fixture->row);
  g_autofree char *text = NULL;

  sc_text_row_set_value (row, "first");
  sc_text_row_set_text (row, "mine");
  g_assert_true (sc_text_row_is_edited (row));

  sc_text_row_set_value (row, "theirs");
  text = sc_text_row_dup_text (row);
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpstr (sc_text_row_get_base (row), ==, "first");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/rows/takes-days-as-people-write-them", Fixture, NULL, set_up_date, takes_days_as_people_write_them,
              tear_down);
  g_test_add ("/rows/refuses-what-is-no-day", Fixture, NULL, set_up_date, refuses_what_is_no_day, tear_down);
  g_test_add ("/rows/keeps-what-was-typed-when-others-save", Fixture, NULL, set_up_text,
              keeps_what_was_typed_when_others_save, tear_down);

  return g_test_run ();
}
