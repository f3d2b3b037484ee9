/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "designer-fixture.h"

#include "designer/sc-designer-pane.h"
#include "method/sc-lint.h"

static const char *
get_name (DesignerFixture *fixture,
          guint            position)
{
  return designer_fixture_stage (fixture, position)->name;
}

static guint
count_stages (DesignerFixture *fixture)
{
  return designer_fixture_version (fixture)->stages->len;
}

static void
open_proposal (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();

  designer_fixture_open (fixture, version);
}

static void
focus_card (DesignerFixture *fixture,
            guint            position)
{
  gtk_widget_grab_focus (designer_fixture_card (fixture, position));
  designer_fixture_settle (fixture);
}

static void
assert_focused (DesignerFixture *fixture,
                guint            position)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == designer_fixture_card (fixture, position));
  g_assert_cmpstr (sc_canvas_get_selected (fixture->canvas), ==, designer_fixture_stage (fixture, position)->id);
}

static void
test_arrows_walk_the_cards (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  focus_card (&fixture, 0);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Right, 0));
  assert_focused (&fixture, 1);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_End, 0));
  assert_focused (&fixture, 6);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Left, 0));
  assert_focused (&fixture, 5);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Up, 0));
  assert_focused (&fixture, 2);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Down, 0));
  assert_focused (&fixture, 5);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Home, 0));
  assert_focused (&fixture, 0);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Escape, 0));
  g_assert_null (sc_canvas_get_selected (fixture.canvas));
  designer_fixture_close (&fixture);
}

static void
test_a_stage_is_moved_by_keyboard (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  focus_card (&fixture, 2);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Right, GDK_ALT_MASK));
  g_assert_cmpstr (get_name (&fixture, 3), ==, "Presentation");
  assert_focused (&fixture, 3);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_cmpstr (get_name (&fixture, 1), ==, "Presentation");
  designer_fixture_close (&fixture);
}

static void
test_a_stage_is_renamed_in_place (void)
{
  DesignerFixture fixture;
  GtkWidget *card;
  GtkWidget *entry;

  open_proposal (&fixture);
  focus_card (&fixture, 2);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_F2, 0));
  card = designer_fixture_card (&fixture, 2);
  g_assert_true (sc_stage_card_is_editing (SC_STAGE_CARD (card)));

  /* Escape changes nothing. */
  entry = designer_fixture_find (card, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nothing");
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Escape, 0));
  g_assert_cmpstr (get_name (&fixture, 2), ==, "Presentation");
  assert_focused (&fixture, 2);

  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Return, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Show it ");
  g_signal_emit_by_name (entry, "activate");
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (get_name (&fixture, 2), ==, "Show it");
  assert_focused (&fixture, 2);

  /* What is typed is kept when the focus goes elsewhere. */
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_F2, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Demonstration");
  focus_card (&fixture, 0);
  g_assert_cmpstr (get_name (&fixture, 2), ==, "Demonstration");
  designer_fixture_close (&fixture);
}

static void
test_a_stage_is_deleted_and_comes_back (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  focus_card (&fixture, 2);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Delete, 0));
  g_assert_cmpuint (count_stages (&fixture), ==, 6);
  assert_focused (&fixture, 2);
  designer_fixture_take_back (&fixture, FALSE);
  g_assert_cmpuint (count_stages (&fixture), ==, 7);
  g_assert_cmpstr (get_name (&fixture, 2), ==, "Presentation");
  designer_fixture_close (&fixture);
}

static void
test_a_stage_is_added_at_any_place (void)
{
  DesignerFixture fixture;
  g_autoptr (ScVersion) empty = sc_version_new (SC_LANGUAGE_RU);

  open_proposal (&fixture);
  designer_fixture_do (&fixture, "designer.insert", g_variant_new ("(us)", 3, "qualification"));
  g_assert_cmpstr (get_name (&fixture, 3), ==, "Qualification");
  assert_focused (&fixture, 3);

  focus_card (&fixture, 1);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Insert, 0));
  g_assert_cmpstr (get_name (&fixture, 2), ==, "New stage");
  g_assert_true (sc_stage_card_is_editing (SC_STAGE_CARD (designer_fixture_card (&fixture, 2))));
  designer_fixture_close (&fixture);

  designer_fixture_open (&fixture, empty);
  designer_fixture_do (&fixture, "designer.insert", g_variant_new ("(us)", 0, ""));
  g_assert_cmpstr (get_name (&fixture, 0), ==, "Новый этап");
  designer_fixture_close (&fixture);
}

