/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the keyboard is when a window has opened: in the view, on what one would begin
 * with, and to be seen there. Enter is not to do anything to a deal that nobody looked at. */

#include "app/app-fixture.h"
#include "app/window-tests.h"
#include "change/sc-deal-commands.h"

typedef struct {
  const char *name;
  const char *view; /* of the process, NULL for Today */
  int width;
  const char *focus; /* the type of what has it, or of what that holds */
} Place;

static const Place places[] = {
  { "today", NULL, 1200, "ScDueWidget" },
  { "today-narrow", NULL, 360, "ScDueWidget" },
  { "deals", "deals", 1200, "ScDealCard" },
  { "deals-narrow", "deals", 360, "ScDealCard" },
  { "scheme", "scheme", 1200, "ScStageCard" },
  { "regulations", "regulations", 1200, "ScPageView" },
};

typedef struct {
  GtkWidget *window;
  const Place *place;
} Start;

static gboolean
is_or_holds (GtkWidget  *widget,
             const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_or_holds (child, type))
      return TRUE;

  return FALSE;
}

static gboolean
has_focus (gpointer data)
{
  const Start *start = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (start->window));

  return focus != NULL && gtk_widget_get_mapped (focus) && !GTK_IS_BUTTON (focus) && is_or_holds (focus, start->place->focus);
}

/* The first of several: the list view has its focus on the row in front. */
static gboolean
is_at_top (GtkWidget *focus)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (focus, gtk_widget_get_parent (focus), &bounds) && bounds.origin.y < 100;
}

static void
test_focus_is_in_the_view (gconstpointer data)
{
  const Place *place = data;
  g_autoptr (AppFixture) fixture = app_fixture_open ();
  g_autoptr (ScProcess) process = NULL;
  Start start = { NULL, place };
  int width, height;

  app_fixture_add_sample (sc_window_get_store (fixture->window), 20);
  process = sc_store_find_process (sc_window_get_store (fixture->window), "Sample", NULL);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  app_fixture_activate (fixture, "win.show-today");
  if (place->view != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-process", "s", process->id);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", place->view);
    }
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), place->width, 700);
  gtk_window_destroy (GTK_WINDOW (fixture->window));

  app_fixture_open_window (fixture);
  start.window = GTK_WIDGET (fixture->window);
  widget_test_wait (has_focus, &start, "the focus in the view");
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (fixture->window)));
  g_assert_true (is_at_top (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
}

void
window_tests_add_start (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/window/focus-at-start/%s", places[i].name);

      g_test_add_data_func (path, &places[i], test_focus_is_in_the_view);
    }
}
