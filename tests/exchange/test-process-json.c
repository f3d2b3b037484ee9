/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Processes in JSON: what is read of them, and what is refused and where. */

#include <locale.h>
#include <string.h>

#include "exchange/process-json-tests.h"
#include "exchange/sc-exchange-error.h"
#include "exchange/sc-process-file.h"
#include "files/sc-json-writer.h"

/* A file that says only what it has to, around what a case adds. */
#define FILE_WITH(members) "{\"format\": \"stagecraft-process\", \"version\": 1, \"name\": \"N\"" members "}"
#define STAGE_WITH(members) FILE_WITH (", \"stages\": [{\"name\": \"S\", \"kinds\": [\"payment\"]" members "}]")
#define TWO_STAGES(first, second) \
        FILE_WITH (", \"stages\": [{\"name\": \"A\", \"kinds\": [\"contract\"]" first "}, " \
                   "{\"name\": \"B\", \"kinds\": [\"payment\"]" second "}]")

ScProcessFile *
process_json_tests_parse (const char *text,
                          GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sc_process_file_parse (bytes, error);
}

ScProcessFile *
process_json_tests_parse_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  ScProcessFile *file = process_json_tests_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);

  return file;
}

static const struct {
  const char *name;
  const char *text;
  const char *place;
} bad_cases[] = {
  { "empty", "", "Line 1" },
  { "blank", " \n ", "Line 1" },
  { "not-json", "hello", "Line 1, column 1" },
  { "unclosed", "{\"format\":\n \"stagecraft-process\"", "Line 2, column 22: The file ends" },
  { "unclosed-twice", "{\n\"a\": [1", "Line 2, column 8: The file ends" },
  { "two-documents", "{}\n {}", "Line 2, column 2:" },
  { "comma-behind", "{},", "Line 1, column 3:" },
  { "trailing-comma", "{\"stages\": [],}", "Line 1, column 15:" },
  { "comma-in-list", "{\"stages\": [1,]}", "Line 1, column 15:" },
  { "only-a-comma", "{\"stages\": [,]}", "Line 1, column 13:" },
  { "no-comma", "{\"a\": 1 \"b\": 2}", "Line 1, column 9:" },
  { "no-colon", "{\"a\" 1}", "Line 1, column 6:" },
  { "no-value", "{\"a\":}", "Line 1, column 6:" },
  { "no-member-name", "{1: 2}", "Line 1, column 2:" },
  { "other-bracket", "{\"a\": [1}]", "Line 1, column 9:" },
  { "too-many-brackets", "{}]", "Line 1, column 3:" },
  { "member-twice", "{\"name\": 1,\n\"name\": 2}", "Line 2, column 1: A member of this name" },
  { "comment", "// x\n" FILE_WITH (""), "Line 1, column 1" },
  { "single-quotes", "{'format': 1}", "Line 1, column 2" },
  { "second-line", "{\n  \"a\": nope}", "Line 2, column 8" },
  { "leading-zero", FILE_WITH (", \"x\": 012"), "column" },
  { "not-a-number", FILE_WITH (", \"x\": NaN"), "column" },
  { "escape", FILE_WITH (", \"x\": \"\\q\""), "column" },
  { "zero-byte", FILE_WITH (", \"x\": \"\\u0000\""), "column" },
  { "half-a-character", "{\"a\": \"\\ud800\"}", "Line 1, column 8: This holds half" },
  { "other-half", "{\"a\": \"x\\udc00\"}", "Line 1, column 9: This holds half" },
  { "half-and-letter", "{\"a\": \"\\ud800\\u0041\"}", "Line 1, column 8: This holds half" },
  { "half-an-escape", "{\"a\": \"\\ud83d\\u00\"}", "Line 1, column 8:" },
  { "control-character", "{\"a\": \"\001\"}", "Line 1, column 8: A control character" },
  { "line-in-text", FILE_WITH (", \"x\": \"a\nb\""), "column" },
  { "not-utf8", FILE_WITH (", \"x\": \"\xff\""), "UTF-8" },
  { "an-array", "[]", "object" },
  { "a-number", "1", "object" },
  { "no-format", "{\"version\": 1, \"name\": \"N\"}", "format:" },
  { "other-format", "{\"format\": \"bpmn\", \"version\": 1, \"name\": \"N\"}", "format:" },
  { "format-type", "{\"format\": 3, \"version\": 1, \"name\": \"N\"}", "format:" },
  { "no-version", "{\"format\": \"stagecraft-process\", \"name\": \"N\"}", "version:" },
  { "newer", "{\"format\": \"stagecraft-process\", \"version\": 2, \"name\": \"N\"}", "version:" },
  { "version-zero", "{\"format\": \"stagecraft-process\", \"version\": 0, \"name\": \"N\"}", "version:" },
  { "version-text", "{\"format\": \"stagecraft-process\", \"version\": \"1\", \"name\": \"N\"}", "version:" },
  { "version-half", "{\"format\": \"stagecraft-process\", \"version\": 1.5, \"name\": \"N\"}", "version:" },
  { "version-huge", "{\"format\": \"stagecraft-process\", \"version\": 1e300, \"name\": \"N\"}", "version:" },
  { "no-name", "{\"format\": \"stagecraft-process\", \"version\": 1}", "name:" },
  { "name-type", "{\"format\": \"stagecraft-process\", \"version\": 1, \"name\": [\"N\"]}", "name:" },
  { "language", FILE_WITH (", \"language\": \"de\""), "language:" },
  { "status", FILE_WITH (", \"status\": \"gone\""), "status:" },
  { "description", FILE_WITH (", \"description\": {}"), "description:" },
  { "aspects-type", FILE_WITH (", \"aspects\": []"), "aspects:" },
  { "aspect-value", FILE_WITH (", \"aspects\": {\"selling\": \"soft\"}"), "aspects.selling:" },
  { "aspect-type", FILE_WITH (", \"aspects\": {\"market\": 1}"), "aspects.market:" },
  { "roles-type", FILE_WITH (", \"roles\": {}"), "roles:" },
  { "role-type", FILE_WITH (", \"roles\": [\"Rep\"]"), "roles[0]:" },
  { "role-name", FILE_WITH (", \"roles\": [{\"function\": \"sales\"}]"), "roles[0].name:" },
  { "role-function", FILE_WITH (", \"roles\": [{\"name\": \"Rep\", \"function\": \"magic\"}]"), "roles[0].function:" },
  { "loss-reasons", FILE_WITH (", \"loss_reasons\": [\"price\", 3]"), "loss_reasons[1]:" },
  { "words-type", FILE_WITH (", \"own_words\": {}"), "own_words:" },
  { "word-type", FILE_WITH (", \"own_words\": [\"x\"]"), "own_words[0]:" },
  { "word-place", FILE_WITH (", \"own_words\": [{\"place\": \"general\", \"text\": \"x\"}]"), "own_words[0].place:" },
  { "word-stage", FILE_WITH (", \"own_words\": [{\"place\": \"stage:x:after\", \"text\": \"x\"}]"), "own_words[0].place:" },
  { "word-text", FILE_WITH (", \"own_words\": [{\"place\": \"general:after\"}]"), "own_words[0].text:" },
  { "stages-type", FILE_WITH (", \"stages\": \"none\""), "stages:" },
  { "stage-type", FILE_WITH (", \"stages\": [3]"), "stages[0]:" },
  { "stage-null", FILE_WITH (", \"stages\": [null]"), "stages[0]:" },
  { "stage-name", FILE_WITH (", \"stages\": [{\"kinds\": [\"payment\"]}]"), "stages[0].name:" },
  { "stage-name-type", FILE_WITH (", \"stages\": [{\"name\": 5, \"kinds\": [\"payment\"]}]"), "stages[0].name:" },
  { "no-kinds", FILE_WITH (", \"stages\": [{\"name\": \"S\"}]"), "stages[0].kinds:" },
  { "empty-kinds", FILE_WITH (", \"stages\": [{\"name\": \"S\", \"kinds\": []}]"), "stages[0].kinds:" },
  { "kinds-type", FILE_WITH (", \"stages\": [{\"name\": \"S\", \"kinds\": \"payment\"}]"), "stages[0].kinds:" },
  { "unknown-kind", FILE_WITH (", \"stages\": [{\"name\": \"S\", \"kinds\": [\"payment\", \"magic\"]}]"), "stages[0].kinds[1]:" },
  { "goal", STAGE_WITH (", \"goal\": 1"), "stages[0].goal:" },
  { "actions", STAGE_WITH (", \"actions\": [\"a\", [\"b\"]]"), "stages[0].actions[1]:" },
  { "criterion-type", STAGE_WITH (", \"exit_criteria\": [\"done\"]"), "stages[0].exit_criteria[0]:" },
  { "criterion-text", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\"}, {}]"), "stages[0].exit_criteria[1].text:" },
  { "responsible", STAGE_WITH (", \"responsible\": 1"), "stages[0].responsible:" },
  { "participants", STAGE_WITH (", \"participants\": \"Rep\""), "stages[0].participants:" },
  { "duration-type", STAGE_WITH (", \"duration\": 3"), "stages[0].duration:" },
  { "duration-unit", STAGE_WITH (", \"duration\": {\"value\": 3, \"unit\": \"weeks\"}"), "stages[0].duration.unit:" },
  { "duration-negative", STAGE_WITH (", \"duration\": {\"value\": -3}"), "stages[0].duration.value:" },
  { "duration-half", STAGE_WITH (", \"duration\": {\"value\": 1.5}"), "stages[0].duration.value:" },
  { "duration-huge", STAGE_WITH (", \"duration\": {\"value\": 99999999999999999999}"), "stages[0].duration.value:" },
  { "probability-over", TWO_STAGES ("", ", \"probability\": 1.01"), "stages[1].probability:" },
  { "probability-under", STAGE_WITH (", \"probability\": -0.1"), "stages[0].probability:" },
  { "probability-text", STAGE_WITH (", \"probability\": \"0.5\""), "stages[0].probability:" },
  { "probability-bool", STAGE_WITH (", \"probability\": true"), "stages[0].probability:" },
  { "probability-endless", STAGE_WITH (", \"probability\": 1e999"), "stages[0].probability:" },
  { "colour", STAGE_WITH (", \"colour\": \"red\""), "stages[0].colour:" },
  { "mark-type", STAGE_WITH (", \"client_mark\": \"yes\""), "stages[0].client_mark:" },
  { "two-marks", TWO_STAGES (", \"client_mark\": true", ", \"client_mark\": true"), "stages[1].client_mark:" },
  { "criterion-required", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"is_required\": \"yes\"}]"),
    "stages[0].exit_criteria[0].is_required:" },
  { "criterion-asked", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"asked\": \"later\"}]"),
    "stages[0].exit_criteria[0].asked:" },
  { "criterion-purpose", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"purpose\": \"fun\"}]"),
    "stages[0].exit_criteria[0].purpose:" },
  { "question", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"question\": \"text\"}]"),
    "stages[0].exit_criteria[0].question:" },
  { "question-type", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"question\": {\"type\": \"tick\"}}]"),
    "stages[0].exit_criteria[0].question.type:" },
  { "question-without-type", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"question\": {}}]"),
    "stages[0].exit_criteria[0].question.type:" },
  { "choices", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"a\", \"question\": {\"type\": \"choice\", \"choices\": [1]}}]"),
    "stages[0].exit_criteria[0].question.choices[0]:" },
  { "tactic-kind", STAGE_WITH (", \"tactics\": [{\"kind\": \"joke\"}]"), "stages[0].tactics[0].kind:" },
  { "tactic-when", STAGE_WITH (", \"tactics\": [{\"when\": {\"labels\": \"Hot\"}}]"), "stages[0].tactics[0].when.labels:" },
  { "tactic-id", STAGE_WITH (", \"tactics\": [{\"id\": \"00000000-0000-4000-8000-000000000001\"},"
                             " {\"id\": \"00000000-0000-4000-8000-000000000001\"}]"), "stages[0].tactics[1].id:" },
  { "refusal", STAGE_WITH (", \"refusal\": \"lost\""), "stages[0].refusal:" },
  { "refusal-what", STAGE_WITH (", \"refusal\": {\"what\": \"cry\"}"), "stages[0].refusal.what:" },
  { "refusal-after", STAGE_WITH (", \"refusal\": {\"what\": \"park\", \"after\": {\"value\": 0}}"),
    "stages[0].refusal.after.value:" },
  { "refusal-too-long", STAGE_WITH (", \"refusal\": {\"what\": \"park\", \"after\": {\"value\": 2611}}"),
    "stages[0].refusal.after: A deal is parked for ten years at most." },
  { "no-choices", STAGE_WITH (", \"exit_criteria\": [{\"text\": \"Which?\", \"question\": {\"type\": \"choice\"}}]"),
    "stages[0].exit_criteria[0].question.choices: Nobody can answer this question" },
  { "tactics", STAGE_WITH (", \"tactics\": [{\"title\": 1}]"), "stages[0].tactics[0].title:" },
  { "documents", STAGE_WITH (", \"documents\": [null]"), "stages[0].documents[0]:" },
  { "same-id", TWO_STAGES (", \"id\": \"0b9c1a3e-31de-4d3b-8a54-5f6d2f5f0001\"",
                           ", \"id\": \"0b9c1a3e-31de-4d3b-8a54-5f6d2f5f0001\""), "stages[1].id:" },
  { "first-fault", TWO_STAGES (", \"probability\": 7", ", \"probability\": 8"), "stages[0].probability:" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcessFile) file = process_json_tests_parse (bad_cases[i].text, &error);

  g_assert_null (file);
  g_assert_nonnull (error);
  g_assert_true (error->domain == SC_EXCHANGE_ERROR);
  g_test_message ("%s", error->message);
  if (strstr (error->message, bad_cases[i].place) == NULL)
    g_error ("“%s” does not name “%s”", error->message, bad_cases[i].place);
}