/* Each change that a person can make here, taken back and made again. */
static void
test_all_is_undone_and_redone (void)
{
  DesignerFixture fixture;
  g_autofree char *id = NULL;
  g_autofree char *next_id = NULL;
  struct {
    const char *action;
    const char *target;
  } changes[] = {
    { "designer.rename", "('%s', 'Meeting')" },
    { "designer.move", "('%s', uint32 0)" },
    { "designer.duplicate", "'%s'" },
    { "designer.set-mark", "'%s'" },
    { "designer.merge", "('%s', '%s')" },
    { "designer.set-mark", "''" },
    { "designer.delete", "'%s'" },
    { "designer.insert", "(uint32 2, 'account-growth')" },
  };

  open_proposal (&fixture);
  id = g_strdup (designer_fixture_stage (&fixture, 3)->id);
  next_id = g_strdup (designer_fixture_stage (&fixture, 4)->id);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (ScVersion) before = sc_version_ref (designer_fixture_version (&fixture));
      g_autoptr (ScVersion) after = NULL;
      g_autofree char *target = g_strdup_printf (changes[i].target, id, next_id);

      designer_fixture_do (&fixture, changes[i].action, g_variant_new_parsed (target));
      after = sc_version_ref (designer_fixture_version (&fixture));
      g_assert_false (sc_version_equal (before, after));
      designer_fixture_take_back (&fixture, FALSE);
      g_assert_true (sc_version_equal (designer_fixture_version (&fixture), before));
      designer_fixture_take_back (&fixture, TRUE);
      g_assert_true (sc_version_equal (designer_fixture_version (&fixture), after));

      /* The next change is made of the stages as they were. */
      if (changes[i].action[9] == 'm' || changes[i].action[9] == 'd')
        designer_fixture_take_back (&fixture, FALSE);
    }
  designer_fixture_close (&fixture);
}

static void
test_undo_ends_where_the_process_began (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  g_assert_false (designer_fixture_can_undo (&fixture));
  designer_fixture_do (&fixture, "designer.insert", g_variant_new ("(us)", 0, ""));
  g_assert_true (designer_fixture_can_undo (&fixture));
  designer_fixture_take_back (&fixture, FALSE);
  g_assert_false (designer_fixture_can_undo (&fixture));
  designer_fixture_close (&fixture);
}

static GtkGestureDrag *
find_drag_gesture (GtkWidget *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE_DRAG (controller);
    }

  g_assert_not_reached ();
}

static graphene_rect_t
get_bounds (DesignerFixture *fixture,
            GtkWidget       *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->canvas), &bounds));

  return bounds;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *is_painted)
{
  *is_painted = TRUE;
}

/* Cards are where they belong only from the next frame on. */
static void
wait_for_frame (DesignerFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gboolean is_painted = FALSE;

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  gtk_widget_queue_draw (fixture->window);
  wait_until (is_painted);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, &is_painted);
}

/* From the middle of one widget to a place across another. */
static void
drag (DesignerFixture *fixture,
      GtkWidget       *from,
      GtkWidget       *to,
      double           share)
{
  GtkGestureDrag *gesture = find_drag_gesture (GTK_WIDGET (fixture->canvas));
  graphene_rect_t a, b;
  double x, y, dx, dy;

  wait_for_frame (fixture);
  a = get_bounds (fixture, from);
  b = get_bounds (fixture, to);
  x = a.origin.x + a.size.width / 2;
  y = a.origin.y + a.size.height / 2;
  dx = b.origin.x + b.size.width * share - x;
  dy = b.origin.y + b.size.height / 2 - y;

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, dy / 2 + 20);
  g_signal_emit_by_name (gesture, "drag-update", dx, dy);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
  designer_fixture_settle (fixture);
}

