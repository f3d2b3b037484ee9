/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite compares text by its bytes. What a person reads in order is sorted by a
 * key that it is given for it: once a row, not once a comparison. */

#include "store/sqlite/sc-collation-private.h"

#include <glib.h>
#include <string.h>

#include "store/sc-search-key.h"

static void
collation_key_cb (sqlite3_context *context,
                  int              n_values,
                  sqlite3_value  **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *key;

  /* Whoever reads the row says what is wrong with it. */
  if (text == NULL || text[0] == '\0' || !g_utf8_validate (text, -1, NULL))
    {
      sqlite3_result_null (context);
      return;
    }

  key = g_utf8_collate_key (text, -1);
  sqlite3_result_blob (context, key, (int) strlen (key), g_free);
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

/**
 * sc_collation_install:
 * @handle: a connection
 *
 * Adds the functions `collation_key (text)`, what texts are sorted by in the
 * user's language, `NULL` for what is empty or no text; and `search_key (text)`,
 * what they are searched by.
 *
 * Returns: SQLite's result code
 */
int
sc_collation_install (sqlite3 *handle)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2 (handle, "collation_key", 1, flags, NULL, collation_key_cb, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    return code;

  return sqlite3_create_function_v2 (handle, "search_key", 1, flags, NULL, search_key_cb, NULL, NULL, NULL);
}
