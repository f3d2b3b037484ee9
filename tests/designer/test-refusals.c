/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scheme shows of clients who refuse: ways back and parking. */

#include "designer-fixture.h"

#include "config.h"

/* Three stages back to the second, and the first parked. */
static void
open_with_refusals (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();

  for (guint i = 0; i < version->stages->len; i++)
    {
      ScRefusal *refusal = &sc_version_get_stage (version, i)->refusal;

      g_clear_pointer (&refusal->stage_id, g_free);
      *refusal = (ScRefusal) { 0 };
      if (i == 0)
        *refusal = (ScRefusal) { SC_REFUSAL_PARK, NULL, { 60, SC_UNIT_WORKING_DAYS } }
      ;
      else if (i >= 2 && i <= 4)
        *refusal = (ScRefusal) { SC_REFUSAL_BACK, g_strdup (sc_version_get_stage (version, 1)->id), { 0 } }
      ;
    }
  designer_fixture_open (fixture, version);
}

static void
assert_described (DesignerFixture *fixture,
                  guint            position,
                  const char      *text)
{
  GtkAccessible *card = GTK_ACCESSIBLE (designer_fixture_card (fixture, position));
  g_autofree char *wrong = NULL;

  if (text == NULL)
    {
      g_assert_false (gtk_test_accessible_has_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      return;
    }

  wrong = gtk_test_accessible_check_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_described (void)
{
  DesignerFixture fixture;

  open_with_refusals (&fixture);
  assert_described (&fixture, 0, "On refusal: parked for 60 working days");
  assert_described (&fixture, 1, NULL);
  assert_described (&fixture, 2, "On refusal: back to “Needs discovery”");
  assert_described (&fixture, 4, "On refusal: back to “Needs discovery”");
  assert_described (&fixture, 5, NULL);

  /* It follows the stage's name. */
  designer_fixture_do (&fixture, "designer.rename",
                       g_variant_new ("(ss)", designer_fixture_stage (&fixture, 1)->id, "Ask them"));
  assert_described (&fixture, 2, "On refusal: back to “Ask them”");
  designer_fixture_close (&fixture);
}

static int
get_height (DesignerFixture *fixture,
            guint            position)
{
  return gtk_widget_get_height (designer_fixture_card (fixture, position));
}

/* The menu's switch is remembered, and what it hides takes no room and is not
 * read aloud. */
static void
test_switched_off (void)
{
  DesignerFixture fixture;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  int height;

  open_with_refusals (&fixture);
  g_assert_true (sc_canvas_get_has_refusals (fixture.canvas));
  wait_until (get_height (&fixture, 0) > 0);
  height = get_height (&fixture, 0);

  designer_fixture_do (&fixture, "designer.show-refusals", NULL);
  g_assert_false (sc_canvas_get_has_refusals (fixture.canvas));
  g_assert_false (g_settings_get_boolean (settings, "show-refusals"));
  assert_described (&fixture, 0, NULL);
  assert_described (&fixture, 2, NULL);
  wait_until (get_height (&fixture, 0) < height);

  /* A card that comes now has nothing to say of it either. */
  designer_fixture_do (&fixture, "designer.duplicate", g_variant_new_string (designer_fixture_stage (&fixture, 2)->id));
  assert_described (&fixture, 3, NULL);

  designer_fixture_do (&fixture, "designer.show-refusals", NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-refusals"));
  wait_until (get_height (&fixture, 0) == height);
  assert_described (&fixture, 0, "On refusal: parked for 60 working days");
  assert_described (&fixture, 3, "On refusal: back to “Needs discovery”");
  designer_fixture_close (&fixture);
}

int
main (int    argc,
      char **argv)
{
  /* Else there is nothing to ask for. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  designer_fixture_init (&argc, &argv);

  g_test_add_func ("/refusals/described", test_described);
  g_test_add_func ("/refusals/switched-off", test_switched_off);

  return designer_fixture_run ();
}