static void
test_a_stage_is_dragged (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  drag (&fixture, designer_fixture_card (&fixture, 0), designer_fixture_card (&fixture, 2), 0.9);
  g_assert_cmpstr (get_name (&fixture, 2), ==, "Search and first contact");
  drag (&fixture, designer_fixture_card (&fixture, 2), designer_fixture_card (&fixture, 0), 0.1);
  g_assert_cmpstr (get_name (&fixture, 0), ==, "Search and first contact");
  designer_fixture_close (&fixture);
}

static GtkGesture *
find_long_press (GtkWidget *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (controller))
        return GTK_GESTURE (controller);
    }

  g_assert_not_reached ();
}

static gboolean
is_menu_open (DesignerFixture *fixture)
{
  GtkWidget *menu = gtk_widget_get_last_child (GTK_WIDGET (fixture->canvas));

  while (menu != NULL && !GTK_IS_POPOVER_MENU (menu))
    menu = gtk_widget_get_prev_sibling (menu);

  return menu != NULL && gtk_widget_get_visible (menu);
}

/* A finger that rests opens the menu when it is lifted, or drags from there. */
static void
test_a_finger_that_rests_opens_the_menu_or_drags (void)
{
  DesignerFixture fixture;
  GtkGestureDrag *gesture;
  graphene_rect_t card, other;
  g_autofree char *id = NULL;
  double x, y, dx;

  open_proposal (&fixture);
  gesture = find_drag_gesture (GTK_WIDGET (fixture.canvas));
  id = g_strdup (designer_fixture_stage (&fixture, 0)->id);
  wait_for_frame (&fixture);
  card = get_bounds (&fixture, designer_fixture_card (&fixture, 0));
  other = get_bounds (&fixture, designer_fixture_card (&fixture, 1));
  x = card.origin.x + card.size.width / 2;
  y = card.origin.y + card.size.height / 2;
  dx = other.origin.x + other.size.width * 0.95 - x;

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (find_long_press (GTK_WIDGET (fixture.canvas)), "pressed", x, y);
  g_assert_true (gtk_widget_has_css_class (designer_fixture_card (&fixture, 0), "dragged"));
  g_assert_false (is_menu_open (&fixture));
  g_signal_emit_by_name (gesture, "drag-end", 0.0, 0.0);
  g_assert_true (is_menu_open (&fixture));
  g_assert_false (gtk_widget_has_css_class (designer_fixture_card (&fixture, 0), "dragged"));
  g_assert_cmpstr (sc_canvas_get_selected (fixture.canvas), ==, id);
  gtk_popover_popdown (GTK_POPOVER (designer_fixture_find (GTK_WIDGET (fixture.canvas), GTK_TYPE_POPOVER_MENU, NULL)));

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (find_long_press (GTK_WIDGET (fixture.canvas)), "pressed", x, y);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, 20.0);
  g_signal_emit_by_name (gesture, "drag-update", dx, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", dx, 0.0);
  designer_fixture_settle (&fixture);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 1)->id, ==, id);
  g_assert_false (gtk_widget_has_css_class (designer_fixture_card (&fixture, 1), "dragged"));
  designer_fixture_close (&fixture);
}

static void
test_a_stage_is_dragged_onto_its_neighbour (void)
{
  DesignerFixture fixture;
  g_autofree char *id = NULL;

  open_proposal (&fixture);
  id = g_strdup (designer_fixture_stage (&fixture, 1)->id);
  drag (&fixture, designer_fixture_card (&fixture, 2), designer_fixture_card (&fixture, 1), 0.5);
  g_assert_cmpuint (count_stages (&fixture), ==, 6);
  g_assert_cmpstr (designer_fixture_stage (&fixture, 1)->id, ==, id);
  g_assert_cmpuint (sc_kind_set_count (designer_fixture_stage (&fixture, 1)->kinds), ==, 2);

  /* Onto one further away is only a move. */
  drag (&fixture, designer_fixture_card (&fixture, 0), designer_fixture_card (&fixture, 2), 0.6);
  g_assert_cmpuint (count_stages (&fixture), ==, 6);
  designer_fixture_close (&fixture);
}

