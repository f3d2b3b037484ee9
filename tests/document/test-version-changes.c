/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new edition changed is told as a person would: merged, not removed and changed. */

#include "document/sc-version-changes.h"

#include <string.h>

#include "method/sc-merge.h"
#include "method/sc-proposal.h"
#include "method/sc-stage-edits.h"

static const ScAspects seven = { { 2, 1, 2, 1, 1, 2 } };

static ScVersion *
apply (ScVersion *version,
       GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;
  ScVersion *changed = sc_version_edit (version, edits, &error);

  g_assert_no_error (error);

  return changed;
}

static ScVersion *
replace (ScVersion *version,
         ScStage   *stage)
{
  g_autoptr (GPtrArray) edits = sc_replace_stage (version, stage);

  return apply (version, edits);
}

/* The sentences, a line each. */
static char *
tell (ScVersion *older,
      ScVersion *newer)
{
  g_autoptr (GPtrArray) changes = sc_version_changes_new (older, newer, SC_LANGUAGE_RU);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (text, "%s\n", ((ScVersionChange *) changes->pdata[i])->sentence);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_told (ScVersion  *older,
             ScVersion  *newer,
             const char *expected)
{
  g_autofree char *text = tell (older, newer);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScVersion) newer = sc_version_copy (older);

  assert_told (older, newer, "");
}

static void
test_added_and_removed (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) edits =
    sc_insert_stage (older, SC_KIND_BIT (SC_KIND_OTHER), "Сверка", 3, &id);
  g_autoptr (ScVersion) newer = apply (older, edits);

  assert_told (older, newer, "Добавлен этап «Сверка».\n");
  assert_told (newer, older, "Этап «Сверка» исключён.\n");
}

static void
test_renamed (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (older, 3));
  g_autoptr (ScVersion) newer = NULL;

  g_set_str (&stage->name, "Пилот");
  stage->duration = (ScDuration) { 21, SC_UNIT_WORKING_DAYS };
  newer = replace (older, stage);
  assert_told (older, newer,
               "Этап «Тестовый период» переименован в «Пилот».\n"
               "Норматив этапа «Пилот»: было 10 рабочих дней, стало 21 рабочий день.\n");
}

static void
test_moved (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) edits = sc_move_stage (older, sc_version_get_stage (older, 2)->id, 4);
  g_autoptr (ScVersion) newer = apply (older, edits);

  assert_told (older, newer, "Этап «Презентация» следует после этапа «Предложение и договор».\n");
}

static void
test_merged (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) edits =
    sc_merge (older, sc_version_get_stage (older, 1)->id, sc_version_get_stage (older, 2)->id);
  g_autoptr (ScVersion) newer = apply (older, edits);
  g_autofree char *text = tell (older, newer);
  g_autofree char *first = g_strdup_printf ("Этапы «Выявление потребностей» и «Презентация» объединены в этап «%s».\n",
                                            sc_version_get_stage (newer, 1)->name);

  g_assert_true (g_str_has_prefix (text, first));
  g_assert_null (strstr (text, "исключён"));
  g_assert_null (strstr (text, "переименован"));
  g_assert_null (strstr (text, "критерий"));
}

static void
test_split (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) edits = sc_split_stage (older, sc_version_get_stage (older, 0)->id, &id);
  g_autoptr (ScVersion) newer = apply (older, edits);
  g_autofree char *text = tell (older, newer);

  g_assert_true (g_str_has_prefix (text, "Этап «Поиск и первый контакт» разделён на этапы «"));
  g_assert_null (strstr (text, "Добавлен"));
  g_assert_null (strstr (text, "критерий"));
}

static void
test_criteria (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (older, 3));
  g_autoptr (ScVersion) newer = NULL;
  ScCriterion *first = stage->criteria->pdata[0];

  first->is_required = FALSE;
  g_ptr_array_remove_index (stage->criteria, 2);
  sc_stage_add_criterion (stage, "Отчёт принят")->is_required = TRUE;
  newer = replace (older, stage);
  assert_told (older, newer,
               "Критерий «Тест до» этапа «Тестовый период» стал рекомендуемым.\n"
               "На этапе «Тестовый период» добавлен обязательный критерий «Отчёт принят».\n"
               "Критерий «Клиент пользовался» этапа «Тестовый период» исключён.\n");
}

static void
test_responsible_and_mark (void)
{
  g_autoptr (ScVersion) older = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (older, 2));
  g_autoptr (ScVersion) between = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (ScVersion) newer = NULL;

  g_set_str (&stage->responsible, sc_version_find_role_by_name (older, "Юрист")->id);
  between = replace (older, stage);
  edits = sc_set_mark (between, sc_version_get_stage (between, 4)->id);
  newer = apply (between, edits);
  assert_told (older, newer,
               "Ответственный за этап «Презентация»: было «Менеджер по продажам», стало «Юрист».\n"
               "Граница «есть клиент» перенесена и проходит после этапа «Предложение и договор».\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/version-changes/none", test_nothing);
  g_test_add_func ("/version-changes/added-and-removed", test_added_and_removed);
  g_test_add_func ("/version-changes/renamed", test_renamed);
  g_test_add_func ("/version-changes/moved", test_moved);
  g_test_add_func ("/version-changes/merged", test_merged);
  g_test_add_func ("/version-changes/split", test_split);
  g_test_add_func ("/version-changes/criteria", test_criteria);
  g_test_add_func ("/version-changes/responsible-and-mark", test_responsible_and_mark);

  return g_test_run ();
}
