/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "../diagram/sample.h"
#include "printing/sc-print-preview.h"
#include "printing/sc-print-setup.h"
#include "printing/sc-printing.h"
#include "widget-test.h"

typedef struct {
  GtkWidget *window;
  AdwDialog *preview;
} Fixture;

static void
reset_settings (void)
{
  static const char *const keys[] = {
    "print-title", "print-legend", "print-spread", "print-across", "print-down", "print-page-setup",
  };
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);

  reset_settings ();
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 760);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->preview = sc_print_preview_new (version, "Selling a CRM");
  adw_dialog_present (fixture->preview, fixture->window);
  widget_test_wait (is_mapped, fixture->preview, "the preview");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  adw_dialog_force_close (fixture->preview);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* The first widget of a type, by its label or title where one is given. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *property,
      const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *text = NULL;

      if (property == NULL)
        return widget;
      g_object_get (widget, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, value);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_counter (Fixture    *fixture,
                const char *text)
{
  g_assert_nonnull (find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, "label", text));
}

static AdwSwitchRow *
find_switch (Fixture    *fixture,
             const char *title)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->preview), ADW_TYPE_SWITCH_ROW, "title", title);

  g_assert_nonnull (row);

  return ADW_SWITCH_ROW (row);
}

/* One turns the pages of a scheme on several, and no further than they go. */
static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *preview = GTK_WIDGET (fixture->preview);

  assert_counter (fixture, "Page 1 of 1");
  adw_switch_row_set_active (find_switch (fixture, "_Several Pages"), TRUE);
  assert_counter (fixture, "Page 1 of 2");
  g_assert_true (gtk_widget_activate_action (preview, "preview.next-page", NULL));
  assert_counter (fixture, "Page 2 of 2");
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  assert_counter (fixture, "Page 2 of 2");
  gtk_widget_activate_action (preview, "preview.previous-page", NULL);
  assert_counter (fixture, "Page 1 of 2");
  gtk_widget_activate_action (preview, "preview.next-page", NULL);
  adw_switch_row_set_active (find_switch (fixture, "_Several Pages"), FALSE);
  assert_counter (fixture, "Page 1 of 1");
}

static void
test_paper (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget *row = find (GTK_WIDGET (fixture->preview), ADW_TYPE_COMBO_ROW, "title", "_Orientation");
  g_autoptr (ScPrintSetup) setup = NULL;

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  setup = sc_print_setup_new ();
  g_assert_cmpint (gtk_page_setup_get_orientation (sc_print_setup_get_page_setup (setup)), ==,
                   GTK_PAGE_ORIENTATION_PORTRAIT);
}

static gboolean
is_reading (Fixture *fixture)
{
  GtkWidget *spinner = find (GTK_WIDGET (fixture->preview), ADW_TYPE_SPINNER, NULL, NULL);

  g_assert_nonnull (spinner);

  return gtk_widget_get_visible (spinner);
}

/* Figures are printed at first where the scheme shows them; the dialog's switch is of what is
 * printed alone. */
static void
test_figures (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (ScPrintSetup) setup = NULL;
  AdwSwitchRow *row = find_switch (fixture, "_Figures from Deals");

  g_settings_reset (settings, "show-figures");
  g_assert_false (adw_switch_row_get_active (row));
  adw_switch_row_set_active (row, TRUE);
  g_assert_false (g_settings_get_boolean (settings, "show-figures"));

  setup = sc_print_setup_new ();
  sc_print_setup_set_figures (setup, figures);
  g_assert_null (sc_print_setup_get_options (setup, "CRM", 100, 100).figures);
  g_object_set (setup, "has-figures", TRUE, NULL);
  g_assert_true (sc_print_setup_get_options (setup, "CRM", 100, 100).figures == figures);
  g_settings_set_boolean (settings, "show-figures", TRUE);
  g_clear_object (&setup);
  setup = sc_print_setup_new ();
  sc_print_setup_set_figures (setup, figures);
  g_assert_true (sc_print_setup_get_options (setup, "CRM", 100, 100).figures == figures);
  g_settings_reset (settings, "show-figures");
}

static void
figures_wanted_cb (AdwDialog *preview,
                   guint     *n_wanted)
{
  (*n_wanted)++;
}

/* What deals tell is asked for when it is switched on, once, and only then; where it could not
 * be read, when it is switched on again. */
