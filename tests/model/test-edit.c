/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/sc-edit.h"

static ScVersion *
make_version (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);
  ScRole *rep = sc_role_new ("Sales rep", SC_FUNCTION_SALES);

  g_ptr_array_add (version->roles, rep);
  for (guint i = 0; i < 4; i++)
    {
      const char *names[] = { "Request", "Offer", "Contract", "Payment" };
      const ScKind kinds[] = { SC_KIND_INBOUND_REQUEST, SC_KIND_PROPOSAL, SC_KIND_CONTRACT, SC_KIND_PAYMENT };
      ScStage *stage = sc_stage_new (names[i], SC_KIND_BIT (kinds[i]));

      g_set_str (&stage->responsible, rep->id);
      sc_stage_add_criterion (stage, "done");
      g_ptr_array_add (version->stages, stage);
    }

  return version;
}

static ScEdit *
make_random_edit (GRand           *random,
                  const ScVersion *version)
{
  guint n_stages = version->stages->len;
  guint place = n_stages > 0 ? (guint) g_rand_int_range (random, 0, (int) n_stages) : 0;
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (ScRole) role = NULL;
  ScAspects aspects = version->aspects;

  switch (n_stages == 0 ? 0 : g_rand_int_range (random, 0, 8))
    {
    case 0:
      stage = sc_stage_new ("New", 0);
      return sc_edit_insert_stage (stage, place);
    case 1:
      if (g_strcmp0 (version->mark, sc_version_get_stage (version, place)->id) == 0)
        return sc_edit_set_mark (version, NULL);
      return sc_edit_remove_stage (version, sc_version_get_stage (version, place)->id);
    case 2:
      return sc_edit_move_stage (version, sc_version_get_stage (version, place)->id,
                                 (guint) g_rand_int_range (random, 0, (int) n_stages));
    case 3:
      stage = sc_stage_copy (sc_version_get_stage (version, place));
      g_set_str (&stage->goal, "because");
      return sc_edit_replace_stage (version, stage);
    case 4:
      role = sc_role_new ("Lawyer", SC_FUNCTION_LEGAL);
      return sc_edit_insert_role (role, version->roles->len);
    case 5:
      role = sc_role_copy (sc_version_get_role (version, 0));
      g_set_str (&role->name, "Account executive");
      return sc_edit_replace_role (version, role);
    case 6:
      aspects.value[SC_ASPECT_MARKET] = (guint8) g_rand_int_range (random, 0, 3);
      return sc_edit_set_aspects (version, &aspects);
    default:
      return sc_edit_set_mark (version, sc_version_get_stage (version, place)->id);
    }
}

static void
test_undone_edits_leave_nothing (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (ScVersion) start = make_version ();
      g_autoptr (ScVersion) end = sc_version_ref (start);
      g_autoptr (GPtrArray) edits = sc_edits_new ();
      g_autoptr (GPtrArray) inverse = NULL;
      g_autoptr (ScVersion) back = NULL;
      g_autoptr (ScVersion) again = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 20; i++)
        {
          g_assert_true (sc_version_do (&end, edits, make_random_edit (random, end), &error));
          g_assert_no_error (error);
        }

      inverse = sc_edits_invert (edits);
      back = sc_version_edit (end, inverse, &error);
      g_assert_no_error (error);
      g_assert_true (sc_version_equal (start, back));
      again = sc_version_edit (back, edits, &error);
      g_assert_no_error (error);
      g_assert_true (sc_version_equal (end, again));
    }
}

static void
test_edit_of_a_changed_stage_is_refused (void)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (ScStage) mine = sc_stage_copy (sc_version_get_stage (version, 1));
  g_autoptr (ScStage) theirs = sc_stage_copy (mine);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (GPtrArray) late = sc_edits_new ();
  g_autoptr (ScVersion) changed = NULL;
  g_autoptr (ScVersion) refused = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&mine->goal, "mine");
  g_set_str (&theirs->goal, "theirs");
  g_ptr_array_add (edits, sc_edit_replace_stage (version, theirs));
  g_ptr_array_add (late, sc_edit_replace_stage (version, mine));

  changed = sc_version_edit (version, edits, &error);
  g_assert_no_error (error);
  refused = sc_version_edit (changed, late, &error);
  g_assert_null (refused);
  g_assert_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Offer"));
}

static void
test_role_in_use_stays (void)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (ScVersion) edited = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, sc_edit_remove_role (version, sc_version_get_role (version, 0)->id));
  edited = sc_version_edit (version, edits, &error);
  g_assert_null (edited);
  g_assert_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID);
}

static void
test_mark_follows_payment_until_it_is_set (void)
{
  g_autoptr (ScVersion) version = make_version ();

  g_assert_cmpint (sc_version_get_mark_position (version), ==, 3);
  g_ptr_array_remove_index (version->stages, 3);
  g_assert_cmpint (sc_version_get_mark_position (version), ==, 2);
  g_set_str (&version->mark, sc_version_get_stage (version, 0)->id);
  g_assert_cmpint (sc_version_get_mark_position (version), ==, 0);
}

static void
test_taken_names_get_the_next_number (void)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autofree char *free_name = sc_version_make_stage_name (version, "Delivery", NULL);
  g_autofree char *taken = sc_version_make_stage_name (version, " payment ", NULL);
  g_autofree char *own = sc_version_make_stage_name (version, "Payment", sc_version_get_stage (version, 3)->id);

  g_assert_cmpstr (free_name, ==, "Delivery");
  g_assert_cmpstr (taken, ==, " payment  2");
  g_assert_cmpstr (own, ==, "Payment");
  g_assert_true (sc_name_equal ("ОПЛАТА ", "оплата"));
  g_assert_true (sc_name_equal (" Е\xd0\xb8\xcc\x86", "еЙ"));
  g_assert_true (sc_name_equal ("STRASSE", "straße\n"));
  g_assert_false (sc_name_equal ("оплата 1", "оплата"));
}

static void
test_functions_are_told_from_role_names (void)
{
  const struct {
    const char *name;
    ScFunction function;
  } cases[] = {
    { "Sales rep", SC_FUNCTION_SALES },
    { "Менеджер по продажам", SC_FUNCTION_SALES },
    { "Account manager", SC_FUNCTION_SALES },
    { "Presales engineer", SC_FUNCTION_PRESALES },
    { "Пресейл", SC_FUNCTION_PRESALES },
    { "Менеджер по внедрению", SC_FUNCTION_ONBOARDING },
    { "Руководитель проекта", SC_FUNCTION_DELIVERY },
    { "Юрист", SC_FUNCTION_LEGAL },
    { "Бухгалтер", SC_FUNCTION_FINANCE },
    { "Accountant", SC_FUNCTION_FINANCE },
    { "Маркетолог", SC_FUNCTION_MARKETING },
    { "Секретарь", SC_FUNCTION_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (sc_function_guess (cases[i].name), ==, cases[i].function);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/edit/undone-edits-leave-nothing", test_undone_edits_leave_nothing);
  g_test_add_func ("/model/edit/a-changed-stage-is-refused", test_edit_of_a_changed_stage_is_refused);
  g_test_add_func ("/model/edit/a-role-in-use-stays", test_role_in_use_stays);
  g_test_add_func ("/model/version/mark-follows-payment", test_mark_follows_payment_until_it_is_set);
  g_test_add_func ("/model/version/taken-names-get-a-number", test_taken_names_get_the_next_number);
  g_test_add_func ("/model/role/function-from-name", test_functions_are_told_from_role_names);

  return g_test_run ();
}
