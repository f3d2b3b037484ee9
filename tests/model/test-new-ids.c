/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is copied has ids of its own, and what names them names those. */

#include "model/sc-new-ids.h"

static ScStage *
add_stage (ScVersion  *version,
           const char *name)
{
  ScStage *stage = sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER));

  g_ptr_array_add (version->stages, stage);

  return stage;
}

static ScCriterion *
get_criterion (const ScStage *stage)
{
  return stage->criteria->pdata[0];
}

static const char *
get_text (const ScStage *stage)
{
  return ((ScTactic *) stage->tactics->pdata[0])->text;
}

/* Two stages, of which the second tells what the first asks. */
static ScVersion *
make_version (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);
  ScRole *role = sc_role_new ("Sales rep", SC_FUNCTION_SALES);
  ScStage *first = add_stage (version, "Needs");
  ScStage *second = add_stage (version, "Offer");
  ScCriterion *criterion = sc_stage_add_criterion (first, "What is the problem?");
  g_autofree char *text = g_strdup_printf ("{answer:%s} {answer:} {answer:%s", criterion->id, criterion->id);

  g_ptr_array_add (version->roles, role);
  g_set_str (&first->responsible, role->id);
  g_set_str (&version->mark, second->id);
  g_strfreev (criterion->was);
  criterion->was = g_strsplit ("00000000-0000-4000-8000-000000000001", " ", 0);
  sc_stage_add_tactic (second, "Letter", text);
  second->refusal.kind = SC_REFUSAL_BACK;
  second->refusal.stage_id = g_strdup (first->id);

  return version;
}

static void
test_version (void)
{
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (ScVersion) copy = sc_version_duplicate (version);
  const ScStage *first = sc_version_get_stage (copy, 0);
  const ScStage *second = sc_version_get_stage (copy, 1);
  g_autofree char *text = g_strdup_printf ("{answer:%s} {answer:} {answer:%s", get_criterion (first)->id,
                                           get_criterion (sc_version_get_stage (version, 0))->id);
  g_autoptr (GHashTable) ids = sc_version_list_ids (version);
  g_autoptr (GHashTable) new_ids = sc_version_list_ids (copy);
  GHashTableIter iter;
  gpointer id;

  g_assert_cmpuint (g_hash_table_size (ids), ==, 5);
  g_assert_cmpuint (g_hash_table_size (new_ids), ==, 5);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_false (g_hash_table_contains (new_ids, id));

  g_assert_cmpstr (second->refusal.stage_id, ==, first->id);
  g_assert_cmpstr (copy->mark, ==, second->id);
  g_assert_cmpstr (first->responsible, ==, sc_version_get_role (copy, 0)->id);
  g_assert_cmpstr (get_text (second), ==, text);
  g_assert_cmpuint (g_strv_length (get_criterion (first)->was), ==, 0);
  g_assert_cmpuint (g_strv_length (get_criterion (sc_version_get_stage (version, 0))->was), ==, 1);
}

/* A stage that is duplicated names its own criteria, and the stages that it named. */
static void
test_stage (void)
{
  g_autoptr (ScVersion) version = make_version ();
  ScStage *second = sc_version_get_stage (version, 1);
  ScCriterion *own = sc_stage_add_criterion (second, "When?");
  g_autofree char *text = g_strdup_printf ("{answer:%s}{answer:%s}", own->id, get_criterion (sc_version_get_stage (version, 0))->id);
  g_autofree char *expected = NULL;
  g_autoptr (ScStage) copy = NULL;

  g_set_str (&((ScTactic *) second->tactics->pdata[0])->text, text);
  copy = sc_stage_duplicate (second, "Offer 2");
  g_assert_cmpstr (get_criterion (copy)->id, !=, own->id);
  g_assert_cmpstr (copy->refusal.stage_id, ==, second->refusal.stage_id);
  expected = g_strdup_printf ("{answer:%s}{answer:%s}", get_criterion (copy)->id,
                              get_criterion (sc_version_get_stage (version, 0))->id);
  g_assert_cmpstr (get_text (copy), ==, expected);
  g_assert_cmpstr (get_text (second), ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/new-ids/version", test_version);
  g_test_add_func ("/new-ids/stage", test_stage);

  return g_test_run ();
}
