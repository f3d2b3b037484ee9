/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sales regulations say all that the process says, each thing in its place, and nothing
 * else. */

#include "document/sc-regulations.h"

#include <string.h>

#include "method/sc-proposal.h"
#include "method/sc-usual-reasons.h"
#include "model/sc-own-word.h"
#include "plain-text.h"

/* Consultative, innovative, unformed, b2b, product, paid after onboarding: seven stages. */
static const ScAspects seven = { { 2, 1, 2, 1, 1, 2 } };

static ScDocument *
make_document (ScVersion       *version,
               const GPtrArray *own_words)
{
  g_auto (GStrv) reasons = sc_usual_reasons (version->language);
  const ScRegulationsSource source = {
    .process_name = "Продажа",
    .version = version,
    .language = version->language,
    .own_words = own_words,
    .loss_reasons = (const char *const *) reasons,
    .today = sc_date_new (2026, 3, 31),
    .has_acknowledgement = TRUE,
  };

  return sc_regulations_new (&source);
}

/* What is said of a stage: its subsection and the paragraphs of that. */
static char *
read_stage (const ScDocument *document,
            const ScStage    *stage)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *words = plain_text_of_section (section);

      if (g_strcmp0 (section->stage, stage->id) == 0)
        g_string_append (text, words);
    }

  return g_utf8_strdown (text->str, -1);
}

static guint
count_lines (const char *text,
             const char *line)
{
  g_autofree char *lowered = g_utf8_strdown (line, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], lowered) != NULL)
      n++;

  return n;
}

static void
assert_stage (const ScDocument *document,
              const ScStage    *stage)
{
  g_autofree char *text = read_stage (document, stage);

  for (guint i = 0; i < stage->criteria->len; i++)
    g_assert_cmpuint (count_lines (text, ((ScCriterion *) stage->criteria->pdata[i])->text), ==, 1);
  for (guint i = 0; stage->actions[i] != NULL; i++)
    g_assert_cmpuint (count_lines (text, stage->actions[i]), ==, 1);
  for (guint i = 0; stage->documents[i] != NULL; i++)
    g_assert_cmpuint (count_lines (text, stage->documents[i]), >=, 1);
}

static guint
count_headings (const ScDocument *document,
                const char       *name)
{
  guint n = 0;

  for (guint i = 0; i < document->sections->len; i++)
    if (strstr (((ScSection *) document->sections->pdata[i])->heading, name) != NULL)
      n++;

  return n;
}

static void
test_seven_stages (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = make_document (version, NULL);
  g_autofree char *text = plain_text_of_document (document);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);
      g_autofree char *id = g_strconcat ("stage:", stage->id, NULL);
      g_autofree char *number = g_strdup_printf ("6.%u", i + 1);

      g_assert_cmpstr (sc_document_find_section (document, id)->number, ==, number);
      g_assert_cmpuint (count_headings (document, stage->name), ==, 1);
      assert_stage (document, stage);
    }

  g_assert_nonnull (strstr (text, "10 рабочих дней"));
  g_assert_nonnull (strstr (text, "3 рабочих дня"));
  g_assert_nonnull (strstr (text, "12 рабочих дней"));
  g_assert_nonnull (strstr (text, "55 рабочих дней"));
  for (const char *c = text; *c != '\0'; c++)
    g_assert_false (g_ascii_isalpha (*c));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/regulations/each-thing-stands-in-its-stage", test_seven_stages);

  return g_test_run ();
}
