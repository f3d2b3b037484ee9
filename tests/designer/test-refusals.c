/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scheme shows beside its stages where that is wanted: of clients who refuse ways
 * back and parking, and what deals tell. */

#include "designer-fixture.h"

#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "config.h"

/* Three stages back to the second, and the first parked. Of the sixth more is known. */
static void
open_with_refusals (DesignerFixture *fixture)
{
  g_autoptr (ScVersion) version = designer_fixture_proposal ();
  ScRole *role = version->roles->pdata[0];

  g_set_str (&role->name, "Lawyer");
  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (version, i);
      ScRefusal *refusal = &stage->refusal;

      stage->kinds = SC_KIND_BIT (SC_KIND_OTHER);
      stage->probability = i == 5 ? 0.3 : SC_PROBABILITY_UNSET;
      g_clear_pointer (&stage->responsible, g_free);
      sc_stage_set_participants (stage, (const char *[]) { i == 5 ? role->id : NULL, NULL });
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
  g_autofree char *whole = g_strconcat ("Other", text != NULL ? ". " : "", text, NULL);
  g_autofree char *wrong = gtk_test_accessible_check_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whole);

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
  assert_described (&fixture, 5, "Participants: Lawyer. Win probability: 30%");

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

static void
run (DesignerFixture *fixture,
     ScCommand       *command,
     gint64          *row_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, fixture->store, NULL, &error);

  g_assert_no_error (error);
  if (row_id != NULL)
    *row_id = outcome->row_id;
}

/* Twelve deals that came into the first stage, all of them lost there. */
static void
lose_twelve (DesignerFixture *fixture)
{
  g_autoptr (ScProcess) process = sc_store_load_process (fixture->store, fixture->process_id, NULL);
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);

  run (fixture, sc_command_publish (process, moves), NULL);
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (ScDeal) deal = sc_deal_new ();
      g_autoptr (ScDeal) kept = NULL;
      gint64 id;

      deal->process_id = g_strdup (fixture->process_id);
      deal->stage_id = g_strdup (designer_fixture_stage (fixture, 0)->id);
      deal->title = g_strdup ("A machine");
      run (fixture, sc_command_add_deal (deal), &id);
      kept = sc_store_load_deal (fixture->store, id, NULL);
      run (fixture, sc_command_lose_deal (kept, "Price"), NULL);
    }
  sc_design_reload (fixture->design);
  designer_fixture_settle (fixture);
}

static gboolean
has_figures (DesignerFixture *fixture)
{
  gboolean has;

  g_object_get (fixture->canvas, "has-figures", &has, NULL);

  return has;
}

/* Off at first; the menu's switch is remembered, and what it shows can be read too. */
static void
test_figures (void)
{
  DesignerFixture fixture;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  int height;

  open_with_refusals (&fixture);
  lose_twelve (&fixture);
  g_assert_false (has_figures (&fixture));
  wait_until (get_height (&fixture, 0) > 0);
  height = get_height (&fixture, 0);

  designer_fixture_do (&fixture, "designer.show-figures", NULL);
  g_assert_true (g_settings_get_boolean (settings, "show-figures"));
  wait_until (has_figures (&fixture));
  assert_described (&fixture, 0, "On refusal: parked for 60 working days. Half leave on the same\u00a0day, target\u00a010\u00a0days. "
                    "Now 0, over target\u00a00. Went on: 0 of 12.");
  wait_until (get_height (&fixture, 0) > height);

  designer_fixture_do (&fixture, "designer.show-figures", NULL);
  g_assert_false (has_figures (&fixture));
  assert_described (&fixture, 0, "On refusal: parked for 60 working days");
  wait_until (get_height (&fixture, 0) == height);
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
  g_test_add_func ("/refusals/figures", test_figures);

  return designer_fixture_run ();
}