static GtkWidget *
find_mark (DesignerFixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "client-mark"))
      return child;

  g_assert_not_reached ();
}

static void
test_the_client_mark_is_set (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  g_assert_cmpint (sc_version_get_mark_position (designer_fixture_version (&fixture)), ==, 6);
  drag (&fixture, find_mark (&fixture), designer_fixture_card (&fixture, 4), 0.9);
  g_assert_cmpint (sc_version_get_mark_position (designer_fixture_version (&fixture)), ==, 4);

  gtk_widget_grab_focus (find_mark (&fixture));
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Right, 0));
  g_assert_cmpint (sc_version_get_mark_position (designer_fixture_version (&fixture)), ==, 5);

  designer_fixture_do (&fixture, "designer.set-mark", g_variant_new_string (""));
  g_assert_null (designer_fixture_version (&fixture)->mark);
  designer_fixture_close (&fixture);
}

static void
test_twelve_stages_come_together (void)
{
  DesignerFixture fixture;
  g_autoptr (ScVersion) twelve = designer_fixture_twelve ();

  designer_fixture_open (&fixture, twelve);
  g_assert_cmpuint (count_stages (&fixture), ==, 12);

  designer_fixture_do (&fixture, "designer.plan", NULL);
  g_assert_true (sc_canvas_is_preview (fixture.canvas));
  g_assert_cmpuint (count_stages (&fixture), ==, 12);
  designer_fixture_do (&fixture, "designer.cancel-plan", NULL);
  g_assert_false (sc_canvas_is_preview (fixture.canvas));

  /* The key for it leads back to where one was. */
  focus_card (&fixture, 3);
  designer_fixture_do (&fixture, "designer.plan", NULL);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_Escape, 0));
  g_assert_false (sc_canvas_is_preview (fixture.canvas));
  g_assert_cmpstr (sc_canvas_get_selected (fixture.canvas), ==, designer_fixture_stage (&fixture, 3)->id);

  designer_fixture_do (&fixture, "designer.plan", NULL);
  designer_fixture_do (&fixture, "designer.apply-plan", NULL);
  g_assert_false (sc_canvas_is_preview (fixture.canvas));
  g_assert_cmpuint (count_stages (&fixture), ==, 7);
  g_assert_cmpuint (sc_findings_count (sc_design_get_findings (fixture.design), SC_SEVERITY_ERROR), ==, 0);

  designer_fixture_take_back (&fixture, FALSE);
  g_assert_true (sc_version_equal (designer_fixture_version (&fixture), twelve));
  designer_fixture_close (&fixture);
}

static void
test_all_errors_are_fixed_at_once (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  designer_fixture_do (&fixture, "designer.delete", g_variant_new_string (designer_fixture_stage (&fixture, 6)->id));
  designer_fixture_do (&fixture, "designer.delete", g_variant_new_string (designer_fixture_stage (&fixture, 1)->id));
  g_assert_cmpuint (sc_findings_count (sc_design_get_findings (fixture.design), SC_SEVERITY_ERROR), >=, 2);
  designer_fixture_do (&fixture, "designer.fix-errors", NULL);
  g_assert_cmpuint (sc_findings_count (sc_design_get_findings (fixture.design), SC_SEVERITY_ERROR), ==, 0);
  designer_fixture_close (&fixture);
}

/* Returns how high the scheme is on the screen, and the room for it. */
static double
measure_scheme (DesignerFixture *fixture,
                double          *room)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (fixture->canvas), GTK_TYPE_SCROLLED_WINDOW);
  int height;

  gtk_widget_measure (GTK_WIDGET (fixture->canvas), GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (GTK_WIDGET (fixture->canvas)), &height, NULL, NULL, NULL);
  *room = gtk_widget_get_height (window);

  return height;
}