static void
test_figures_wanted (Fixture      *fixture,
                     gconstpointer data)
{
  AdwSwitchRow *row = find_switch (fixture, "_Figures from Deals");
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  guint n_wanted = 0;

  adw_switch_row_set_active (row, FALSE);
  g_signal_connect (fixture->preview, "figures-wanted", G_CALLBACK (figures_wanted_cb), &n_wanted);
  adw_switch_row_set_active (find_switch (fixture, "_Legend"), TRUE);
  g_assert_cmpuint (n_wanted, ==, 0);
  g_assert_false (is_reading (fixture));

  adw_switch_row_set_active (row, TRUE);
  g_assert_cmpuint (n_wanted, ==, 1);
  g_assert_true (is_reading (fixture));
  adw_switch_row_set_active (row, FALSE);
  adw_switch_row_set_active (row, TRUE);
  g_assert_cmpuint (n_wanted, ==, 1);

  sc_print_preview_set_figures (fixture->preview, NULL);
  g_assert_cmpuint (n_wanted, ==, 1);
  g_assert_false (is_reading (fixture));
  adw_switch_row_set_active (row, FALSE);
  adw_switch_row_set_active (row, TRUE);
  g_assert_cmpuint (n_wanted, ==, 2);

  sc_print_preview_set_figures (fixture->preview, figures);
  g_assert_false (is_reading (fixture));
  adw_switch_row_set_active (row, FALSE);
  adw_switch_row_set_active (row, TRUE);
  g_assert_cmpuint (n_wanted, ==, 2);
}

static gboolean
is_printing (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        {
          g_signal_emit_by_name (window, "response", GTK_RESPONSE_CANCEL);
          return TRUE;
        }
    }

  return FALSE;
}

static const char *
get_banner (Fixture *fixture)
{
  AdwBanner *banner = ADW_BANNER (find (GTK_WIDGET (fixture->preview), ADW_TYPE_BANNER, NULL, NULL));

  return adw_banner_get_revealed (banner) ? adw_banner_get_title (banner) : NULL;
}

/* What is printed while figures are still being read waits for them, and says so; it does not
 * where that is cancelled, or they can't be read. */
static void
test_print_waits (Fixture      *fixture,
                  gconstpointer data)
{
  const char *waiting = "Printing begins when the figures from deals have been read.";
  AdwSwitchRow *row = find_switch (fixture, "_Figures from Deals");
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  adw_switch_row_set_active (row, TRUE);
  g_assert_true (is_reading (fixture));
  g_assert_null (get_banner (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.print", NULL);
  g_assert_cmpstr (get_banner (fixture), ==, waiting);
  g_assert_false (is_printing ());
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.cancel-print", NULL);
  g_assert_null (get_banner (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.print", NULL);
  sc_print_preview_set_figures (fixture->preview, NULL);
  g_assert_cmpstr (get_banner (fixture), ==, "The figures from deals can’t be read and are not printed.");
  g_assert_false (is_printing ());

  adw_switch_row_set_active (row, FALSE);
  g_assert_null (get_banner (fixture));
  adw_switch_row_set_active (row, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.print", NULL);
  g_assert_cmpstr (get_banner (fixture), ==, waiting);
  sc_print_preview_set_figures (fixture->preview, figures);
  g_assert_null (get_banner (fixture));
  wait_until (is_printing ());
}

static gboolean
was_wanted (gpointer data)
{
  return *(guint *) data > 0;
}

/* Where the scheme shows them they are to be printed from the first, and asked for. */
static void
test_figures_left_on (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  AdwDialog *preview;
  guint n_wanted = 0;

  g_settings_set_boolean (settings, "show-figures", TRUE);
  preview = sc_print_preview_new (version, "Selling a CRM");
  g_signal_connect (preview, "figures-wanted", G_CALLBACK (figures_wanted_cb), &n_wanted);
  adw_dialog_present (preview, fixture->window);
  widget_test_wait (was_wanted, &n_wanted, "the figures to be asked for");
  g_assert_cmpuint (n_wanted, ==, 1);
  g_settings_reset (settings, "show-figures");
  adw_dialog_force_close (preview);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_printing_init ();

  g_test_add ("/print-preview/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/print-preview/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/print-preview/figures-wanted", Fixture, NULL, set_up, test_figures_wanted, tear_down);
  g_test_add ("/print-preview/print-waits", Fixture, NULL, set_up, test_print_waits, tear_down);
  g_test_add ("/print-preview/figures-left-on", Fixture, NULL, set_up, test_figures_left_on, tear_down);
  g_test_add ("/print-preview/paper", Fixture, NULL, set_up, test_paper, tear_down);

  return g_test_run ();
}