static void
test_nested_without_end (void)
{
  const guint depths[] = { 65, 1000, 3000000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScProcessFile) file = NULL;

      for (guint j = 0; j < depths[i]; j++)
        g_string_append_c (text, '[');
      file = process_json_tests_parse (text->str, &error);
      g_assert_null (file);
      g_assert_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_TOO_LARGE);
    }
}

static void
test_nested_to_the_limit (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"stagecraft-process\", \"version\": 1, \"name\": \"N\", \"x\": ");
  g_autoptr (ScProcessFile) file = NULL;

  for (guint i = 0; i < 63; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < 63; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');
  file = process_json_tests_parse_good (text->str);
}

static void
test_long_text (void)
{
  const gsize lengths[] = { 1024 * 1024 - 2, 1024 * 1024 + 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *filler = g_strnfill (lengths[i], 'a');
      g_autofree char *text = g_strdup_printf (FILE_WITH (", \"description\": \"%s\""), filler);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScProcessFile) file = process_json_tests_parse (text, &error);

      g_assert_true ((file != NULL) == (i == 0));
      if (i == 1)
        g_assert_error (error, SC_EXCHANGE_ERROR, SC_EXCHANGE_ERROR_TOO_LARGE);
    }
}

static void
test_defaults (void)
{
  g_autoptr (ScProcessFile) file = process_json_tests_parse_good ("\xef\xbb\xbf" STAGE_WITH (", \"extra\": {\"a\": [1]}, \"duration\": null"));
  const ScStage *stage = sc_version_get_stage (file->version, 0);

  g_assert_cmpstr (file->name, ==, "N");
  g_assert_cmpstr (file->description, ==, "");
  g_assert_true (g_uuid_string_is_valid (file->id));
  g_assert_cmpint (file->version->status, ==, SC_VERSION_DRAFT);
  g_assert_cmpint (file->version->language, ==, SC_LANGUAGE_EN);
  g_assert_null (file->version->mark);
  g_assert_cmpuint (file->version->roles->len, ==, 0);
  g_assert_true (g_uuid_string_is_valid (stage->id));
  g_assert_cmpstr (stage->goal, ==, "");
  g_assert_null (stage->responsible);
  g_assert_cmpuint (stage->duration.value, ==, 0);
  g_assert_cmpfloat (stage->probability, ==, SC_PROBABILITY_UNSET);
}