/* Seven stages are seen at once when they are opened; a step larger, and some are not. */
static void
test_opens_fitted (void)
{
  DesignerFixture fixture;
  double room;

  open_proposal (&fixture);
  sc_canvas_set_zoom (fixture.canvas, fixture.zoom_at_first);
  g_assert_cmpfloat (measure_scheme (&fixture, &room), <=, room);
  sc_canvas_set_zoom (fixture.canvas, fixture.zoom_at_first * 1.15);
  g_assert_cmpfloat (measure_scheme (&fixture, &room), >, room);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_9, GDK_CONTROL_MASK));
  g_assert_cmpfloat_with_epsilon (sc_canvas_get_zoom (fixture.canvas), fixture.zoom_at_first, 0.001);
  designer_fixture_close (&fixture);
}

static void
test_zoom (void)
{
  DesignerFixture fixture;

  open_proposal (&fixture);
  focus_card (&fixture, 0);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_plus, GDK_CONTROL_MASK));
  g_assert_cmpfloat (sc_canvas_get_zoom (fixture.canvas), >, 1);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_0, GDK_CONTROL_MASK));
  g_assert_cmpfloat (sc_canvas_get_zoom (fixture.canvas), ==, 1);
  g_assert_true (designer_fixture_press (&fixture, GDK_KEY_minus, GDK_CONTROL_MASK));
  g_assert_cmpfloat (sc_canvas_get_zoom (fixture.canvas), <, 1);
  designer_fixture_close (&fixture);
}

/* They are in the advice beside the canvas, too, which takes half a minute to fit them in. */
static void
test_long_names_are_shown_at_once (void)
{
  DesignerFixture fixture;
  g_autoptr (ScVersion) version = designer_fixture_proposal ();
  clock_t started;

  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = version->stages->pdata[i];
      g_autofree char *name = g_strnfill (5000, 'a' + i);

      g_set_str (&stage->name, name);
      g_ptr_array_set_size (stage->criteria, 0);
    }
  started = clock ();
  designer_fixture_open (&fixture, version);
  g_assert_cmpint (clock () - started, <, 8 * CLOCKS_PER_SEC);

  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/designer/canvas/arrows-walk-the-cards", test_arrows_walk_the_cards);
  g_test_add_func ("/designer/canvas/a-stage-is-moved-by-keyboard", test_a_stage_is_moved_by_keyboard);
  g_test_add_func ("/designer/canvas/a-stage-is-renamed-in-place", test_a_stage_is_renamed_in_place);
  g_test_add_func ("/designer/canvas/a-stage-is-deleted-and-comes-back", test_a_stage_is_deleted_and_comes_back);
  g_test_add_func ("/designer/canvas/a-stage-is-added-at-any-place", test_a_stage_is_added_at_any_place);
  g_test_add_func ("/designer/canvas/all-is-undone-and-redone", test_all_is_undone_and_redone);
  g_test_add_func ("/designer/canvas/undo-ends-where-the-process-began", test_undo_ends_where_the_process_began);
  g_test_add_func ("/designer/canvas/a-stage-is-dragged", test_a_stage_is_dragged);
  g_test_add_func ("/designer/canvas/a-finger-that-rests-opens-the-menu-or-drags",
                   test_a_finger_that_rests_opens_the_menu_or_drags);
  g_test_add_func ("/designer/canvas/a-stage-is-dragged-onto-its-neighbour",
                   test_a_stage_is_dragged_onto_its_neighbour);
  g_test_add_func ("/designer/canvas/the-client-mark-is-set", test_the_client_mark_is_set);
  g_test_add_func ("/designer/canvas/twelve-stages-come-together", test_twelve_stages_come_together);
  g_test_add_func ("/designer/canvas/all-errors-are-fixed-at-once", test_all_errors_are_fixed_at_once);
  g_test_add_func ("/designer/canvas/zoom", test_zoom);
  g_test_add_func ("/designer/canvas/opens-fitted", test_opens_fitted);
  g_test_add_func ("/designer/canvas/long-names-are-shown-at-once", test_long_names_are_shown_at_once);

  return designer_fixture_run ();
}
