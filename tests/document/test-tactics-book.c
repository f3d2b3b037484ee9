/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tactics book holds every tactic of a process once, and its objections in order; a
 * role's sheet holds what that role needs. */

#include "document/sc-tactics-book.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "method/sc-proposal.h"
#include "model/sc-own-word.h"
#include "plain-text.h"

static const ScAspects seven = { { 2, 1, 2, 1, 1, 2 } };

static ScTacticsBookSource
make_source (ScVersion *version)
{
  return (ScTacticsBookSource) { .process_name = "Продажа", .version = version, .language = version->language };
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *c = text; (c = strstr (c, part)) != NULL; c += strlen (part))
    n++;

  return n;
}

/* Its heading says which it is. */
static void
assert_all_there (const ScVersion  *version,
                  const ScDocument *document)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->tactics->len; j++)
        {
          const ScTactic *tactic = stage->tactics->pdata[j];
          g_autofree char *id = g_strconcat ("book.tactic.", tactic->id, NULL);
          const ScSection *section = sc_document_find_section (document, id);

          g_assert_nonnull (section);
          g_assert_nonnull (strstr (section->heading, tactic->title));
        }
    }
}

/* Each two answers together come by all their values; in the long suite all of them do. */
#define STEP (g_test_slow () ? 1 : 7)

static void
test_orders (void)
{
  for (guint n = 0; n < 64; n += STEP)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      for (guint order = 0; order < 2; order++)
        {
          ScAspects aspects = { { 0 } };
          g_autoptr (ScVersion) version = NULL;
          g_autoptr (ScDocument) document = NULL;
          g_autofree char *text = NULL;
          ScTacticsBookSource source;

          for (guint i = 0; i < SC_N_ASPECTS; i++)
            aspects.value[i] = (guint8) (1 + ((n >> i) & 1));
          version = sc_proposal_new (&aspects, language);
          source = make_source (version);
          source.order = order;
          document = sc_tactics_book_new (&source);
          text = plain_text_of_document (document);
          assert_all_there (version, document);
          g_assert_null (strchr (text, '{'));
          g_assert_null (strstr (text, "null"));
        }
}

static void
test_index (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  ScTacticsBookSource source = make_source (version);
  g_autoptr (ScDocument) document = sc_tactics_book_new (&source);
  const ScSection *index = sc_document_find_section (document, "book.index.table");
  const ScTable *table = ((ScBlock *) index->blocks->pdata[0])->table;
  g_autofree char *former = NULL;

  g_assert_cmpuint (table->rows->len, >, 10);
  for (guint i = 1; i < table->rows->len; i++)
    {
      const ScTableCell *cell = ((GPtrArray *) table->rows->pdata[i])->pdata[0];
      const ScSpan *span = cell->spans->pdata[0];

      g_assert_nonnull (sc_document_find_section (document, span->link + 1));
      g_assert_cmpint (g_utf8_collate (former != NULL ? former : "", span->text), <=, 0);
      g_set_str (&former, span->text);
    }
}

static void
test_own_words (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_own_word_free);
  ScTacticsBookSource source = make_source (version);
  g_autoptr (ScDocument) bare = sc_tactics_book_new (&source);
  g_autoptr (ScDocument) document = NULL;

  g_ptr_array_add (words, sc_own_word_new ("book.profile:instead", "Заводы от 200 человек."));
  source.own_words = words;
  document = sc_tactics_book_new (&source);
  g_assert_null (sc_document_find_section (bare, "book.profile"));
  g_assert_cmpstr (sc_document_find_section (document, "book.profile")->heading, ==, "Портрет клиента");
  g_assert_cmpstr (sc_document_find_section (document, "book.profile")->number, ==, "1");
}

static void
test_role (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  const ScRole *lawyer = sc_version_find_role_by_function (version, SC_FUNCTION_LEGAL);
  ScTacticsBookSource source = make_source (version);
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *text = NULL;

  source.role_id = lawyer->id;
  document = sc_tactics_book_new (&source);
  text = plain_text_of_document (document);
  g_assert_true (document->is_dense);
  g_assert_cmpuint (document->max_pages, ==, 2);
  g_assert_cmpuint (count (text, "\n# "), ==, 1);
  for (guint i = 0; i < document->sections->len; i++)
    g_assert_false (((ScSection *) document->sections->pdata[i])->has_page);
  g_assert_nonnull (strstr (text, "# Предложение и договор · 12 рабочих дней\n"));
  g_assert_nonnull (strstr (text, "Обязательно для перехода: договор подписан.\n"));
}

static void
test_json (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  ScTacticsBookSource source = make_source (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutput) output = sc_output_new_scratch (&error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *stage, *tactic;

  source.stage_id = sc_version_get_stage (version, 3)->id;
  sc_tactics_book_write_json (&source, output);
  bytes = sc_output_read_all (output, &error);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  stage = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "stages"), 0);
  g_assert_cmpstr (json_object_get_string_member (stage, "name"), ==, "Тестовый период");
  tactic = json_array_get_object_element (json_object_get_array_member (stage, "tactics"), 0);
  g_assert_cmpstr (json_object_get_string_member (tactic, "kind"), ==, "checklist");
  g_assert_true (json_object_has_member (json_object_get_object_member (tactic, "when"), "loss_reasons"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tactics-book/every-tactic-is-there", test_orders);
  g_test_add_func ("/tactics-book/objections-stand-in-order", test_index);
  g_test_add_func ("/tactics-book/own-words-have-sections", test_own_words);
  g_test_add_func ("/tactics-book/a-role-gets-its-stages", test_role);
  g_test_add_func ("/tactics-book/programs-read-it", test_json);

  return g_test_run ();
}