/* What only the method finds fault with comes in. */
static void
test_faulty_processes (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (ScProcessFile) none = process_json_tests_parse_good (FILE_WITH (""));
  g_autoptr (ScProcessFile) unnamed = process_json_tests_parse_good (FILE_WITH (", \"stages\": [{\"name\": \"\", \"kinds\": [\"other\"]}, "
                                                                                "{\"name\": \"\", \"kinds\": [\"other\"]}]"));
  g_autoptr (ScProcessFile) twenty = NULL;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (many, "%s{\"name\": \"S\", \"kinds\": [\"payment\"]}", i > 0 ? ", " : "");
  g_string_prepend (many, "{\"format\": \"stagecraft-process\", \"version\": 1, \"name\": \"N\", \"stages\": [");
  g_string_append (many, "]}");
  twenty = process_json_tests_parse_good (many->str);

  g_assert_cmpuint (none->version->stages->len, ==, 0);
  g_assert_cmpuint (unnamed->version->stages->len, ==, 2);
  g_assert_cmpuint (twenty->version->stages->len, ==, 20);
}

/* No name is nobody, and makes no role without one. */
static void
test_nobody (void)
{
  g_autoptr (ScProcessFile) file = process_json_tests_parse_good (STAGE_WITH (", \"responsible\": \"\", \"participants\": [\" \"]"));
  const ScStage *stage = sc_version_get_stage (file->version, 0);

  g_assert_cmpuint (file->version->roles->len, ==, 0);
  g_assert_null (stage->responsible);
  g_assert_null (stage->participants[0]);
}

