/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What statements call and SQLite has not, or each engine has in its own way. It
 * compares text by its bytes: what a person reads in order is sorted by a key
 * that it is given for it, once a row, not once a comparison. */

#include "store/sqlite/sc-functions-private.h"

#include <glib.h>
#include <string.h>

#include "model/sc-answer.h"
#include "store/sc-collation.h"
#include "store/sc-search-key.h"
#include "store/tables/sc-json-private.h"
#include "store/tables/sc-json-shape-private.h"

static void
sort_text_cb (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *key;
  gsize length;

  /* Whoever reads the row says what is wrong with it. */
  if (text == NULL || text[0] == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      sqlite3_result_null (context);
      return;
    }

  key = sc_collation_make_key (text, &length);
  sqlite3_result_blob (context, key, (int) length, g_free);
}

static void
contains_cb (sqlite3_context *context,
             int              n_values,
             sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *word = (const char *) sqlite3_value_text (values[1]);

  sqlite3_result_int (context, text != NULL && word != NULL && strstr (text, word) != NULL);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  gint64 first, second;

  memcpy (&first, a, sizeof first);
  memcpy (&second, b, sizeof second);

  return (first > second) - (first < second);
}

static void
is_one_of_cb (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  gint64 number = sqlite3_value_int64 (values[0]);
  const void *numbers = sqlite3_value_blob (values[1]);
  gsize n_numbers = (gsize) sqlite3_value_bytes (values[1]) / sizeof number;

  sqlite3_result_int (context, n_numbers > 0
                      && bsearch (&number, numbers, n_numbers, sizeof number, compare_numbers) != NULL);
}

static void
search_key_cb (sqlite3_context *context,
               int              n_values,
               sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    sqlite3_result_text (context, sc_search_make_key (text), -1, g_free);
  else
    sqlite3_result_null (context);
}

static void
tactics_with_ids_cb (sqlite3_context *context,
                     int              n_values,
                     sqlite3_value  **values)
{
  const char *tactics = (const char *) sqlite3_value_text (values[0]);
  const char *stage_id = (const char *) sqlite3_value_text (values[1]);

  /* What is damaged stays as it is, for the check to tell. */
  if (tactics != NULL && stage_id != NULL && sc_json_is_tactics (tactics))
    sqlite3_result_text (context, sc_json_give_tactics_ids (tactics, stage_id), -1, g_free);
  else
    sqlite3_result_value (context, values[0]);
}

static void
is_answer_cb (sqlite3_context *context,
              int              n_values,
              sqlite3_value  **values)
{
  const char *type_id = (const char *) sqlite3_value_text (values[0]);
  const char *value = (const char *) sqlite3_value_text (values[1]);
  ScAnswerType type;

  sqlite3_result_int (context, type_id != NULL && sc_answer_type_from_id (type_id, &type)
                      && sc_answer_is_value (type, value));
}

/**
 * sc_functions_install:
 * @handle: a connection
 *
 * Adds the functions `sort_text (text)`, what texts are sorted by in the user's
 * language, `NULL` for what is empty or no text; `search_key (text)`, what they
 * are searched by; `is_answer (type, value)`, whether a question of a type can be answered
 * so; `contains (text, word)`, whether they are found by it; `is_one_of (number, numbers)`,
 * whether it is among those; and
 * `tactics_with_ids (tactics, stage)`, for a migration: a stage's list of tactics
 * with the ids that those have which were written without.
 *
 * Returns: SQLite's result code
 */
int
sc_functions_install (sqlite3 *handle)
{
  static const struct {
    const char *name;
    int n_values;
    void (*call)(sqlite3_context *context,
                 int              n_values,
                 sqlite3_value  **values);
  } functions[] = {
    { "sort_text", 1, sort_text_cb },
    { "search_key", 1, search_key_cb },
    { "is_answer", 2, is_answer_cb },
    { "contains", 2, contains_cb },
    { "is_one_of", 2, is_one_of_cb },
    { "tactics_with_ids", 2, tactics_with_ids_cb },
  };
  int code = SQLITE_OK;

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (functions); i++)
    code = sqlite3_create_function_v2 (handle, functions[i].name, functions[i].n_values,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                       functions[i].call, NULL, NULL, NULL);

  return code;
}
