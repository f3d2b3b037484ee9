/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every sentence is there in every language, and leaves the same open in each. */

#include "document/sc-sentence.h"

#include <gio/gio.h>
#include <string.h>

static GHashTable *sentences;

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             data,
          GError             **error)
{
  if (g_str_equal (element, "sentence"))
    g_assert_true (g_hash_table_add (sentences, g_strdup (values[0])));
}

static void
read_folder (void)
{
  static const GMarkupParser parser = { start_cb, NULL, NULL, NULL, NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "documents", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".xml"))
        continue;

      g_file_get_contents (file, &text, &length, &error);
      g_assert_no_error (error);
      g_markup_parse_context_parse (context, text, (gssize) length, &error);
      g_assert_no_error (error);
    }
}

/* What a sentence leaves open, in order of their names. */
static char *
list_fields (const char *sentence)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (const char *c = sentence; (c = strchr (c, '{')) != NULL; c++)
    {
      char *field = g_strndup (c, (gsize) (strchr (c, '}') - c));

      if (g_ptr_array_find_with_equal_func (fields, field, g_str_equal, NULL))
        g_free (field);
      else
        g_ptr_array_add (fields, field);
    }
  g_ptr_array_sort_values (fields, (GCompareFunc) strcmp);
  g_ptr_array_add (fields, NULL);

  return g_strjoinv (" ", (GStrv) fields->pdata);
}

static void
test_languages (void)
{
  GHashTableIter iter;
  gpointer id;

  g_assert_cmpuint (g_hash_table_size (sentences), >, 200);
  g_hash_table_iter_init (&iter, sentences);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *english = list_fields (sc_sentence_get (id, SC_LANGUAGE_EN));
      g_autofree char *russian = list_fields (sc_sentence_get (id, SC_LANGUAGE_RU));

      g_test_message ("%s", (const char *) id);
      g_assert_cmpstr (english, ==, russian);
    }
}

/* One that speaks of a section that may close up has one that does not. */
static void
test_alone (void)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, sentences);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *alone = g_strconcat (id, ".alone", NULL);

      g_test_message ("%s", (const char *) id);
      if (strstr (sc_sentence_get (id, SC_LANGUAGE_EN), "{#") != NULL)
        g_assert_null (strstr (sc_sentence_get (alone, SC_LANGUAGE_EN), "{#"));
    }
}

static void
test_filled_once (void)
{
  g_autofree char *text = sc_sentence_fill ("stage.heading", SC_LANGUAGE_RU,
                                            (ScField[]) { { "stage", "«{stage} {#roles}»" }, SC_FIELD_END });

  g_assert_cmpstr (text, ==, "Этап «{stage} {#roles}»");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_folder ();

  g_test_add_func ("/sentences/all-languages-leave-the-same-open", test_languages);
  g_test_add_func ("/sentences/none-depends-on-what-may-close-up", test_alone);
  g_test_add_func ("/sentences/what-is-filled-in-is-not-looked-at", test_filled_once);

  status = g_test_run ();
  g_hash_table_unref (sentences);

  return status;
}