static void
test_roles_by_name (void)
{
  g_autoptr (ScProcessFile) file =
    process_json_tests_parse_good (TWO_STAGES (", \"responsible\": \"Sales rep\", \"participants\": [\"Юрист\", \"sales rep\", \"Юрист\"]",
                                               ", \"responsible\": \"Бухгалтер\", \"participants\": [\"Sales rep\"]"));
  const ScVersion *version = file->version;
  const ScStage *first = sc_version_get_stage (version, 0);
  const ScStage *second = sc_version_get_stage (version, 1);

  g_assert_cmpuint (version->roles->len, ==, 3);
  g_assert_cmpint (sc_version_get_role (version, 0)->function, ==, SC_FUNCTION_SALES);
  g_assert_cmpint (sc_version_find_role_by_name (version, "Юрист")->function, ==, SC_FUNCTION_LEGAL);
  g_assert_cmpint (sc_version_find_role_by_name (version, "Бухгалтер")->function, ==, SC_FUNCTION_FINANCE);
  g_assert_cmpuint (g_strv_length (first->participants), ==, 1);
  g_assert_true (sc_stage_has_participant (second, first->responsible));
}

static void
test_language_is_guessed (void)
{
  g_autoptr (ScProcessFile) russian = process_json_tests_parse_good (FILE_WITH (", \"stages\": [{\"name\": \"Оплата\", \"kinds\": [\"payment\"]}]"));
  g_autoptr (ScProcessFile) told = process_json_tests_parse_good (FILE_WITH (", \"language\": \"ru\""));

  g_assert_cmpint (russian->version->language, ==, SC_LANGUAGE_RU);
  g_assert_cmpint (told->version->language, ==, SC_LANGUAGE_RU);
}

