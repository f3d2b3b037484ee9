/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any process comes back from JSON as it was, and damaged ones do no harm. */

#include <string.h>

#include "exchange/process-json-tests.h"
#include "exchange/sc-process-file.h"
#include "how-often.h"

#define N_ROUNDS 300

static char *
random_text (GRand *rand)
{
  static const char *const parts[] = { "Sale", " ", "\"", "\\", "\n", "\t", "Продажа", "😀", "/", "\x01", "é", "{", "\x7f" };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 6);

  for (guint i = 0; i < n; i++)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GStrv
random_texts (GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 0, 4);
  GStrv texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = random_text (rand);

  return texts;
}

static void
replace_texts (GStrv *texts,
               GRand *rand)
{
  g_strfreev (*texts);
  *texts = random_texts (rand);
}

static void
add_random_roles (ScVersion *version,
                  ScStage   *stage,
                  GRand     *rand)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) participants = NULL;

  if (version->roles->len == 0)
    return;

  if (g_rand_boolean (rand))
    stage->responsible = g_strdup (sc_version_get_role (version, (guint) g_rand_int_range (rand, 0, (gint32) version->roles->len))->id);
  for (guint i = 0; i < version->roles->len; i++)
    if (g_rand_boolean (rand))
      g_strv_builder_add (ids, sc_version_get_role (version, i)->id);
  participants = g_strv_builder_end (ids);
  sc_stage_set_participants (stage, (const char *const *) participants);
}

static void
fill_criterion (ScCriterion *criterion,
                GRand       *rand)
{
  criterion->is_required = g_rand_boolean (rand);
  criterion->is_asked_at_entry = g_rand_boolean (rand);
  criterion->purpose = (ScPurpose) g_rand_int_range (rand, 0, SC_N_PURPOSES);
  criterion->type = (ScAnswerType) g_rand_int_range (rand, 0, SC_N_ANSWER_TYPES);
  if (criterion->type == SC_ANSWER_CHOICE)
    {
      replace_texts (&criterion->choices, rand);
      if (criterion->choices[0] == NULL)
        criterion->type = SC_ANSWER_TEXT;
    }
  if (g_rand_boolean (rand))
    {
      g_autofree char *was = g_uuid_string_random ();

      g_strfreev (criterion->was);
      criterion->was = g_strsplit (was, " ", 0);
    }
}

static void
fill_tactic (ScTactic *tactic,
             GRand    *rand)
{
  tactic->kind = (ScTacticKind) g_rand_int_range (rand, 0, SC_N_TACTIC_KINDS);
  replace_texts (&tactic->loss_reasons, rand);
  replace_texts (&tactic->sources, rand);
  replace_texts (&tactic->labels, rand);
}

/* Some go back to a stage that is not there. */
static void
add_random_refusals (ScVersion *version,
                     GRand     *rand)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      ScRefusal *refusal = &sc_version_get_stage (version, i)->refusal;

      refusal->kind = (ScRefusalKind) g_rand_int_range (rand, 0, SC_N_REFUSAL_KINDS);
      if (refusal->kind == SC_REFUSAL_PARK && g_rand_boolean (rand))
        refusal->after = (ScDuration) { (guint) g_rand_int_range (rand, 1, SC_PARKED_WORKING_HOURS_MAX + 1),
                                        SC_UNIT_WORKING_HOURS }
      ;
      else if (refusal->kind == SC_REFUSAL_BACK && g_rand_boolean (rand))
        refusal->stage_id = g_rand_boolean (rand) ? g_uuid_string_random ()
                            : g_strdup (sc_version_get_stage (version, (guint) g_rand_int_range (rand, 0, (gint32) version->stages->len))->id);
    }
}