static void
test_mark (void)
{
  g_autoptr (ScProcessFile) set = process_json_tests_parse_good (TWO_STAGES ("", ", \"client_mark\": true"));
  g_autoptr (ScProcessFile) moved =
    process_json_tests_parse_good (FILE_WITH (", \"client_mark_is_set\": false, \"stages\": ["
                                              "{\"name\": \"A\", \"kinds\": [\"contract\"], \"client_mark\": true}, "
                                              "{\"name\": \"B\", \"kinds\": [\"payment\"]}]"));
  g_autoptr (ScProcessFile) by_itself =
    process_json_tests_parse_good (FILE_WITH (", \"client_mark_is_set\": false, \"stages\": ["
                                              "{\"name\": \"A\", \"kinds\": [\"contract\"]}, "
                                              "{\"name\": \"B\", \"kinds\": [\"payment\"], \"client_mark\": true}]"));

  g_assert_cmpstr (set->version->mark, ==, sc_version_get_stage (set->version, 1)->id);
  g_assert_cmpstr (moved->version->mark, ==, sc_version_get_stage (moved->version, 0)->id);
  g_assert_null (by_itself->version->mark);
}

static void
test_numbers_are_short (void)
{
  const struct {
    double number;
    const char *text;
  } cases[] = {
    { 0.02, "0.02" }, { 0, "0" }, { 1, "1" }, { 0.1, "0.1" }, { 1.0 / 3, "0.3333333333333333" }, { 0.05, "0.05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sc_number_to_string (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static const ScStage *
get_stage (const ScProcessFile *file,
           guint                position)
{
  return sc_version_get_stage (file->version, position);
}

/* What a program before this one wrote is the same process. */
static void
test_missing_members (void)
{
  g_autoptr (ScProcessFile) file =
    process_json_tests_parse_good (STAGE_WITH (", \"exit_criteria\": [{\"text\": \"Budget known\"}], \"tactics\": [{\"title\": \"A\"}]"));
  const ScStage *stage = get_stage (file, 0);
  const ScCriterion *criterion = stage->criteria->pdata[0];
  const ScTactic *tactic = stage->tactics->pdata[0];

  g_assert_false (criterion->is_required);
  g_assert_false (criterion->is_asked_at_entry);
  g_assert_cmpint (criterion->purpose, ==, SC_PURPOSE_NONE);
  g_assert_cmpint (criterion->type, ==, SC_ANSWER_TICK);
  g_assert_cmpint (tactic->kind, ==, SC_TACTIC_OTHER);
  g_assert_false (sc_tactic_has_conditions (tactic));
  g_assert_cmpint (stage->refusal.kind, ==, SC_REFUSAL_LOST);
}

/* A person writes names and short ids; what is nowhere is for the method to tell. */
static void
test_refusals_by_name (void)
{
  g_autoptr (ScProcessFile) file =
    process_json_tests_parse_good ("{\"format\": \"stagecraft-process\", \"version\": 1, \"name\": \"N\", \"stages\": ["
                                   "{\"id\": \"one\", \"name\": \"Needs\", \"kinds\": [\"other\"],"
                                   " \"exit_criteria\": [{\"id\": \"problem\", \"text\": \"What is the problem?\", \"question\": {\"type\": \"text\"}}]},"
                                   "{\"name\": \"A\", \"kinds\": [\"other\"], \"refusal\": {\"what\": \"back\", \"stage\": \" needs\"},"
                                   " \"tactics\": [{\"text\": \"You said: {answer:problem}, {answer:cost}.\"}]},"
                                   "{\"name\": \"B\", \"kinds\": [\"other\"], \"refusal\": {\"what\": \"back\", \"stage_id\": \"one\", \"stage\": \"A\"}},"
                                   "{\"name\": \"C\", \"kinds\": [\"other\"], \"refusal\": {\"what\": \"back\", \"stage\": \"Nowhere\"}},"
                                   "{\"name\": \"D\", \"kinds\": [\"other\"], \"refusal\": {\"what\": \"back\", \"stage\": \"Nowhere\","
                                   " \"stage_id\": \"00000000-0000-4000-8000-000000000001\"}},"
                                   "{\"name\": \"E\", \"kinds\": [\"other\"], \"refusal\": {\"what\": \"park\", \"stage\": \"A\", \"after\": {\"value\": 60}}}]}");
  const char *needs = get_stage (file, 0)->id;
  const ScCriterion *problem = get_stage (file, 0)->criteria->pdata[0];
  const ScTactic *tactic = get_stage (file, 1)->tactics->pdata[0];
  g_autofree char *text = g_strdup_printf ("You said: {answer:%s}, {answer:cost}.", problem->id);

  g_assert_cmpstr (get_stage (file, 1)->refusal.stage_id, ==, needs);
  g_assert_cmpstr (get_stage (file, 2)->refusal.stage_id, ==, needs);
  g_assert_cmpint (get_stage (file, 3)->refusal.kind, ==, SC_REFUSAL_BACK);
  g_assert_null (get_stage (file, 3)->refusal.stage_id);
  g_assert_cmpstr (get_stage (file, 4)->refusal.stage_id, ==, "00000000-0000-4000-8000-000000000001");
  g_assert_null (get_stage (file, 5)->refusal.stage_id);
  g_assert_cmpuint (get_stage (file, 5)->refusal.after.value, ==, 60);
  g_assert_cmpstr (tactic->text, ==, text);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/process-json/bad/%s", bad_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/exchange/process-json/nested-without-end", test_nested_without_end);
  g_test_add_func ("/exchange/process-json/nested-to-the-limit", test_nested_to_the_limit);
  g_test_add_func ("/exchange/process-json/long-text", test_long_text);
  g_test_add_func ("/exchange/process-json/defaults", test_defaults);
  g_test_add_func ("/exchange/process-json/faulty-processes", test_faulty_processes);
  g_test_add_func ("/exchange/process-json/nobody", test_nobody);
  g_test_add_func ("/exchange/process-json/roles-by-name", test_roles_by_name);
  g_test_add_func ("/exchange/process-json/language-is-guessed", test_language_is_guessed);
  g_test_add_func ("/exchange/process-json/mark", test_mark);
  g_test_add_func ("/exchange/process-json/numbers-are-short", test_numbers_are_short);
  g_test_add_func ("/process-json/missing-members", test_missing_members);
  g_test_add_func ("/process-json/refusals-by-name", test_refusals_by_name);
  process_json_tests_add_random ();

  return g_test_run ();
}