static ScStage *
random_stage (ScVersion *version,
              GRand     *rand)
{
  g_autofree char *name = random_text (rand);
  ScStage *stage = sc_stage_new (name, (ScKindSet) g_rand_int_range (rand, 1, 1 << SC_N_KINDS));

  g_free (stage->goal);
  stage->goal = random_text (rand);
  g_free (stage->entry);
  stage->entry = random_text (rand);
  replace_texts (&stage->actions, rand);
  replace_texts (&stage->documents, rand);
  if (g_rand_boolean (rand))
    {
      stage->duration.value = (guint) g_rand_int_range (rand, 1, SC_DURATION_MAX + 1);
      stage->duration.unit = g_rand_boolean (rand) ? SC_UNIT_WORKING_DAYS : SC_UNIT_WORKING_HOURS;
    }
  if (g_rand_boolean (rand))
    stage->probability = g_rand_boolean (rand) ? g_rand_double (rand) : g_rand_int_range (rand, 0, 101) / 100.0;
  if (g_rand_boolean (rand))
    stage->colour = g_strdup_printf ("#%06x", (guint) g_rand_int_range (rand, 0, 1 << 24));
  while (g_rand_boolean (rand))
    fill_criterion (sc_stage_add_criterion (stage, name), rand);
  while (g_rand_boolean (rand))
    fill_tactic (sc_stage_add_tactic (stage, name, stage->goal), rand);
  add_random_roles (version, stage, rand);

  return stage;
}

static ScVersion *
random_version (GRand *rand)
{
  ScVersion *version = sc_version_new (g_rand_boolean (rand) ? SC_LANGUAGE_EN : SC_LANGUAGE_RU);
  guint n_roles = (guint) g_rand_int_range (rand, 0, 5);
  guint n_stages = (guint) g_rand_int_range (rand, 0, 12);

  version->status = (ScVersionStatus) g_rand_int_range (rand, 0, 3);
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    version->aspects.value[i] = (guint8) g_rand_int_range (rand, 0, 3);
  for (guint i = 0; i < n_roles; i++)
    {
      g_autofree char *name = random_text (rand);

      g_ptr_array_add (version->roles, sc_role_new (name, (ScFunction) g_rand_int_range (rand, 0, SC_N_FUNCTIONS)));
    }
  for (guint i = 0; i < n_stages; i++)
    g_ptr_array_add (version->stages, random_stage (version, rand));
  add_random_refusals (version, rand);
  if (n_stages > 0 && g_rand_boolean (rand))
    version->mark = g_strdup (sc_version_get_stage (version, (guint) g_rand_int_range (rand, 0, (gint32) n_stages))->id);

  return version;
}

static void
add_random_words (ScProcessFile *file,
                  GRand         *rand)
{
  for (guint i = 0; i < file->version->stages->len; i++)
    {
      g_autofree char *place = sc_place_of_stage (sc_version_get_stage (file->version, i)->id,
                                                  g_rand_boolean (rand) ? SC_WORD_BEFORE : SC_WORD_AFTER);
      g_autofree char *text = random_text (rand);
      ScOwnWord *word = sc_own_word_new (place, text);

      word->is_stale = g_rand_boolean (rand);
      g_ptr_array_add (file->own_words, word);
    }
}

/* What is written is read as the same process, and written the same again. */
static void
test_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (N_ROUNDS); i++)
    {
      g_autoptr (ScProcessFile) file = sc_process_file_new (NULL, "Sales");
      g_autoptr (ScProcessFile) read = NULL;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      file->version = random_version (rand);
      g_free (file->description);
      file->description = random_text (rand);
      replace_texts (&file->loss_reasons, rand);
      add_random_words (file, rand);

      text = sc_process_file_to_json (file);
      read = process_json_tests_parse_good (text);
      again = sc_process_file_to_json (read);
      g_assert_cmpstr (again, ==, text);
      g_assert_true (sc_version_equal (read->version, file->version));
      g_assert_cmpint (read->version->status, ==, file->version->status);
    }
}

/* Whatever is cut off or changed: refused or read, never more than that. */
static void
test_damaged (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (N_ROUNDS); i++)
    {
      g_autoptr (ScProcessFile) file = sc_process_file_new (NULL, "Sales");
      g_autofree char *text = NULL;
      gsize length;

      file->version = random_version (rand);
      text = sc_process_file_to_json (file);
      length = strlen (text);
      for (guint j = 0; j < 20; j++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *damaged = g_strdup (text);
          g_autoptr (ScProcessFile) read = NULL;

          damaged[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, j % 2, 256);
          read = process_json_tests_parse (damaged, &error);
          g_assert_true ((read == NULL) == (error != NULL));
        }
    }
}

void
process_json_tests_add_random (void)
{
  g_test_add_func ("/exchange/process-json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/process-json/damaged", test_damaged);
}
